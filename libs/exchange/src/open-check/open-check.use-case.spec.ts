import { beforeEach, describe, expect, it } from 'vitest';
import type { OpenCheckBody } from '@lateral/contracts';
import { isIdWithinClock, referenceOf, uuid7, type Urgency } from '@lateral/domain';
import { Catalogue } from '@lateral/domain/catalogue';
import { ExchangeWorld, listedFields, memberOf, sampleCatalogueDocument, sampleStack, wordsWithout, writeActContract, type Draft } from '@lateral/testing/fakes';

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
    const posted = body.requests.map(({ id }) => ({ id, dueAt: '2026-03-09T14:15:00.000Z', dueRule: 'POL-SAMPLE:red:4h-calendar', judgement: expect.objectContaining({ verdict: 'accept' }) }));
    expect(await open(body)).toEqual({ ok: true, value: { id: body.id, reference, state: 'open', version: 1, requests: posted } });
    expect(world.tables.counts()).toMatchObject({ checks: 1, requests: 3, envelopes: 3, audit: 4, outbox: 3, keys: 1 });

    const facts = await world.checks.checkFacts(reference);
    expect(facts).toMatchObject({ asking: 'police-a', urgency: 'red', state: 'open' });
    const byId = (a: readonly unknown[], b: readonly unknown[]): number => (String(a[0]) < String(b[0]) ? -1 : 1);
    expect(facts!.requests.map(({ id, asked, state, version, currentEnvelope, dueAt }) => [id, asked, state, version, currentEnvelope, dueAt.toISOString()])).toEqual(
      body.requests.map(({ id, agency, envelope }) => [id, agency, 'open', 1, envelope.header.context.message, '2026-03-09T14:15:00.000Z']).sort(byId));
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

  it('takes a report to have been received within sixty days, and clocks to differ by five minutes, to the millisecond', async () => {
    const received = async (ms: number): Promise<unknown> => open({ ...world.opening(['school-b']), receivedAt: new Date(world.clock.at.getTime() + ms).toISOString() });
    const refused = { ok: false, code: 'invalid-request', fields: [{ field: '/receivedAt', reason: 'out-of-range' }] };
    expect(await received(300_001)).toEqual(refused);
    expect(await received(300_000)).toMatchObject({ ok: true });
    expect(await received(-60 * DAY)).toMatchObject({ ok: true });
    expect(await received(-60 * DAY - 1)).toEqual(refused);
    expect(await open({ ...world.opening(['school-b']), receivedAt: 'yesterday' })).toEqual(refused);
  });

  it.each([
    ['red', {}, '2026-03-09T14:15:00.000Z', 'POL-SAMPLE:red:4h-calendar'],
    ['amber', {}, '2026-03-10T10:15:00.000Z', 'POL-SAMPLE:amber:24h-calendar'],
    ['green', {}, '2026-03-12T10:15:00.000Z', 'POL-SAMPLE:green:24h-working:partnership-week'],
    ['red', { clockStart: 'received_at' }, '2026-03-09T14:00:00.000Z', 'POL-SAMPLE:red:4h-calendar:from-receipt'],
  ] as const)('reckons the due time of a %s question by the policy %j, and says by which rule in reply, facts and record', async (urgency, more, dueAt, dueRule) => {
    world.law.policy = { ...world.law.policy, ...more };
    const body = world.opening(['school-b'], urgency);
    expect(await open(body)).toMatchObject({ ok: true, value: { requests: [{ dueAt, dueRule }] } });
    expect(await world.checks.request(body.requests[0]!.id, memberOf('school-b'))).toMatchObject({ dueAt, dueRule });
    expect(world.recordsSince(0)[1]!.fields).toMatchObject({ dueAt, dueRule });
  });

  it('examines every message, and stores nothing where one is at fault', async () => {
    const body = world.opening(['school-b', 'gp-c']);
    const [first, second] = body.requests;
    const outcome = await open({ ...body, requests: [first!, { ...second!, agency: 'lhb-d' }] });
    expect(outcome).toMatchObject({ ok: false, code: 'readers-mismatch', fields: [{ field: '/requests/1/envelope/header/context/to' }] });
    expect(await open({ ...body, urgency: 'green' })).toMatchObject({ code: 'justification-mismatch', fields: [{ field: '/requests/0/envelope/justification/urgency' }] });
    expect(world.tables.counts()).toMatchObject({ checks: 0, requests: 0, envelopes: 0, audit: 0, outbox: 0, keys: 0 });
  });

  describe('judged', () => {
    const missing = { words: wordsWithout('necessity') };
    const refusedFields = (field: string, more: object = {}): unknown => expect.objectContaining({ field: `/requests/0/envelope/justification${field}`, ...more });

    it('keeps with each question what it was found to be, and says so in its record', async () => {
      const acknowledgements = [{ finding: 'T1', reason: 'no_other_route' as const }];
      const body = world.opening(['school-b'], 'amber', { stack: sampleStack({ gateway: ['CA1989-47', 'CARE-45'] }), acknowledgements });
      const judgement = { v: 1, verdict: 'warn', rules: ['T1'], catalogue: '2026-01', cover: { agreement: 'SA-1', version: 1, clause: '1' }, acknowledged: ['T1'], overridden: [] };
      expect(await open(body)).toMatchObject({ ok: true, value: { requests: [{ judgement }] } });
      expect(await world.evidence.envelopes(body.id, 'school-b')).toMatchObject([{ judgement }]);
      expect(world.recordsSince(0)[1]!.fields).toMatchObject({ catalogue: '2026-01', verdict: 'warn', findings: 'T1', agreement: 'SA-1@1#1' });
    });

    it('stores nothing of a body in which one question is blocked but who tried, and tells what was found in all', async () => {
      const good = world.opening(['school-b', 'gp-c']);
      const body = { ...good, requests: [good.requests[0]!, ...world.questions(good.id, ['gp-c'], { record: missing })] };
      const counts = world.tables.counts();
      const outcome = await open(body);
      expect(outcome).toMatchObject({
        ok: false, code: 'share-blocked',
        judgements: [
          { at: '/requests/0/envelope/justification', judgement: { verdict: 'accept' }, findings: [] },
          { at: '/requests/1/envelope/justification', judgement: { verdict: 'block', fieldErrors: ['necessity_why'] }, findings: [{ code: 'necessity_why', level: 'block' }] },
        ],
      });
      expect(world.tables.counts()).toEqual({ ...counts, audit: 1 });
      const { envelope } = body.requests[1]!;
      const [record] = world.recordsSince(0);
      expect(record).toMatchObject({ event: 'share.blocked.v1', parties: ['police-a'], fields: { agency: 'police-a', member: 'm1', direction: 'asking', findings: 'necessity_why', justification: envelope.header.context.justification } });
      expect(Object.keys(record!.fields).sort()).toEqual(listedFields('share.blocked.v1'));
      expect(JSON.stringify(record)).not.toContain('gp-c');
    });

    it('stores nothing at all where a warning was not seen', async () => {
      const counts = world.tables.counts();
      expect(await open(world.opening(['school-b'], 'amber', { stack: sampleStack({ gateway: ['CARE-45', 'CA1989-47'] }) }))).toMatchObject({ ok: false, code: 'acknowledgement-needed', judgements: [{ judgement: { verdict: 'warn', rules: ['T1'] } }] });
      expect(world.tables.counts()).toEqual(counts);
    });

    it('records no attempt where a retry comes after the law has changed: it is told what it was told', async () => {
      const [body, attempt] = [world.opening(['school-b']), world.attempt()];
      const first = await world.acts.openCheck.carryOut(POLICE, attempt, body);
      const document = sampleCatalogueDocument();
      world.law.catalogue = new Catalogue({ ...document, rows: document.rows.map((row) => (row.code === 'A6-E' ? { ...row, inForce: { E: { from: null, to: '2026-01-31' } } } : row)) });
      const counts = world.tables.counts();
      expect(await world.acts.openCheck.carryOut(POLICE, attempt, body)).toEqual(first);
      expect(world.tables.counts()).toEqual(counts);
      expect(await open(world.opening(['school-b']))).toMatchObject({ code: 'share-blocked', judgements: [{ judgement: { rules: ['T13'] } }] });
    });

    it.each([
      ['/stack/art6/0', 'A6-Z', { stack: sampleStack({ art6: ['A6-Z'] }) }], ['/stack/gateway/1', 'A6-E', { stack: sampleStack({ gateway: ['CA1989-47', 'A6-E'] }) }],
      ['/stack/regime', 'uk_gdpr', { stack: sampleStack({ regime: 'uk_gdpr' }) }], ['/categories/1', 'other.secrets', { categories: ['other.contacts', 'other.secrets'] }],
    ])('names a code at %s that nobody knows: %s', async (field, code, record) => {
      expect(await open(world.opening(['school-b'], 'red', record))).toEqual({ ok: false, code: 'unknown-code', fields: [refusedFields(field, { code })] });
      expect(world.tables.audit).toEqual([]);
    });

    it('is refused under another version of the law than the one in use, and without any basis', async () => {
      expect(await open(world.opening(['school-b'], 'red', { stack: sampleStack({ catalogueVersion: '2025-12' }) }))).toEqual({ ok: false, code: 'catalogue-not-current', fields: [refusedFields('/stack/catalogueVersion')] });
      expect(await open(world.opening(['school-b'], 'red', { stack: sampleStack({ art6: [] }) }))).toEqual({ ok: false, code: 'invalid-request', fields: [refusedFields('/stack/art6', { reason: 'no-basis' })] });
    });

    it('wants a reason where no agreement covers it, unless it is red, and blocks nothing for it', async () => {
      world.tables.agreements.length = 0;
      const warned = { judgement: { verdict: 'warn', otherFindings: ['agreement-absent'], cover: null } };
      expect(await open(world.opening(['school-b'], 'amber'))).toMatchObject({ ok: false, code: 'acknowledgement-needed', judgements: [warned] });
      expect(await open(world.opening(['school-b'], 'amber', { acknowledgements: [{ finding: 'agreement-absent', reason: 'agreement_not_needed' }] }))).toMatchObject({ ok: true, value: { requests: [warned] } });
      expect(await open(world.opening(['school-b'], 'red'))).toMatchObject({ ok: true, value: { requests: [{ judgement: { verdict: 'accept', cover: null } }] } });
      expect(world.recordsSince(1)[0]!.fields).toMatchObject({ agreement: null });
    });

    const override = { override: { reason: 'life_at_risk' as const } };
    const matrix: [string, Urgency, Draft['record'], string[] | null][] = [
      ['a missing field', 'red', missing, ['necessity_why']], ['T5', 'red', { stack: sampleStack({ art9: [] }) }, ['T5']], ['T10', 'red', { words: wordsWithout('threshold_rationale') }, ['T10']],
      ['T12', 'red', { thirdParties: [{ relevanceTicked: false }] }, ['T12']], ['T3', 'red', { stack: sampleStack({ art6: ['A6-F'] }) }, null],
      ['T13', 'red', { stack: sampleStack({ gateway: ['CA1989-47', 'CA2004-16LA'] }) }, null], ['a field and T13', 'red', { ...missing, stack: sampleStack({ gateway: ['CA2004-16LA'] }) }, null],
      ['a missing field in amber', 'amber', missing, null],
    ];
    it.each(matrix)('an emergency override reaches %s (%s) or not', async (_, urgency, record, overridden) => {
      const counts = world.tables.counts();
      const outcome = await open(world.opening(['school-b'], urgency, { ...record, ...override }));
      if (overridden === null) {
        expect(outcome).toMatchObject({ ok: false, code: 'share-blocked' });
        return expect(world.tables.counts()).toEqual({ ...counts, audit: 1 });
      }
      expect(outcome).toMatchObject({ ok: true, value: { requests: [{ judgement: { overridden } }] } });
      expect(world.tables.counts()).toMatchObject({ overrides: 1, envelopes: 1 });
    });

    it('is never silent about an override: recorded for its own agency, to be reviewed by the end of the next working day', async () => {
      const body = world.opening(['school-b'], 'red', { ...missing, ...override });
      await open(body);
      const [{ id, envelope }] = body.requests as [OpenCheckBody['requests'][number]];
      const record = world.recordsSince(0)[2]!;
      const fields = { check: body.id, request: id, message: envelope.header.context.message, agency: 'police-a', member: 'm1', reason: 'life_at_risk', findings: 'necessity_why', reviewDue: '2026-03-10T17:00:00.000Z' };
      expect(record).toMatchObject({ event: 'override.used.v1', parties: ['police-a'], fields });
      expect(Object.keys(record.fields).sort()).toEqual(listedFields('override.used.v1'));
      expect((await world.checks.envelopeFacts(envelope.header.context.message))!.shareRecord).toBe(world.recordsSince(0)[1]!.fields['id']);
    });

    it.each(['amber', 'red'] as const)('refuses an override of nothing in %s: nobody would review it', async (urgency) => {
      const before = world.tables.counts();
      expect(await open(world.opening(['school-b'], urgency, override))).toEqual({ ok: false, code: 'invalid-request', fields: [refusedFields('/override', { reason: 'nothing-to-override' })] });
      expect(world.tables.counts()).toEqual(before);
    });
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
