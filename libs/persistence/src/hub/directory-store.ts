import { Buffer } from 'node:buffer';
import { canonicalJson, digestOf, type AgencyStatement, type KeyFact, type PartnershipFile, type PartnershipRegistration, type Roster, type SignedDocument, type TeamKeyCopy } from '@lateral/contracts';
import type { AuditRow, DirectoryStore } from '@lateral/exchange';
import type { Connections } from './connections.js';
import { auditValues } from './rows/audit-rows.js';
import { run, type SqlClient, type SqlValue } from './statement.js';
import { ALL_ROSTERS, NEWEST_PARTNERSHIP, NEWEST_ROSTER, NEWEST_ROSTER_VERSIONS, NEWEST_STATEMENTS, ONE_REGISTRATION, PARTNERSHIP_VERSIONS, RECORD_REGISTRATION, REGISTER, TEAM_KEY_COPIES } from './statements/directory.statement.js';
import type { Wake } from './wake.js';

type Outcome = Awaited<ReturnType<DirectoryStore['register']>>;
interface Version { agency: string; version: number; digest: string }

/** Signed documents as they came, every version. A cache: clients check all of it against the root they pinned. */
export class PostgresDirectoryStore implements DirectoryStore {
  constructor(private readonly connections: Connections, private readonly wake: Wake) {}

  async partnership(): Promise<SignedDocument<PartnershipFile> | null> {
    const row = await this.connections.first<{ document: string }>(NEWEST_PARTNERSHIP, {});
    return row === null ? null : (JSON.parse(row.document) as SignedDocument<PartnershipFile>);
  }

  async partnershipVersions(from: number, limit: number): Promise<SignedDocument<PartnershipFile>[]> {
    const rows = await this.connections.rows<{ document: string }>(PARTNERSHIP_VERSIONS, { from, rows: limit });
    return rows.map(({ document }) => JSON.parse(document) as SignedDocument<PartnershipFile>);
  }

  async roster(agency: string): Promise<SignedDocument<Roster> | null> {
    const row = await this.connections.first<{ document: string }>(NEWEST_ROSTER, { agency });
    return row === null ? null : (JSON.parse(row.document) as SignedDocument<Roster>);
  }

  /** Every version of every agency named, oldest first: evidence needs the one that was in force when something was signed. */
  async rosters(agencies: readonly string[]): Promise<SignedDocument<Roster>[]> {
    const rows = await this.connections.rows<{ document: string }>(ALL_ROSTERS, { agencies });
    return rows.map(({ document }) => JSON.parse(document) as SignedDocument<Roster>);
  }

  async statements(agencies: readonly string[]): Promise<SignedDocument<AgencyStatement>[]> {
    const rows = await this.connections.rows<{ document: string }>(NEWEST_STATEMENTS, { agencies });
    return rows.map(({ document }) => JSON.parse(document) as SignedDocument<AgencyStatement>);
  }

  async teamKeyCopies(agency: string, member: string): Promise<TeamKeyCopy[]> {
    const rows = await this.connections.rows<{ agency: string; member: string; epoch: string; wrapped: Buffer }>(TEAM_KEY_COPIES, { agency, member });
    return rows.map(({ wrapped, ...copy }) => ({ ...copy, wrapped: wrapped.toString('base64url') }));
  }

  /** All of it or none; versions only go up, and a version that is here already must be the very same document. */
  async register(registration: PartnershipRegistration, records: readonly AuditRow[]): Promise<Outcome> {
    const outcome = await this.connections.transaction((client) => register(client, registration, records));
    if (outcome === 'registered') this.wake.soon('audit');
    return outcome;
  }
}

