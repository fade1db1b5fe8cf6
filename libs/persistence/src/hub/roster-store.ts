import { Buffer } from 'node:buffer';
import { canonicalJson, type Roster, type RosterProposalBody, type SignedDocument } from '@lateral/contracts';
import type { AuditRow, PublishRosterWrite, RosterProposal, RosterStore } from '@lateral/exchange';
import type { Connections } from './connections.js';
import { auditValues } from './rows/audit-rows.js';
import { run, type SqlValue } from './statement.js';
import { ONE_REGISTRATION } from './statements/directory.statement.js';
import { PROPOSE_ROSTER, PUBLISH_ROSTER, ROSTER_PROPOSAL, ROSTER_VERSIONS } from './statements/rosters.statement.js';
import type { Wake } from './wake.js';

interface ProposalRow { version: number; digest: string; body: string; proposed_by: string; proposed_at: Date }

/** Rosters that agencies publish themselves. */
export class PostgresRosterStore implements RosterStore {
  constructor(private readonly connections: Connections, private readonly wake: Wake) {}

  async versions(agency: string, from: number, limit: number): Promise<SignedDocument<Roster>[]> {
    const rows = await this.connections.rows<{ document: string }>(ROSTER_VERSIONS, { agency, from, rows: limit });
    return rows.map(({ document }) => JSON.parse(document) as SignedDocument<Roster>);
  }

  async proposal(agency: string): Promise<RosterProposal | null> {
    const row = await this.connections.first<ProposalRow>(ROSTER_PROPOSAL, { agency });
    return row === null ? null : { version: row.version, digest: row.digest, body: JSON.parse(row.body) as RosterProposalBody, proposedBy: row.proposed_by, proposedAt: row.proposed_at };
  }

  async propose(agency: string, { version, digest, body, proposedBy, proposedAt }: RosterProposal, record: AuditRow): Promise<void> {
    await this.connections.rows(PROPOSE_ROSTER, { agency, version, digest, body: canonicalJson(body), proposedBy, at: proposedAt, ...auditValues([record]) });
    this.wake.soon('audit');
  }

  async publish(write: PublishRosterWrite): Promise<boolean> {
    const published = await this.connections.transaction(async (client) => {
      await run(client, ONE_REGISTRATION, {});
      return (await run(client, PUBLISH_ROSTER, publicationValues(write))).length > 0;
    });
    if (published) this.wake.soon('audit');
    if (published && write.leavers.length > 0) this.wake.soon('session');
    return published;
  }
}

function publicationValues({ roster, digest, copies, custody, leavers, members, custodians, fact, at, records }: PublishRosterWrite): Record<string, SqlValue> {
  const { document } = roster;
  const stay = new Set(members);
  const hex = (wrapped: string): string => `\\x${Buffer.from(wrapped, 'base64url').toString('hex')}`;
  return {
    agency: document.agency, version: document.version, document: canonicalJson(roster), digest, at,
    fingerprints: document.members.map(({ fingerprint }) => fingerprint),
    leavers: [...leavers], left: leavers.filter((member) => !stay.has(member)), members: [...members], custodians: [...custodians],
    copyMembers: copies.map(({ member }) => member), copyEpochs: copies.map(({ epoch }) => epoch), copies: copies.map(({ wrapped }) => hex(wrapped)),
    custodyMembers: custody.map(({ member }) => member), primaries: custody.map(({ primary }) => primary), custody: custody.map(({ wrapped }) => hex(wrapped)),
    fact: canonicalJson(fact), ...auditValues(records),
  };
}
