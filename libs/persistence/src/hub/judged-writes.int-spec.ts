import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenCheckWrite, RequestWrite } from '@lateral/exchange';
import { memberOf } from '@lateral/testing/fakes';
import { hubWorld, type HubWorld } from '@lateral/testing/hub';

const TABLES = ['idempotency_key', 'lateral_check', 'check_request', 'envelope', 'envelope_body', 'justification', 'audit_record', 'outbox_event', 'emergency_override'];

describe('acts that the hub judges and times', () => {
  let world: HubWorld;
  const counts = async (): Promise<unknown> => (await world.database.sql(`select ${TABLES.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ')}`))[0];
  const opened = async (write = world.samples.openCheck('police-a', ['school-b', 'gp-c'])): Promise<OpenCheckWrite> => {
    expect(await world.hub.checks.open(write)).toMatchObject({ outcome: 'done' });
    return write;
  };
  const standing = ({ check }: OpenCheckWrite, version: number) => ({ id: check.id, reference: check.reference, state: 'open', version });

  beforeAll(async () => {
    world = await hubWorld(21, ['police-a', 'school-b', 'gp-c', 'lhb-d'], 8);
  });
  afterAll(() => world.end());

  describe('are answered whole', () => {
    const also = { requests: [{ id: 'r', judgement: { verdict: 'warn', rules: ['T9'] } }] };

    it('when they are done, when they are done again and when they are looked up', async () => {
      const write = { ...world.samples.openCheck('police-a', ['school-b']), replyAlso: also };
      const reply = { ...standing(write, 1), ...also };
      expect(await world.hub.checks.open(write)).toEqual({ outcome: 'done', reply });
      expect(await world.hub.checks.open(write)).toEqual({ outcome: 'replayed', digest: write.attempt.digest, reply });
      expect(await world.hub.checks.earlier(write.actor, write.attempt.key)).toEqual({ digest: write.attempt.digest, reply });
    });

    it('by every write that leaves something standing', async () => {
      const write = await opened();
      const further = { ...world.samples.askFurther(write, ['lhb-d']), replyAlso: also };
      expect(await world.hub.checks.askFurther(further)).toEqual({ outcome: 'done', reply: { ...standing(write, 2), ...also } });
      await world.hub.checks.handOver(world.samples.acknowledge(write));
      const answer = { ...world.samples.answer(write), replyAlso: { judgement: { verdict: 'accept' } } };
      expect(await world.hub.checks.changeRequest(answer)).toMatchObject({ outcome: 'done', reply: { state: 'answered', judgement: { verdict: 'accept' } } });
      expect(await world.hub.checks.earlier(answer.actor, answer.attempt.key)).toMatchObject({ reply: { state: 'answered', judgement: { verdict: 'accept' } } });
    });
  });

  it('keep when the report was received, the rule of the due time, and the record as it was signed', async () => {
    const write = await opened();
    expect(await world.hub.checks.checkFacts(write.check.reference)).toMatchObject({ receivedAt: write.check.receivedAt });
    const [{ id, envelope }] = write.requests as [OpenCheckWrite['requests'][number]];
    expect(await world.hub.checks.request(id, memberOf('school-b'))).toMatchObject({ dueRule: 'red-1h' });
    expect(await world.hub.checks.justificationOf(envelope.id)).toEqual(envelope.sealed.justification);
    expect(await world.hub.checks.justificationOf(world.samples.id())).toBeNull();
  });

  describe('asking further', () => {
    it('adds requests to the check that is open, with all that comes with them, and moves its version', async () => {
      const write = await opened();
      const before = (await counts()) as Record<string, number>;
      const further = world.samples.askFurther(write, ['lhb-d', 'gp-c']);
      expect(await world.hub.checks.askFurther(further)).toEqual({ outcome: 'done', reply: standing(write, 2) });
      const grown = Object.fromEntries(Object.entries((await counts()) as Record<string, number>).map(([table, n]) => [table, n - before[table]!]));
      expect(grown).toEqual({ idempotency_key: 1, lateral_check: 0, check_request: 2, envelope: 2, envelope_body: 2, justification: 2, audit_record: 2, outbox_event: 2, emergency_override: 0 });
      const facts = await world.hub.checks.checkFacts(write.check.reference);
      expect(facts).toMatchObject({ state: 'open', version: 2 });
      expect(facts!.requests.map(({ id }) => id)).toEqual([...write.requests, ...further.requests].map(({ id }) => id));
      const [asked] = further.requests;
      expect(await world.hub.checks.request(asked!.id, memberOf('lhb-d'))).toMatchObject({ reference: write.check.reference, asking: 'police-a', state: 'open', version: 1, dueAt: asked!.dueAt.toISOString(), envelopes: [{ id: asked!.envelope.id }] });
      expect(await world.hub.checks.handOver(world.samples.acknowledge({ ...write, requests: further.requests }))).toMatchObject({ outcome: 'done' });
      expect(await world.hub.checks.askFurther(further)).toEqual({ outcome: 'replayed', digest: further.attempt.digest, reply: standing(write, 2) });
    });

    it('leaves nothing behind where the check has moved on, or an id or an attachment is taken', async () => {
      const write = await opened();
      const before = await counts();
      const further = world.samples.askFurther(write, ['lhb-d']);
      expect(await world.hub.checks.askFurther({ ...further, from: { version: 2, state: 'open' } })).toEqual({ outcome: 'changed' });
      expect(await world.hub.checks.askFurther({ ...further, from: { version: 1, state: 'decided' } })).toEqual({ outcome: 'changed' });
      expect(await world.hub.checks.askFurther({ ...further, check: { ...further.check, id: world.samples.id() } })).toEqual({ outcome: 'changed' });
      expect(await world.hub.checks.askFurther(world.samples.askFurther(write, ['lhb-d'], [world.samples.id()]))).toEqual({ outcome: 'changed' });
      expect(await world.hub.checks.askFurther({ ...further, requests: further.requests.map((request) => ({ ...request, id: write.requests[0]!.id })) })).toEqual({ outcome: 'id-taken' });
      expect(await counts()).toEqual(before);
    });

    it('at once, from one and the same version, is done by one of eight', async () => {
      const write = await opened();
      const results = await Promise.all(Array.from({ length: 8 }, () => world.hub.checks.askFurther(world.samples.askFurther(write, ['lhb-d']))));
      expect(results.map(({ outcome }) => outcome).sort()).toEqual([...Array<string>(7).fill('changed'), 'done']);
      expect((await world.hub.checks.checkFacts(write.check.reference))!.requests).toHaveLength(3);
    });

    it('is one transaction', async () => {
      const write = await opened();
      const further = world.samples.overriding(world.samples.askFurther(write, ['lhb-d']));
      await world.hub.checks.askFurther(further);
      const [{ id, envelope }] = further.requests as [OpenCheckWrite['requests'][number]];
      const rows = await world.database.sql(`
        select xmin::text as x from check_request where id = $1 union select xmin::text from lateral_check where id = $2 union select xmin::text from envelope where id = $3
        union select xmin::text from justification where envelope_id = $3 union select xmin::text from audit_record where message_id = $3 union select xmin::text from outbox_event where request_id = $1
        union select xmin::text from emergency_override where message = $3`, [id, write.check.id, envelope.id]);
      expect(rows).toHaveLength(1);
    });
  });

  it('moving a due time moves it and its rule, and nothing else of the request', async () => {
    const write = await opened();
    const { id } = write.requests[0]!;
    await world.hub.checks.handOver(world.samples.acknowledge(write));
    const before = (await world.hub.checks.request(id, memberOf('school-b')))!;
    const at = new Date(write.at.getTime() + 7_200_000);
    const act = world.samples.act('police-a', [world.samples.record('request.due-moved.v1', { check: write.check.id, request: id, parties: ['police-a', 'school-b'] })]);
    const move: RequestWrite = { ...act, envelope: null, override: null, change: { request: id, check: write.check.id, from: { version: 2, state: 'acknowledged' }, to: 'acknowledged', checkChange: null, due: { at, rule: 'moved:agreed_with_agency' } } };
    expect(await world.hub.checks.changeRequest(move)).toMatchObject({ outcome: 'done', reply: { state: 'acknowledged', version: 3 } });
    expect(await world.hub.checks.request(id, memberOf('school-b'))).toEqual({ ...before, version: 3, dueAt: at.toISOString(), dueRule: 'moved:agreed_with_agency' });
    expect(await world.hub.checks.requestFacts(id)).toMatchObject({ dueAt: at });
    const answer = world.samples.answer(write);
    await world.hub.checks.changeRequest({ ...answer, change: { ...answer.change, from: { version: 3, state: 'acknowledged' } } });
    expect(await world.hub.checks.request(id, memberOf('school-b'))).toMatchObject({ state: 'answered', dueAt: at.toISOString(), dueRule: 'moved:agreed_with_agency' });
  });

  it('rating a check rates the check, and leaves what was sent as it was', async () => {
    const write = await opened();
    const act = world.samples.act('police-a', [world.samples.record('check.rated.v1', { check: write.check.id, parties: ['police-a'] })]);
    const rate = { ...act, check: write.check.id, from: { version: 1, state: 'open' as const }, to: 'open' as const, urgency: 'amber' as const, requests: [], envelope: null };
    expect(await world.hub.checks.changeCheck(rate)).toEqual({ outcome: 'done', reply: standing(write, 2) });
    const facts = (await world.hub.checks.checkFacts(write.check.reference))!;
    expect([facts.urgency, ...facts.requests.map(({ urgency }) => urgency)]).toEqual(['amber', 'red', 'red']);
    const { urgency: _, ...unrated } = rate;
    await world.hub.checks.changeCheck({ ...unrated, ...world.samples.act('police-a', []), from: { version: 2, state: 'open' } });
    expect((await world.hub.checks.checkFacts(write.check.reference))!.urgency).toBe('amber');
  });
});
