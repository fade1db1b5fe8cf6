import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OverrideView } from '@lateral/contracts';
import type { KeepRecordWrite, OverrideRow } from '@lateral/exchange';
import { memberOf } from '@lateral/testing/fakes';
import { hubWorld, type HubWorld } from '@lateral/testing/hub';

describe('emergency overrides', () => {
  let world: HubWorld;
  const used = async (): Promise<OverrideRow> => {
    const write = world.samples.overriding(world.samples.openCheck('police-a', ['school-b', 'gp-c']), 1);
    expect(await world.hub.checks.open(write)).toMatchObject({ outcome: 'done' });
    return write.overrides[0]!;
  };
  const review = ({ message, check, request, agency }: OverrideRow, member = 'm2'): KeepRecordWrite => world.samples.keepRecord(agency, { check, request }, { message, finding: 'right_and_completed' }, member);
  const kept = async (): Promise<unknown> => (await world.database.sql(`select (select count(*)::int from envelope) as envelopes, (select count(*)::int from audit_record) as records, (select count(*)::int from idempotency_key) as keys`))[0];

  beforeAll(async () => {
    world = await hubWorld(22, ['police-a', 'school-b', 'gp-c'], 8);
  });
  afterAll(() => world.end());

  it('are on the list of the agency that used them, as they were used, and on nobody else\'s', async () => {
    const override = await used();
    const { message, check, request, reason, findings, usedAt, reviewDue, member } = override;
    const facts = await world.hub.checks.requestFacts(request);
    const view: OverrideView = { message, check, request, reference: facts!.reference, asking: 'police-a', asked: facts!.asked, reason, findings: [...findings], usedAt: usedAt.toISOString(), usedBy: member, reviewDue: reviewDue.toISOString(), reviewedAt: null, finding: null };
    expect(await world.hub.overrides.find(message, memberOf('police-a'))).toEqual(view);
    expect((await world.hub.overrides.list(memberOf('police-a'), { open: true, after: null, limit: 10 })).items).toEqual([view]);
    for (const agency of ['school-b', 'gp-c']) {
      expect(await world.hub.overrides.find(message, memberOf(agency))).toBeNull();
      expect((await world.hub.overrides.list(memberOf(agency), { open: false, after: null, limit: 10 })).items).toEqual([]);
    }
    expect(await world.hub.overrides.find(world.samples.id(), memberOf('police-a'))).toBeNull();
  });

  it('of an answer belong to the agency that answered, and the act that brought a message stays its own record', async () => {
    const check = world.samples.openCheck('police-a', ['school-b']);
    await world.hub.checks.open(check);
    await world.hub.checks.handOver(world.samples.acknowledge(check));
    const answer = world.samples.answer(check);
    const override = world.samples.override(answer, { message: answer.envelope!.id, check: check.check.id, request: check.requests[0]!.id });
    const record = world.samples.record('override.used.v1', { check: override.check, request: override.request, message: override.message, parties: ['school-b'] });
    expect(await world.hub.checks.changeRequest({ ...answer, records: [record, ...answer.records], override })).toMatchObject({ outcome: 'done', reply: { state: 'answered' } });
    expect(await world.hub.overrides.find(override.message, memberOf('school-b'))).toMatchObject({ usedBy: 'm1', reference: check.check.reference, asking: 'police-a', asked: 'school-b' });
    expect(await world.hub.overrides.find(override.message, memberOf('police-a'))).toBeNull();
    expect((await world.hub.checks.envelopeFacts(override.message))!.shareRecord).toBe(answer.records[0]!.id);
  });

  it('do not come to be where the act does not', async () => {
    const write = world.samples.overriding(world.samples.openCheck('police-a', ['school-b']));
    await world.hub.checks.open(write);
    const again = { ...world.samples.overriding(world.samples.openCheck('police-a', ['school-b'])), attempt: write.attempt };
    expect(await world.hub.checks.open(again)).toMatchObject({ outcome: 'replayed' });
    expect(await world.hub.overrides.find(again.overrides[0]!.message, memberOf('police-a'))).toBeNull();
  });

  it('are reviewed once: with the record, by one of eight who try at once, and answered to a retry as then', async () => {
    const override = await used();
    const reviews = Array.from({ length: 8 }, () => review(override));
    const results = await Promise.all(reviews.map((write) => world.hub.checks.keepRecord(write)));
    expect(results.map(({ outcome }) => outcome).sort()).toEqual([...Array<string>(7).fill('changed'), 'done']);
    const won = reviews[results.findIndex(({ outcome }) => outcome === 'done')]!;
    expect(await world.hub.overrides.find(override.message, memberOf('police-a'))).toMatchObject({ reviewedAt: won.at.toISOString(), finding: 'right_and_completed' });
    expect(await world.database.sql('select review_message from emergency_override where message = $1', [override.message])).toEqual([{ review_message: won.envelope.id }]);
    expect(await world.hub.checks.sealed(won.envelope.id)).toEqual(won.envelope.sealed);
    expect(await world.hub.checks.keepRecord(won)).toEqual({ outcome: 'replayed', digest: won.attempt.digest, reply: null });
    expect(await world.database.sql('select count(*)::int as n from envelope where id = any($1)', [reviews.map(({ envelope }) => envelope.id)])).toEqual([{ n: 1 }]);
  });

  it('are not reviewed by who used them, by another agency, or under another message, and nothing is kept then', async () => {
    const override = await used();
    const before = await kept();
    for (const write of [review(override, override.member), { ...review(override), actor: { agency: 'school-b', member: 'm2', roles: [] } }, review({ ...override, message: world.samples.id() })]) {
      expect(await world.hub.checks.keepRecord(write)).toEqual({ outcome: 'changed' });
    }
    expect(await kept()).toEqual(before);
    expect(await world.hub.overrides.find(override.message, memberOf('police-a'))).toMatchObject({ reviewedAt: null });
  });

  it('are listed newest first, in pages: the open ones, or all', async () => {
    const own = await hubWorld(23, ['police-a', 'school-b']);
    try {
      const messages: string[] = [];
      for (let n = 0; n < 5; n += 1) {
        const write = own.samples.overriding(own.samples.openCheck('police-a', ['school-b']));
        await own.hub.checks.open(write);
        const { message, check, request } = write.overrides[0]!;
        messages.unshift(message);
        if (n === 2) await own.hub.checks.keepRecord(own.samples.keepRecord('police-a', { check, request }, { message, finding: 'not_justified' }));
      }
      const pages = async (open: boolean): Promise<string[][]> => {
        const found: string[][] = [];
        for (let after: string | null = null, first = true; first || after !== null; first = false) {
          const page: Awaited<ReturnType<typeof own.hub.overrides.list>> = await own.hub.overrides.list(memberOf('police-a'), { open, after, limit: 2 });
          found.push(page.items.map(({ message }) => message));
          after = page.next;
        }
        return found;
      };
      const [a, b, c, d, e] = messages;
      expect(await pages(false)).toEqual([[a, b], [c, d], [e]]);
      expect(await pages(true)).toEqual([[a, b], [d, e]]);
    } finally {
      await own.end();
    }
  });
});

