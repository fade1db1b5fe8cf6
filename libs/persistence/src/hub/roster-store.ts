import { Buffer } from 'node:buffer';
import { canonicalJson, type Roster, type RosterProposalBody, type SignedDocument } from '@lateral/contracts';
import type { AuditRow, PublishRosterWrite, RosterProposal, RosterStore, TeamStanding } from '@lateral/exchange';
import type { Connections } from './connections.js';
import type { CopyLock, CopyLocks } from './copy-locks.js';
import { hex, PARTS, readable } from './locked-rows.js';
import { floorId } from './partitions.js';
import { auditValues } from './rows/audit-rows.js';
import { run, type SqlValue } from './statement.js';
import { ONE_REGISTRATION } from './statements/directory.statement.js';
import { EPOCHS_NEEDED, ONLY_OLDER_KITS, PROPOSE_ROSTER, PUBLISH_ROSTER, ROSTER_PROPOSAL, ROSTER_VERSIONS } from './statements/rosters.statement.js';
import type { Wake } from './wake.js';

interface ProposalRow { version: number; digest: string; body: string; object: string | null; proposed_by: string; proposed_at: Date }

/** Rosters that agencies publish themselves. The copies of keys that come with them lie locked, those that wait too. */
export class PostgresRosterStore implements RosterStore {
  constructor(private readonly connections: Connections, private readonly wake: Wake, private readonly locks: CopyLocks) {}

  async versions(agency: string, from: number, limit: number): Promise<SignedDocument<Roster>[]> {
    const rows = await this.connections.rows<{ document: string }>(ROSTER_VERSIONS, { agency, from, rows: limit });
    return rows.map(({ document }) => JSON.parse(document) as SignedDocument<Roster>);
  }

  async proposal(agency: string): Promise<RosterProposal | null> {
    const rows = await this.connections.rows<ProposalRow>(ROSTER_PROPOSAL, { agency });
    const [row] = await readable(rows.map((each) => ({ ...each, bytes: Buffer.from(each.body, each.object === null ? 'utf8' : 'base64url') })), () => PARTS.proposal, this.locks);
    return row === undefined ? null : { version: row.version, digest: row.digest, body: JSON.parse(row.bytes.toString()) as RosterProposalBody, proposedBy: row.proposed_by, proposedAt: row.proposed_at };
  }

  async propose(agency: string, { version, digest, body, proposedBy, proposedAt }: RosterProposal, record: AuditRow): Promise<boolean> {
    const lock = await this.locks.forNew(proposedAt);
    const locked = lock.lock(PARTS.proposal, Buffer.from(canonicalJson(body))).toString('base64url');
    const values = { agency, version, digest, body: locked, object: lock.object, proposedBy, at: proposedAt, ...auditValues([record]) };
    const isWaiting = await this.connections.transaction(async (client) => {
      await run(client, ONE_REGISTRATION, {});
      return (await run(client, PROPOSE_ROSTER, values)).length > 0;
    });
    if (isWaiting) this.wake.soon('audit');
    return isWaiting;
  }

  async publish(write: PublishRosterWrite): Promise<boolean> {
    const lock = await this.locks.forNew(write.at);
    const published = await this.connections.transaction(async (client) => {
      await run(client, ONE_REGISTRATION, {});
      return (await run(client, PUBLISH_ROSTER, publicationValues(write, lock))).length > 0;
    });
    if (published) this.wake.soon('audit');
    if (published && write.leavers.length > 0) this.wake.soon('session');
    return published;
  }

  async stillNeeded(agency: string, epochs: TeamStanding['epochs'], at: Date): Promise<string[]> {
    if (epochs.length === 0) return [];
    const from = floorId(new Date(Math.min(...epochs.map(({ made }) => made.getTime()))));
    return (await this.connections.rows<{ epoch: string }>(EPOCHS_NEEDED, { agency, epochs: epochs.map(({ epoch }) => epoch), from, at })).map(({ epoch }) => epoch);
  }

  async hasOnlyOlderKits(agency: string, primary: string, since: Date): Promise<boolean> {
    return (await this.connections.first<{ older: boolean }>(ONLY_OLDER_KITS, { agency, primary, since }))?.older === true;
  }
}

function publicationValues({ roster, digest, copies, custody, leavers, members, custodians, fact, team, deletes, at, records }: PublishRosterWrite, lock: CopyLock): Record<string, SqlValue> {
  const { document } = roster;
  const stay = new Set(members);
  const stored = (part: string, wrapped: string): string => hex(lock.lock(part, Buffer.from(wrapped, 'base64url')));
  return {
    agency: document.agency, version: document.version, document: canonicalJson(roster), digest, at,
    fingerprints: document.members.map(({ fingerprint }) => fingerprint),
    leavers: [...leavers], left: leavers.filter((member) => !stay.has(member)), members: [...members], custodians: [...custodians],
    copyMembers: copies.map(({ member }) => member), copyEpochs: copies.map(({ epoch }) => epoch), copies: copies.map((copy) => stored(PARTS.team(copy), copy.wrapped)),
    custodyMembers: custody.map(({ member }) => member), primaries: custody.map(({ primary }) => primary), custody: custody.map((copy) => stored(PARTS.custody(copy), copy.wrapped)),
    object: lock.object, primary: team.primary, teamEpochs: team.epochs.map(({ epoch }) => epoch), deletes: deletes.length > 0, issued: document.issued,
    fact: canonicalJson(fact), ...auditValues(records),
  };
}
