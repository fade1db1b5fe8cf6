import { Buffer } from 'node:buffer';
import { canonicalJson, digestOf, type AgencyStatement, type KeyFact, type PartnershipFile, type PartnershipRegistration, type Roster, type SignedDocument, type TeamKeyCopy } from '@lateral/contracts';
import type { AuditRow, DirectoryStore } from '@lateral/exchange';
import type { Connections } from './connections.js';
import type { CopyLock, CopyLocks } from './copy-locks.js';
import { hex, PARTS, readable } from './locked-rows.js';
import { auditValues } from './rows/audit-rows.js';
import { run, type SqlClient, type SqlValue } from './statement.js';
import { ALL_CUSTODY_COPIES, ALL_ROSTERS, ALL_TEAM_KEY_COPIES, NEWEST_PARTNERSHIP, NEWEST_ROSTER, NEWEST_ROSTER_VERSIONS, ONE_REGISTRATION, PARTNERSHIP_VERSIONS, RECORD_REGISTRATION, REGISTER, STATEMENTS_OF_TIMES, TEAM_KEY_COPIES } from './statements/directory.statement.js';
import type { Wake } from './wake.js';

type Outcome = Awaited<ReturnType<DirectoryStore['register']>>;
interface Version { agency: string; version: number; digest: string }

/**
 * Signed documents as they came, every version. A cache: clients check all of it against the root they pinned. Copies of keys lie locked;
 * without locks none that is can be read, and what is registered lies as it comes.
 */
export class PostgresDirectoryStore implements DirectoryStore {
  constructor(private readonly connections: Connections, private readonly wake: Wake, private readonly locks: CopyLocks | null = null) {}

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

  async statements(agencies: readonly string[], times: readonly Date[]): Promise<SignedDocument<AgencyStatement>[]> {
    const rows = await this.connections.rows<{ document: string }>(STATEMENTS_OF_TIMES, { agencies, times: times.map((time) => time.toISOString()) });
    return rows.map(({ document }) => JSON.parse(document) as SignedDocument<AgencyStatement>);
  }

  async teamKeyCopies(agency: string, member: string): Promise<TeamKeyCopy[]> {
    const rows = await readable(await this.connections.rows<TeamCopyRow>(TEAM_KEY_COPIES, { agency, member }), PARTS.team, this.locks);
    return rows.map(teamCopyFrom);
  }

  /** All of it or none; versions only go up, and a version that is here already must be the very same document. */
  async register(registration: PartnershipRegistration, records: readonly AuditRow[]): Promise<Outcome> {
    const locks = await this.locksFor(registration, records);
    const outcome = await this.connections.transaction(async (client) => {
      await run(client, ONE_REGISTRATION, {});
      return register(client, await this.withoutKnown(client, registration), records, locks);
    });
    if (outcome === 'registered') this.wake.soon('audit');
    return outcome;
  }

  /** One lock for the copies of each agency that brings any. */
  private async locksFor({ copies, custody }: PartnershipRegistration, [first]: readonly AuditRow[]): Promise<ReadonlyMap<string, CopyLock>> {
    const { locks } = this;
    if (locks === null || first === undefined) return new Map();
    const agencies = [...new Set([...copies, ...custody].map(({ agency }) => agency))];
    return new Map(await Promise.all(agencies.map(async (agency) => [agency, await locks.forNew(first.at)] as const)));
  }

  /** Locked anew, a copy would look like another one. One that lies as it came is not left so. */
  private async withoutKnown(client: SqlClient, registration: PartnershipRegistration): Promise<PartnershipRegistration> {
    const agencies = [...new Set([...registration.copies, ...registration.custody].map(({ agency }) => agency))];
    const isAsItShould = ({ object }: { object: string | null }): boolean => (object === null) === (this.locks === null);
    const teams = await readable((await run<TeamCopyRow>(client, ALL_TEAM_KEY_COPIES, { agencies })).filter(isAsItShould), PARTS.team, this.locks);
    const custodians = await readable((await run<CustodyRow>(client, ALL_CUSTODY_COPIES, { agencies })).filter(isAsItShould), PARTS.custody, this.locks);
    const known = new Set([...teams.map(teamCopyFrom), ...custodians.map(({ agency, member, primary, bytes }) => ({ agency, member, primary, wrapped: bytes.toString('base64url') }))].map(canonicalJson));
    const isNew = (copy: object): boolean => !known.has(canonicalJson(copy));
    return { ...registration, copies: registration.copies.filter(isNew), custody: registration.custody.filter(isNew) };
  }
}