describe('records that are kept', () => {
  let world: HubWorld;
  beforeAll(async () => {
    world = await hubWorld(24, ['police-a', 'school-b']);
  });
  afterAll(() => world.end());

  it('need no check, are kept once, and are there to be handed over to their own agency', async () => {
    const write = { ...world.samples.keepRecord('school-b', { check: world.samples.id(), request: null }), replyAlso: { message: 'm' } };
    expect(await world.hub.checks.keepRecord(write)).toEqual({ outcome: 'done', reply: { message: 'm' } });
    expect(await world.hub.checks.keepRecord(write)).toEqual({ outcome: 'replayed', digest: write.attempt.digest, reply: { message: 'm' } });
    expect(await world.hub.checks.envelopeFacts(write.envelope.id)).toMatchObject({ type: 'record', from: 'school-b', to: null, check: write.envelope.check, request: null, shareRecord: write.records[0]!.id });
    const record = world.samples.record('envelope.handed-over.v1', { message: write.envelope.id, parties: ['school-b'] });
    const collect = { ...world.samples.act('school-b', [record]), envelope: write.envelope.id, change: null, seen: null, firstCollection: false };
    expect(await world.hub.checks.handOver(collect)).toEqual({ outcome: 'done', reply: write.envelope.sealed });
    const again = { ...world.samples.keepRecord('school-b', { check: write.envelope.check, request: null }), envelope: write.envelope, records: [world.samples.record('record-only.kept.v1', { message: write.envelope.id, parties: ['school-b'] })] };
    expect(await world.hub.checks.keepRecord(again)).toEqual({ outcome: 'id-taken' });
  });
});