async function register(client: SqlClient, registration: PartnershipRegistration, records: readonly AuditRow[]): Promise<Outcome> {
  const [first] = records;
  if (first === undefined) throw new TypeError('a registration without its record');
  await run(client, ONE_REGISTRATION, {});
  const file = registration.partnership.document;
  const fileDigest = digestOf('partnership', file);
  const [known] = await run<{ partnership: string; version: number; digest: string }>(client, NEWEST_PARTNERSHIP, {});
  if (known !== undefined && known.partnership !== file.partnership) throw new Error('this database holds another partnership');
  if (known !== undefined && !mayFollow(known, file.version, fileDigest)) return 'older-version';

  const rosters = registration.rosters.map((signed) => ({ signed, agency: signed.document.agency, version: signed.document.version, digest: digestOf('roster', signed.document) }));
  const versions = new Map((await run<Version>(client, NEWEST_ROSTER_VERSIONS, { agencies: rosters.map(({ agency }) => agency) })).map((version) => [version.agency, version]));
  for (const { agency, version, digest } of rosters) {
    const newest = versions.get(agency);
    if (newest !== undefined && !mayFollow(newest, version, digest)) return 'older-version';
  }

  const [counted] = await run<{ written: number }>(client, REGISTER, registrationValues(registration, { fileDigest, rosters, at: first.at }));
  if (counted === undefined || counted.written === 0) return 'already-registered';
  const repeated = new Set([...versions.values()].map(({ digest }) => digest).concat(known?.digest ?? []));
  await run(client, RECORD_REGISTRATION, auditValues(records.filter((record) => !repeated.has(digestIn(record)))));
  return 'registered';
}

function mayFollow(known: { version: number; digest: string }, version: number, digest: string): boolean {
  return version > known.version || (version === known.version && digest === known.digest);
}

function partnershipFact({ partnership, version }: PartnershipFile, digest: string): KeyFact {
  return { v: 1, kind: 'partnership', of: partnership, version, digest };
}

/** What the key log says of a roster. */
export function rosterFact({ agency, version, digest }: Version): KeyFact {
  return { v: 1, kind: 'roster', of: agency, version, digest };
}

/** Which document a record is about: only what is new is recorded. */
function digestIn({ record }: AuditRow): string {
  const { digest } = JSON.parse(record) as { digest?: unknown };
  return typeof digest === 'string' ? digest : '';
}

interface Prepared {
  fileDigest: string;
  rosters: readonly { signed: SignedDocument<Roster>; agency: string; version: number; digest: string }[];
  at: Date;
}

function registrationValues({ partnership, statements, copies, custody, people, mailboxes }: PartnershipRegistration, { fileDigest, rosters, at }: Prepared): Record<string, SqlValue> {
  const { document } = partnership;
  return {
    version: document.version, partnership: document.partnership, document: canonicalJson(partnership), digest: fileDigest, at,
    agencies: document.agencies.map(({ id }) => id), types: document.agencies.map(({ type }) => type),
    statementAgencies: statements.map((signed) => signed.document.agency.id), statementVersions: statements.map((signed) => signed.document.version),
    statements: statements.map((signed) => canonicalJson(signed)),
    rosterAgencies: rosters.map(({ agency }) => agency), rosterVersions: rosters.map(({ version }) => version),
    rosterDocuments: rosters.map(({ signed }) => canonicalJson(signed)), rosterDigests: rosters.map(({ digest }) => digest),
    copyAgencies: copies.map(({ agency }) => agency), copyMembers: copies.map(({ member }) => member), copyEpochs: copies.map(({ epoch }) => epoch),
    copies: copies.map(({ wrapped }) => `\\x${Buffer.from(wrapped, 'base64url').toString('hex')}`),
    personAgencies: people.map(({ agency }) => agency), personMembers: people.map(({ member }) => member), issuers: people.map(({ issuer }) => issuer), subjects: people.map(({ subject }) => subject),
    custodyAgencies: custody.map(({ agency }) => agency), custodians: custody.map(({ member }) => member), primaries: custody.map(({ primary }) => primary),
    custody: custody.map(({ wrapped }) => `\\x${Buffer.from(wrapped, 'base64url').toString('hex')}`),
    facts: [partnershipFact(document, fileDigest), ...rosters.map(rosterFact)].map((fact) => canonicalJson(fact)),
    mailboxAgencies: mailboxes.map(({ agency }) => agency), mailboxes: mailboxes.map(({ mailbox }) => mailbox), languages: mailboxes.map(({ language }) => language),
  };
}
