import { beforeEach, describe, expect, it } from 'vitest';
import { digestOf, handedOutDigest, type Roster, type RosterMember, type RosterProposalBody, type SignedDocument } from '@lateral/contracts';
import { ExchangeWorld, listedFields, memberOf, valueOf } from '@lateral/testing/fakes';
import type { AuditRow, PublishRosterWrite, RosterJudge, RosterProposal, RosterStore } from '../ports/index.js';
import { CosignRoster } from './cosign-roster.use-case.js';
import { ProposeRoster } from './propose-roster.use-case.js';

const AGENCY = 'school-b';
const [FIRST, SECOND] = [memberOf(AGENCY, 'c1'), memberOf(AGENCY, 'c2')];
const custodian = (member: string): RosterMember => ({ member, roles: ['custodian'], key: 'AA', fingerprint: member.padEnd(40, 'A'), from: '2020-01-01T00:00:00.000Z', until: null, signIn: null });
const roster = (version: number, members: readonly string[] = ['c1', 'c2']): Roster =>
  ({ v: 1, type: 'roster', agency: AGENCY, version, issued: '2026-01-01T00:00:00.000Z', previous: null, members: members.map(custodian), teamKey: null, delegates: [] });

/** Signatures say whose they are, so that no key is needed here: what counts as one is for the judge's own tests. */
class ByName implements RosterJudge {
  judge({ signatures }: SignedDocument<Roster>): ReturnType<RosterJudge['judge']> {
    return Promise.resolve({ ok: true, signers: signatures.slice(1), whole: signatures.length > 2, before: roster(1) });
  }
}

class Kept implements RosterStore {
  waiting: RosterProposal | null = null;
  readonly written: PublishRosterWrite[] = [];
  readonly records: AuditRow[] = [];

  versions(_agency: string, from: number): Promise<SignedDocument<Roster>[]> {
    return Promise.resolve(this.written.map((write) => write.roster).filter(({ document }) => document.version >= from));
  }

  proposal(): Promise<RosterProposal | null> {
    return Promise.resolve(this.waiting);
  }

  propose(_agency: string, proposal: RosterProposal, record: AuditRow): Promise<void> {
    this.waiting = proposal;
    this.records.push(record);
    return Promise.resolve();
  }

  publish(write: PublishRosterWrite): Promise<boolean> {
    this.waiting = null;
    this.written.push(write);
    this.records.push(...write.records);
    return Promise.resolve(true);
  }
}

