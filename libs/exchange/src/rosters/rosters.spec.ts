import { beforeEach, describe, expect, it } from 'vitest';
import { digestOf, handedOutDigest, type Roster, type RosterMember, type RosterProposalBody, type SignedDocument } from '@lateral/contracts';
import { ExchangeWorld, listedFields, memberOf, valueOf } from '@lateral/testing/fakes';
import type { AuditRow, PublishRosterWrite, RosterJudge, RosterProposal, RosterStore, TeamStanding } from '../ports/index.js';
import { CosignRoster } from './cosign-roster.use-case.js';
import { ProposeRoster } from './propose-roster.use-case.js';

const AGENCY = 'school-b';
const [FIRST, SECOND] = [memberOf(AGENCY, 'c1'), memberOf(AGENCY, 'c2')];
const custodian = (member: string): RosterMember => ({ member, roles: ['custodian'], key: 'AA', fingerprint: member.padEnd(40, 'A'), from: '2020-01-01T00:00:00.000Z', until: null, signIn: null });
const roster = (version: number, members: readonly string[] = ['c1', 'c2']): Roster =>
  ({ v: 1, type: 'roster', agency: AGENCY, version, issued: '2026-01-01T00:00:00.000Z', previous: null, members: members.map(custodian), teamKey: null, delegates: [] });

const TEAM: TeamStanding = { primary: 'P'.repeat(40), epochs: ['D', 'E'].map((name) => ({ epoch: name.repeat(40), made: new Date(0) })) };

/** Signatures say whose they are, so that no key is needed here: what counts as one is for the judge's own tests. */
class ByName implements RosterJudge {
  judge({ signatures }: SignedDocument<Roster>): ReturnType<RosterJudge['judge']> {
    return Promise.resolve({ ok: true, signers: signatures.slice(1), whole: signatures.length > 2, before: roster(1), team: TEAM });
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

  propose(_agency: string, proposal: RosterProposal, record: AuditRow): Promise<boolean> {
    this.waiting = proposal;
    this.records.push(record);
    return Promise.resolve(true);
  }

  publish(write: PublishRosterWrite): Promise<boolean> {
    this.waiting = null;
    this.written.push(write);
    this.records.push(...write.records);
    return Promise.resolve(true);
  }

  needed: string[] = [];
  onlyOlderKits = false;

  stillNeeded(_agency: string, epochs: TeamStanding['epochs']): Promise<string[]> {
    return Promise.resolve(epochs.map(({ epoch }) => epoch).filter((epoch) => this.needed.includes(epoch)));
  }

  hasOnlyOlderKits(): Promise<boolean> {
    return Promise.resolve(this.onlyOlderKits);
  }
}

describe('the next roster', () => {
  let kept: Kept;
  let propose: ProposeRoster;
  let cosign: CosignRoster;
  let destroyed: number;
  let brokenOff: boolean;
  let inUse: readonly string[];
  beforeEach(async () => {
    [destroyed, brokenOff] = [0, false];
    const { clock, directory, randomness } = await ExchangeWorld.begin();
    inUse = (await directory.view()).agency(AGENCY)!.epochs;
    kept = new Kept();
    const copies = { carryOut: () => { destroyed += 1; return brokenOff ? Promise.reject(new Error('the key store is away')) : Promise.resolve(0); } };
    const deps = { clock, directory, randomness, rosters: kept, judge: new ByName(), copies };
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

  describe('that deletes an epoch', () => {
    const [OLD] = TEAM.epochs as [TeamStanding['epochs'][number]];
    const custody = ['c1', 'c2'].map((member) => ({ agency: AGENCY, member, primary: TEAM.primary, wrapped: 'AA' }));
    const deleting = (given = custody): RosterProposalBody => ({ ...body(['c1'], { ...roster(2), handedOut: handedOutDigest({ copies: [], custody: given })!, deletedEpochs: [OLD.epoch] }), custody: given });

    it('deletes nothing by one custodian; the second one gives the copies up with the record, and then they are destroyed', async () => {
      expect(valueOf(await propose.carryOut(FIRST, deleting())).state).toBe('waiting');
      expect([kept.written, destroyed]).toEqual([[], 0]);
      valueOf(await cosign.carryOut(SECOND, 2, 'c2'));
      expect(kept.written[0]).toMatchObject({ deletes: [OLD.epoch], team: TEAM });
      const record = kept.records.find(({ event }) => event === 'epoch.deleted.v1')!;
      expect(JSON.parse(record.record)).toMatchObject({ agency: AGENCY, member: 'c2', version: 2, epoch: OLD.epoch });
      expect(Object.keys(JSON.parse(record.record) as object).sort()).toEqual(listedFields('epoch.deleted.v1'));
      expect([record.entry, record.parties, destroyed]).toEqual(['erasure', [AGENCY], 1]);
    });

    it('is refused while a message may still be opened by it, without the key for every custodian, and where every recovery kit would go', async () => {
      const reasonOf = async (given = deleting()): Promise<unknown> => { const read = await propose.carryOut(FIRST, given); return read.ok ? read.value.state : [read.code, read.fields]; };
      const refused = (reason: string): unknown => ['roster-refused', [{ field: '/roster/document/deletedEpochs', reason }]];
      expect(await reasonOf(deleting(custody.slice(1)))).toEqual(refused('custody-missing'));
      const now = deleting();
      now.roster.document.deletedEpochs = [...inUse];
      expect([inUse.length > 0, await reasonOf(now)]).toEqual([true, refused('epoch-still-needed')]);
      kept.needed = [OLD.epoch];
      expect(await reasonOf()).toEqual(refused('epoch-still-needed'));
      [kept.needed, kept.onlyOlderKits] = [[], true];
      expect(await reasonOf()).toEqual(refused('recovery-kit-older'));
      kept.onlyOlderKits = false;
      expect(await reasonOf()).toBe('waiting');
      // What has come between the two signatures is asked again.
      kept.needed = [OLD.epoch];
      expect(await cosign.carryOut(SECOND, 2, 'c2')).toMatchObject({ ok: false, code: 'roster-refused', fields: [{ field: '/signature', reason: 'epoch-still-needed' }] });
      expect([kept.written, destroyed]).toEqual([[], 0]);
    });

    it('is gone on with by whoever asks again, where it was broken off after its record', async () => {
      valueOf(await propose.carryOut(FIRST, deleting()));
      brokenOff = true;
      await expect(cosign.carryOut(SECOND, 2, 'c2')).rejects.toThrow('away');
      expect(events()).toEqual(['roster.proposed.v1', 'roster.published.v1', 'epoch.deleted.v1']);
      brokenOff = false;
      expect(valueOf(await cosign.carryOut(SECOND, 2, 'c2')).state).toBe('published');
      expect([destroyed, events().length]).toEqual([2, 3]);
    });
  });
});