interface CustodyRow { agency: string; member: string; primary: string; object: string | null; bytes: Buffer }
interface TeamCopyRow { agency: string; member: string; epoch: string; object: string | null; bytes: Buffer }

function teamCopyFrom({ agency, member, epoch, bytes }: TeamCopyRow): TeamKeyCopy {
  return { agency, member, epoch, wrapped: bytes.toString('base64url') };
}

async function register(client: SqlClient, registration: PartnershipRegistration, records: readonly AuditRow[], locks: ReadonlyMap<string, CopyLock>): Promise<Outcome> {
  const [first] = records;
  if (first === undefined) throw new TypeError('a registration without its record');
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

  const [counted] = await run<{ written: number }>(client, REGISTER, registrationValues(registration, { fileDigest, rosters, at: first.at, locks }));
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
  locks: ReadonlyMap<string, CopyLock>;
}

function registrationValues({ partnership, statements, copies, custody, people, mailboxes }: PartnershipRegistration, { fileDigest, rosters, at, locks }: Prepared): Record<string, SqlValue> {
  const { document } = partnership;
  const primaries = new Map(document.agencies.map(({ id, primary }) => [id, primary]));
  const used = [...locks].filter(([agency]) => [...copies, ...custody].some((copy) => copy.agency === agency));
  const objectOf = ({ agency }: { agency: string }): string | null => locks.get(agency)?.object ?? null;
  const stored = (agency: string, part: string, wrapped: string): string => { const bytes = Buffer.from(wrapped, 'base64url'); return hex(locks.get(agency)?.lock(part, bytes) ?? bytes); };
  return {
    version: document.version, partnership: document.partnership, document: canonicalJson(partnership), digest: fileDigest, at,
    agencies: document.agencies.map(({ id }) => id), types: document.agencies.map(({ type }) => type),
    statementAgencies: statements.map((signed) => signed.document.agency.id), statementVersions: statements.map((signed) => signed.document.version),
    statements: statements.map((signed) => canonicalJson(signed)),
    rosterAgencies: rosters.map(({ agency }) => agency), rosterVersions: rosters.map(({ version }) => version),
    rosterDocuments: rosters.map(({ signed }) => canonicalJson(signed)), rosterDigests: rosters.map(({ digest }) => digest),
    copyAgencies: copies.map(({ agency }) => agency), copyMembers: copies.map(({ member }) => member), copyEpochs: copies.map(({ epoch }) => epoch),
    copies: copies.map((copy) => stored(copy.agency, PARTS.team(copy), copy.wrapped)), copyObjects: copies.map(objectOf),
    personAgencies: people.map(({ agency }) => agency), personMembers: people.map(({ member }) => member), issuers: people.map(({ issuer }) => issuer), subjects: people.map(({ subject }) => subject),
    custodyAgencies: custody.map(({ agency }) => agency), custodians: custody.map(({ member }) => member), primaries: custody.map(({ primary }) => primary),
    custody: custody.map((copy) => stored(copy.agency, PARTS.custody(copy), copy.wrapped)), custodyObjects: custody.map(objectOf),
    objects: used.map(([, { object }]) => object), objectAgencies: used.map(([agency]) => agency), objectPrimaries: used.map(([agency]) => primaries.get(agency) ?? ''),
    facts: [partnershipFact(document, fileDigest), ...rosters.map(rosterFact)].map((fact) => canonicalJson(fact)),
    mailboxAgencies: mailboxes.map(({ agency }) => agency), mailboxes: mailboxes.map(({ mailbox }) => mailbox), languages: mailboxes.map(({ language }) => language),
  };
}
