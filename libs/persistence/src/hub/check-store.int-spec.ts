import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenCheckWrite } from '@lateral/exchange';
import { memberOf } from '@lateral/testing/fakes';
import { hubWorld, type HubWorld } from '@lateral/testing/hub';

const TABLES = ['idempotency_key', 'check_reference', 'lateral_check', 'check_request', 'envelope', 'envelope_body', 'justification', 'audit_record', 'outbox_event'];

describe('checks in Postgres', () => {
  let world: HubWorld;
  /** How many rows every table of an act has: what a refused act must leave as it was. */
  const counts = async (): Promise<unknown> => (await world.database.sql(`select ${TABLES.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ')}`))[0];
  const opened = async (): Promise<OpenCheckWrite> => {
    const write = world.samples.openCheck('police-a', ['school-b', 'gp-c', 'lhb-d', 'housing-e']);
    expect(await world.hub.checks.open(write)).toMatchObject({ outcome: 'done' });
    return write;
  };

  beforeAll(async () => {
    world = await hubWorld(1, ['police-a', 'school-b', 'gp-c', 'lhb-d', 'housing-e'], 8);
  });
  afterAll(() => world.end());

  describe('opening', () => {
    it('stores every part of the act', async () => {
      const before = (await counts()) as Record<string, number>;
      const write = world.samples.openCheck('police-a', ['school-b', 'gp-c']);
      expect(await world.hub.checks.open(write)).toEqual({ outcome: 'done', reply: { id: write.check.id, reference: write.check.reference, state: 'open', version: 1 } });
      const grown = Object.fromEntries(Object.entries((await counts()) as Record<string, number>).map(([table, n]) => [table, n - before[table]!]));
      expect(grown).toEqual({ idempotency_key: 1, check_reference: 1, lateral_check: 1, check_request: 2, envelope: 2, envelope_body: 2, justification: 2, audit_record: 3, outbox_event: 2 });
      expect(await world.hub.checks.checkFacts(write.check.reference)).toMatchObject({ id: write.check.id, asking: 'police-a', state: 'open', version: 1, requests: write.requests.map(({ id, asked, dueAt, envelope }) => ({ id, asked, dueAt, state: 'open', version: 1, currentEnvelope: envelope.id, currentDigest: envelope.contentDigest, currentResponse: null })) });
    });

    it('gives envelopes back exactly as they came', async () => {
      const write = await opened();
      for (const { envelope } of write.requests) expect(await world.hub.checks.sealed(envelope.id)).toEqual(envelope.sealed);
    });

    it('is carried out once for a key, and answers a retry as it did then', async () => {
      const write = await opened();
      const before = await counts();
      expect(await world.hub.checks.open(write)).toEqual({ outcome: 'replayed', digest: write.attempt.digest, reply: { id: write.check.id, reference: write.check.reference, state: 'open', version: 1 } });
      const other = { ...world.samples.openCheck('police-a', ['gp-c']), attempt: { key: write.attempt.key, digest: 'another' } };
      expect(await world.hub.checks.open(other)).toMatchObject({ outcome: 'replayed', digest: write.attempt.digest });
      expect(await counts()).toEqual(before);
    });

    it('leaves nothing behind where an id is taken', async () => {
      const write = await opened();
      const before = await counts();
      const fresh = world.samples.openCheck('police-a', ['gp-c']);
      expect(await world.hub.checks.open({ ...fresh, check: { ...fresh.check, id: write.check.id } })).toEqual({ outcome: 'id-taken' });
      expect(await world.hub.checks.open({ ...fresh, check: { ...fresh.check, reference: write.check.reference } })).toEqual({ outcome: 'id-taken' });
      expect(await world.hub.checks.open({ ...fresh, requests: fresh.requests.map((request) => ({ ...request, id: write.requests[0]!.id })) })).toEqual({ outcome: 'id-taken' });
      expect(await counts()).toEqual(before);
      expect(await world.hub.checks.open(fresh)).toMatchObject({ outcome: 'done' });
    });

    it('of two attempts at once under one key carries out one, and the other is its replay', async () => {
      const write = world.samples.openCheck('police-a', ['school-b', 'gp-c']);
      const results = await Promise.all(Array.from({ length: 8 }, () => world.hub.checks.open(write)));
      expect(results.map(({ outcome }) => outcome).sort()).toEqual(['done', ...Array<string>(7).fill('replayed')]);
    });

    it('refuses an agency that no partnership file names, and stores nothing of it', async () => {
      const before = await counts();
      await expect(world.hub.checks.open(world.samples.openCheck('police-a', ['nobody']))).rejects.toMatchObject({ code: '23502' });
      expect(await counts()).toEqual(before);
    });

    it('is one transaction', async () => {
      const xids = async (write: OpenCheckWrite): Promise<number> => (await world.database.sql<{ n: number }>(`
        select count(distinct x)::int as n from (
          select xmin::text as x from lateral_check where id = $1 union all select xmin::text from check_request where check_id = $1 union all select xmin::text from envelope where check_id = $1
          union all select b.xmin::text from envelope_body b join envelope e on e.id = b.envelope_id where e.check_id = $1 union all select xmin::text from audit_record where check_id = $1
          union all select xmin::text from outbox_event where check_id = $1 union all select xmin::text from idempotency_key where key = $2) as rows`, [write.check.id, write.attempt.key]))[0]!.n;
      expect(await xids(await opened())).toBe(1);
    });
  });

  describe('changing a request', () => {
    it('acknowledges with the hand-over, answers once, and moves the version each time', async () => {
      const check = await opened();
      const { id, envelope } = check.requests[0]!;
      expect(await world.hub.checks.handOver(world.samples.acknowledge(check))).toEqual({ outcome: 'done', reply: envelope.sealed });
      expect(await world.hub.checks.requestFacts(id)).toMatchObject({ state: 'acknowledged', version: 2 });
      const answer = world.samples.answer(check);
      const standing = { id, check: check.check.id, reference: check.check.reference, state: 'answered', version: 3 };
      expect(await world.hub.checks.changeRequest(answer)).toEqual({ outcome: 'done', reply: standing });
      expect(await world.hub.checks.requestFacts(id)).toMatchObject({ state: 'answered', version: 3, currentEnvelope: envelope.id, currentResponse: answer.envelope!.id });
      expect(await world.hub.checks.changeRequest(answer)).toEqual({ outcome: 'replayed', digest: answer.attempt.digest, reply: standing });
      expect(await world.hub.checks.earlier(answer.actor, answer.attempt.key)).toEqual({ digest: answer.attempt.digest, reply: standing });
      expect(await world.hub.checks.envelopeFacts(answer.envelope!.id)).toMatchObject({ type: 'response', from: 'school-b', to: 'police-a', shareRecord: answer.records[0]!.id });
    });

    it('leaves nothing behind where the request has moved on', async () => {
      const check = await opened();
      const before = await counts();
      expect(await world.hub.checks.changeRequest(world.samples.answer(check))).toEqual({ outcome: 'changed' });
      expect(await counts()).toEqual(before);
      expect(await world.hub.checks.requestFacts(check.requests[0]!.id)).toMatchObject({ state: 'open', version: 1 });
    });

    it('lets one of fifty answers at once win', async () => {
      const check = await opened();
      await world.hub.checks.handOver(world.samples.acknowledge(check));
      const before = (await counts()) as Record<string, number>;
      const results = await Promise.all(Array.from({ length: 50 }, () => world.hub.checks.changeRequest(world.samples.answer(check))));
      expect(results.filter(({ outcome }) => outcome === 'done')).toHaveLength(1);
      expect(results.filter(({ outcome }) => outcome === 'changed')).toHaveLength(49);
      expect(await counts()).toEqual({ ...before, idempotency_key: before['idempotency_key']! + 1, envelope: before['envelope']! + 1, envelope_body: before['envelope_body']! + 1, justification: before['justification']! + 1, audit_record: before['audit_record']! + 1, outbox_event: before['outbox_event']! + 1 });
    });

    it('of one answer sent eight times at once carries out one, and the rest are its replay', async () => {
      const check = await opened();
      await world.hub.checks.handOver(world.samples.acknowledge(check));
      const answer = world.samples.answer(check);
      const results = await Promise.all(Array.from({ length: 8 }, () => world.hub.checks.changeRequest(answer)));
      expect(results.map(({ outcome }) => outcome).sort()).toEqual(['done', ...Array<string>(7).fill('replayed')]);
    });

    it('moves the check with it, or neither', async () => {
      const check = await opened();
      const change = { request: check.requests[0]!.id, check: check.check.id, from: { version: 1, state: 'open' as const }, to: 'withdrawn' as const };
      const write = { ...world.samples.act('police-a', []), change: { ...change, checkChange: { from: 'decided' as const, to: 'open' as const } }, envelope: null, override: null };
      const before = await counts();
      expect(await world.hub.checks.changeRequest(write)).toEqual({ outcome: 'changed' });
      expect(await counts()).toEqual(before);
      expect(await world.hub.checks.changeRequest({ ...write, change: { ...change, checkChange: { from: 'open', to: 'withdrawn' } } })).toMatchObject({ outcome: 'done' });
      expect(await world.hub.checks.checkFacts(check.check.reference)).toMatchObject({ state: 'withdrawn', version: 2, requests: expect.arrayContaining([expect.objectContaining({ id: change.request, state: 'withdrawn', version: 2 })]) });
    });

    it('puts a corrected request in force, to be collected and told of anew', async () => {
      const check = await opened();
      const { id, envelope } = check.requests[0]!;
      await world.hub.checks.handOver(world.samples.acknowledge(check));
      const corrected = world.samples.envelope({ type: 'request', check: check.check.id, request: id, from: 'police-a', to: 'school-b', corrects: envelope.id });
      const record = world.samples.record('request.corrected.v1', { check: check.check.id, request: id, message: corrected.id, parties: ['police-a', 'school-b'] });
      const change = { request: id, check: check.check.id, from: { version: 2, state: 'acknowledged' as const }, to: 'open' as const, checkChange: null };
      expect(await world.hub.checks.changeRequest({ ...world.samples.act('police-a', [record]), change, envelope: corrected, override: null })).toMatchObject({ outcome: 'done' });
      expect(await world.hub.checks.requestFacts(id)).toMatchObject({ state: 'open', currentEnvelope: corrected.id, currentDigest: corrected.contentDigest });
      const view = await world.hub.checks.request(id, memberOf('school-b'));
      expect(view).toMatchObject({ acknowledgedAt: null, notice: 'pending' });
      expect(view!.envelopes.map((shown) => [shown.id, shown.supersededBy])).toEqual([[corrected.id, null], [envelope.id, corrected.id]]);
    });
  });

  describe('changing a check', () => {
    it('ends its requests with it, each from exactly the version named, or does nothing', async () => {
      const check = await opened();
      await world.hub.checks.handOver(world.samples.acknowledge(check));
      const requests = check.requests.map(({ id }) => ({ request: id, from: { version: 1, state: 'open' as const }, to: 'withdrawn' as const }));
      const write = { ...world.samples.act('police-a', []), check: check.check.id, from: { version: 1, state: 'open' as const }, to: 'withdrawn' as const, requests, envelope: null };
      const before = await counts();
      expect(await world.hub.checks.changeCheck(write)).toEqual({ outcome: 'changed' });
      expect(await counts()).toEqual(before);
      requests[0] = { request: requests[0]!.request, from: { version: 2, state: 'acknowledged' as never }, to: 'withdrawn' };
      expect(await world.hub.checks.changeCheck(write)).toEqual({ outcome: 'done', reply: { id: check.check.id, reference: check.check.reference, state: 'withdrawn', version: 2 } });
      expect(await world.hub.checks.changeCheck(write)).toMatchObject({ outcome: 'replayed' });
      const view = await world.hub.checks.check(check.check.reference, memberOf('police-a'));
      expect(view).toMatchObject({ state: 'withdrawn', closedAt: write.at.toISOString() });
      expect(view!.requests.map(({ state, endedAt }) => [state, endedAt])).toEqual(requests.map(() => ['withdrawn', write.at.toISOString()]));
    });

    it('meets answers to its requests without a deadlock, and exactly one of the two counts', async () => {
      for (let round = 0; round < 10; round += 1) {
        const check = await opened();
        await world.hub.checks.handOver(world.samples.acknowledge(check));
        const requests = check.requests.map(({ id }, n) => ({ request: id, from: n === 0 ? { version: 2, state: 'acknowledged' as const } : { version: 1, state: 'open' as const }, to: 'withdrawn' as const }));
        const withdrawal = { ...world.samples.act('police-a', []), check: check.check.id, from: { version: 1, state: 'open' as const }, to: 'withdrawn' as const, requests, envelope: null };
        const results = await Promise.all([world.hub.checks.changeCheck(withdrawal), world.hub.checks.changeRequest(world.samples.answer(check))]);
        expect(results.map(({ outcome }) => outcome).sort()).toEqual(['changed', 'done']);
      }
    });
  });

  describe('handing over', () => {
    it('hands out nothing without its record: a replay, a moved request and an unknown envelope yield no bytes and no row', async () => {
      const check = await opened();
      const write = world.samples.acknowledge(check);
      expect(await world.hub.checks.handOver(write)).toMatchObject({ outcome: 'done' });
      const before = await counts();
      expect(await world.hub.checks.handOver(write)).toEqual({ outcome: 'replayed', digest: write.attempt.digest, reply: {
        envelope: write.envelope, records: write.records.map(({ id }) => id),
        request: { id: check.requests[0]!.id, check: check.check.id, reference: check.check.reference, state: 'acknowledged', version: 2 } } });
      expect(await world.hub.checks.handOver(world.samples.acknowledge(check))).toEqual({ outcome: 'changed' });
      expect(await world.hub.checks.handOver({ ...world.samples.acknowledge(check), change: null, envelope: world.samples.id() })).toEqual({ outcome: 'changed' });
      expect(await counts()).toEqual(before);
    });

    it('keeps the time of the first collection, and records each one', async () => {
      const check = await opened();
      const first = world.samples.acknowledge(check);
      await world.hub.checks.handOver(first);
      const again = { ...world.samples.acknowledge(check), change: null };
      expect(await world.hub.checks.handOver(again)).toEqual({ outcome: 'done', reply: check.requests[0]!.envelope.sealed });
      expect((await world.hub.checks.envelopeFacts(first.envelope))!.collectedAt).toEqual(first.at);
      for (const { id } of [...first.records, ...again.records]) expect(await world.hub.records.record(id)).toMatchObject({ id, index: null });
    });

    it('that moves nothing meets a withdrawal without a deadlock: it leaves before the check is taken back, or not at all', async () => {
      for (let round = 0; round < 10; round += 1) {
        const check = await opened();
        await world.hub.checks.handOver(world.samples.acknowledge(check));
        const requests = check.requests.map(({ id }, n) => ({ request: id, from: n === 0 ? { version: 2, state: 'acknowledged' as const } : { version: 1, state: 'open' as const }, to: 'withdrawn' as const }));
        const withdrawal = { ...world.samples.act('police-a', []), check: check.check.id, from: { version: 1, state: 'open' as const }, to: 'withdrawn' as const, requests, envelope: null };
        const seen = { request: requests[0]!.request, check: check.check.id, version: 2, state: 'acknowledged' as const, checkState: 'open' as const };
        const collect = () => world.hub.checks.handOver({ ...world.samples.acknowledge(check), change: null, seen });
        const [withdrawn, ...collected] = await Promise.all([world.hub.checks.changeCheck(withdrawal), collect(), collect()]);
        expect(withdrawn).toMatchObject({ outcome: 'done' });
        for (const { outcome } of collected) expect(['done', 'changed']).toContain(outcome);
        expect(await collect()).toEqual({ outcome: 'changed' });
      }
    });

    it('waits for a withdrawal that is being written, and gives nothing', async () => {
      const check = await opened();
      await world.hub.checks.handOver(world.samples.acknowledge(check));
      const seen = { request: check.requests[0]!.id, check: check.check.id, version: 2, state: 'acknowledged' as const, checkState: 'open' as const };
      const collecting = await world.hub.connections.transaction(async (client) => {
        await client.query({ text: `update check_request set state = 'withdrawn', version = 3 where id = $1`, values: [seen.request] });
        const begun = world.hub.checks.handOver({ ...world.samples.acknowledge(check), change: null, seen });
        for (let waits = 0; waits === 0;) [{ waits }] = (await client.query<{ waits: number }>({ text: `select count(*)::int as waits from pg_locks where not granted and pid in (select pid from pg_stat_activity where datname = current_database())`, values: [] })).rows as [{ waits: number }];
        return { begun };
      });
      expect(await collecting.begun).toEqual({ outcome: 'changed' });
    });

    it('records an act once for its key, and without a key each time', async () => {
      const check = await opened();
      const act = world.samples.act('school-b', [world.samples.record('envelope.opened.v1', { check: check.check.id, parties: ['school-b'] })]);
      expect(await world.hub.checks.record(act)).toEqual({ outcome: 'done', reply: null });
      expect(await world.hub.checks.record(act)).toMatchObject({ outcome: 'replayed', reply: null });
      const free = { ...act, attempt: null, records: [world.samples.record('evidence.fetched.v1', { check: check.check.id, parties: ['school-b'] })] };
      expect(await world.hub.checks.record(free)).toEqual({ outcome: 'done', reply: null });
      expect((await world.hub.records.recordsOf(check.check.id, 'school-b')).map(({ event }) => event)).toEqual(['request.posted.v1', 'envelope.opened.v1', 'evidence.fetched.v1']);
    });
  });
});
