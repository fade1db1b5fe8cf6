import { beforeEach, describe, expect, it } from '@jest/globals';
import type { OpenCheckBody } from '@lateral/contracts';
import { isIdWithinClock, referenceOf, uuid7 } from '@lateral/domain';
import { ExchangeWorld, listedFields, memberOf, writeActContract } from '@lateral/testing/fakes';

const POLICE = memberOf('police-a');
const DAY = 86_400_000;

describe('opening a check', () => {
  let world: ExchangeWorld;
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
  });
  const open = (body: OpenCheckBody, actor = POLICE) => world.acts.openCheck.carryOut(actor, world.attempt(), body);

  it('brings check, requests, envelopes, records and what is owed into being together', async () => {
    const body = world.opening(['school-b', 'gp-c', 'lhb-d']);
    const reference = referenceOf(body.id);
    expect(await open(body)).toEqual({ ok: true, value: { id: body.id, reference, state: 'open', version: 1 } });
    expect(world.tables.counts()).toMatchObject({ checks: 1, requests: 3, envelopes: 3, audit: 4, outbox: 3, keys: 1 });

    const facts = await world.checks.checkFacts(reference);
    expect(facts).toMatchObject({ asking: 'police-a', urgency: 'red', state: 'open' });
    const byId = (a: readonly unknown[], b: readonly unknown[]): number => (String(a[0]) < String(b[0]) ? -1 : 1);
    expect(facts!.requests.map(({ id, asked, state, version, currentEnvelope, dueAt }) => [id, asked, state, version, currentEnvelope, dueAt.toISOString()])).toEqual(
      body.requests.map(({ id, agency, envelope, dueAt }) => [id, agency, 'open', 1, envelope.header.context.message, dueAt]).sort(byId));
    for (const { envelope } of body.requests) expect(await world.checks.sealed(envelope.header.context.message)).toEqual(envelope);
  });

  it('records itself for the asking agency, and each question for the two agencies it concerns', async () => {
    const body = world.opening(['school-b', 'gp-c']);
    await open(body);
    const [opened, ...posted] = world.recordsSince(0);
    expect(opened).toMatchObject({ event: 'check.opened.v1', parties: ['police-a'], fields: { check: body.id, agency: 'police-a', member: 'm1', urgency: 'red' } });
    expect(posted.map(({ event, parties, fields }) => [event, parties, fields['request'], fields['message'], fields['asked']])).toEqual(
      body.requests.map(({ id, agency, envelope }) => ['request.posted.v1', ['police-a', agency], id, envelope.header.context.message, agency]));
    for (const { event, fields } of world.recordsSince(0)) expect(Object.keys(fields).sort()).toEqual(listedFields(event));
  });

  it('names no other asked agency in the record of a question', async () => {
    await open(world.opening(['school-b', 'gp-c']));
    for (const { parties, fields } of world.recordsSince(0).slice(1)) {
      const others = ['school-b', 'gp-c'].filter((agency) => !parties.includes(agency));
      for (const other of others) expect(JSON.stringify(fields)).not.toContain(other);
    }
  });

  it('owes each asked agency a word', async () => {
    const body = world.opening(['school-b', 'gp-c']);
    await open(body);
    const owed = [...world.tables.outbox.values()].map(({ row }) => row);
    expect(owed).toMatchObject(body.requests.map(({ id, agency }) => ({ event: 'request.posted.v1', agency, check: body.id, request: id })));
    for (const { id } of owed) expect(isIdWithinClock(id, world.clock.at)).toBe(true);
  });

  it('may ask one agency two questions', async () => {
    expect(await open(world.opening(['school-b', 'school-b']))).toMatchObject({ ok: true });
  });

  it('refuses ids outside the clock, all at once and each by its place', async () => {
    const old = uuid7(new Date(world.clock.at.getTime() - DAY - 1), world.randomness.bytes(10));
    const body = world.opening(['school-b', 'gp-c']);
    const [first, second] = body.requests;
    expect(await open({ ...body, id: old, requests: [first!, { ...second!, id: 'x' }] })).toEqual({
      ok: false, code: 'id-outside-clock', fields: [{ field: '/id', reason: 'outside-clock' }, { field: '/requests/1/id', reason: 'outside-clock' }],
    });
  });

  it('refuses to ask its own agency', async () => {
    expect(await open(world.opening(['police-a']))).toEqual({ ok: false, code: 'invalid-request', fields: [{ field: '/requests/0/agency', reason: 'own-agency' }] });
  });

  it('takes an answer to be due in the future and within sixty days, to the millisecond', async () => {
    const dueIn = async (ms: number): Promise<unknown> => {
      const body = world.opening(['school-b']);
      return open({ ...body, requests: body.requests.map((request) => ({ ...request, dueAt: new Date(world.clock.at.getTime() + ms).toISOString() })) });
    };
    const refused = { ok: false, code: 'invalid-request', fields: [{ field: '/requests/0/dueAt', reason: 'out-of-range' }] };
    expect(await dueIn(0)).toEqual(refused);
    expect(await dueIn(1)).toMatchObject({ ok: true });
    expect(await dueIn(60 * DAY)).toMatchObject({ ok: true });
    expect(await dueIn(60 * DAY + 1)).toEqual(refused);
    const body = world.opening(['school-b']);
    expect(await open({ ...body, requests: [{ ...body.requests[0]!, dueAt: 'tomorrow' }] })).toEqual(refused);
  });

  it('examines every message, and stores nothing where one is at fault', async () => {
    const body = world.opening(['school-b', 'gp-c']);
    const [first, second] = body.requests;
    const outcome = await open({ ...body, requests: [first!, { ...second!, agency: 'lhb-d' }] });
    expect(outcome).toMatchObject({ ok: false, code: 'readers-mismatch', fields: [{ field: '/requests/1/envelope/header/context/to' }] });
    expect(await open({ ...body, urgency: 'green' })).toMatchObject({ code: 'justification-mismatch', fields: [{ field: '/requests/0/envelope/justification/urgency' }] });
    expect(world.tables.counts()).toMatchObject({ checks: 0, requests: 0, envelopes: 0, audit: 0, outbox: 0, keys: 0 });
  });

  it('refuses a message that names an attachment which is not here', async () => {
    const body = world.opening(['school-b']);
    const envelope = world.messages.message({ type: 'request', from: POLICE, to: 'school-b', check: body.id, request: body.requests[0]!.id, attachment: { id: world.messages.id(), digest: 'x', length: 1 } });
    expect(await open({ ...body, requests: [{ ...body.requests[0]!, envelope }] })).toEqual({ ok: false, code: 'attachment-missing', fields: [{ field: '/requests/0/envelope/header/attachment', reason: 'not-uploaded' }] });
  });

  it('refuses ids that are taken, by whomever', async () => {
    const body = world.opening(['school-b']);
    await open(body);
    const before = world.tables.counts();
    expect(await open(body)).toEqual({ ok: false, code: 'id-taken' });
    const other = world.opening(['school-b', 'gp-c']);
    expect(await open({ ...other, requests: [other.requests[0]!, { ...other.requests[1]!, id: other.requests[0]!.id }] })).toMatchObject({ ok: false });
    expect(world.tables.counts()).toEqual(before);
  });

  it('tells a retry what it was told then, even when the same could no longer be opened', async () => {
    const body = world.opening(['school-b']);
    const attempt = world.attempt();
    const first = await world.acts.openCheck.carryOut(POLICE, attempt, body);
    world.clock.pass(2 * DAY);
    expect(await world.acts.openCheck.carryOut(POLICE, attempt, body)).toEqual(first);
  });

  writeActContract(async () => {
    const fresh = await ExchangeWorld.begin();
    const body = fresh.opening();
    return { world: fresh, actor: POLICE, run: (actor, attempt) => fresh.acts.openCheck.carryOut(actor, attempt, body) };
  }, { hasParties: false });
});