describe('the next roster', () => {
  let kept: Kept;
  let propose: ProposeRoster;
  let cosign: CosignRoster;
  beforeEach(async () => {
    const { clock, directory, randomness } = await ExchangeWorld.begin();
    kept = new Kept();
    const deps = { clock, directory, randomness, rosters: kept, judge: new ByName() };
    [propose, cosign] = [new ProposeRoster(deps), new CosignRoster(deps)];
  });
  const body = (signers: readonly string[], document = roster(2)): RosterProposalBody => ({ roster: { document, signatures: ['primary', ...signers] }, copies: [], custody: [] });
  const events = (): string[] => kept.records.map(({ event }) => event);

  it('waits for a second custodian, and is in force with their signature', async () => {
    expect(valueOf(await propose.carryOut(FIRST, body(['c1'])))).toEqual({ agency: AGENCY, version: 2, state: 'waiting' });
    expect(kept.written).toEqual([]);
    expect(valueOf(await cosign.carryOut(SECOND, 2, 'c2'))).toEqual({ agency: AGENCY, version: 2, state: 'published' });
    expect(events()).toEqual(['roster.proposed.v1', 'roster.published.v1']);
    for (const { event, record } of kept.records) expect(Object.keys((JSON.parse(record) as { f?: object }).f ?? JSON.parse(record) as object).sort()).toEqual(expect.arrayContaining(listedFields(event)));
    for (const { event, record } of kept.records) expect(Object.keys(JSON.parse(record) as object).sort()).toEqual(listedFields(event));
    expect(kept.written[0]!.fact).toMatchObject({ kind: 'roster', of: AGENCY, version: 2, digest: digestOf('roster', roster(2)) });
  });

  it('is at once in force where two have signed, and never by one person who signs twice', async () => {
    expect(valueOf(await propose.carryOut(FIRST, body(['c1', 'c1']))).state).toBe('waiting');
    expect(await cosign.carryOut(FIRST, 2, 'c1')).toEqual({ ok: false, code: 'not-allowed' });
    expect(kept.written).toEqual([]);
    expect(valueOf(await propose.carryOut(FIRST, body(['c1', 'c2'], roster(2, ['c1', 'c2', 'm3'])))).state).toBe('published');
  });

  it('is put forward and signed by those who say so themselves', async () => {
    expect(await propose.carryOut(FIRST, body(['c2']))).toMatchObject({ ok: false, code: 'roster-refused', fields: [{ field: '/roster/signatures', reason: 'not-by-the-caller' }] });
    valueOf(await propose.carryOut(FIRST, body(['c1'])));
    expect(await cosign.carryOut(SECOND, 2, 'c3')).toMatchObject({ ok: false, code: 'roster-refused', fields: [{ field: '/signature', reason: 'not-by-the-caller' }] });
    expect(await propose.carryOut(memberOf('gp-c'), body(['m1']))).toEqual({ ok: false, code: 'not-found' });
  });

  it('is one act however often it comes: waiting, signed and in force', async () => {
    for (const _ of [1, 2]) expect(valueOf(await propose.carryOut(FIRST, body(['c1']))).state).toBe('waiting');
    expect(events()).toEqual(['roster.proposed.v1']);
    for (const _ of [1, 2]) expect(valueOf(await cosign.carryOut(SECOND, 2, 'c2')).state).toBe('published');
    expect(valueOf(await propose.carryOut(FIRST, body(['c1']))).state).toBe('published');
    expect(events()).toEqual(['roster.proposed.v1', 'roster.published.v1']);
  });

  it('hands out the keys that stand in it, and no others: neither when it is put forward nor when the second one signs', async () => {
    const copies = [{ agency: AGENCY, member: 'c1', epoch: 'E'.repeat(40), wrapped: 'AA' }];
    const handedOut = handedOutDigest({ copies, custody: [] })!;
    for (const [document, given] of [[roster(2), copies], [{ ...roster(2), handedOut }, []], [{ ...roster(2), handedOut }, [{ ...copies[0]!, wrapped: 'AB' }]]] as const) {
      expect(await propose.carryOut(FIRST, { ...body(['c1'], document), copies: [...given] })).toMatchObject({ ok: false, code: 'roster-refused', fields: [{ field: '/copies', reason: 'not-those-of-the-roster' }] });
    }
    expect(kept.waiting).toBeNull();
    valueOf(await propose.carryOut(FIRST, { ...body(['c1'], { ...roster(2), handedOut }), copies }));
    kept.waiting!.body.copies = [{ ...copies[0]!, wrapped: 'AB' }];
    expect(await cosign.carryOut(SECOND, 2, 'c2')).toMatchObject({ ok: false, code: 'roster-refused' });
    kept.waiting!.body.copies = copies;
    expect(valueOf(await cosign.carryOut(SECOND, 2, 'c2')).state).toBe('published');
    expect(kept.written[0]!.copies).toEqual(copies);
  });

  it('does not wait with other signatures than it was put forward with', async () => {
    valueOf(await propose.carryOut(FIRST, body(['c1'])));
    expect(await propose.carryOut(FIRST, body(['c1', 'c1']))).toMatchObject({ ok: false, code: 'roster-refused', fields: [{ field: '/roster/signatures', reason: 'waits-with-others' }] });
  });

  it('ends the sessions of whoever it leaves out, and of nobody else', async () => {
    valueOf(await propose.carryOut(FIRST, body(['c1', 'c2'], roster(2, ['c1']))));
    expect(kept.written[0]).toMatchObject({ leavers: ['c2'], members: ['c1'], custodians: ['c1'] });
    expect(events()).toEqual(['roster.published.v1', 'session.ended.v1']);
  });
});
