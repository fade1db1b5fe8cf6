import { beforeEach, describe, expect, it } from 'vitest';
import { OUTAGE_REFUSES_AFTER_MS, REQUEST_STATES, type Urgency } from '@lateral/domain';
import { ExchangeWorld, listedFields, memberOf, reader, resign, sampleStack, valueOf, writeActContract } from '@lateral/testing/fakes';
import type { Actor } from '../ports/index.js';

const POLICE = memberOf('police-a');
const SCHOOL = memberOf('school-b');

describe('handing over', () => {
  let world: ExchangeWorld;
  let request: string;
  let reference: string;
  let envelope: string;

  const begin = async (urgency: Urgency = 'red'): Promise<void> => {
    world = await ExchangeWorld.begin();
    const opened = await world.opened(['school-b', 'gp-c'], urgency);
    ({ reference } = opened);
    request = opened.requests[0]!;
    envelope = (await world.facts(request)).currentEnvelope;
  };
  beforeEach(() => begin());
  const handOver = (actor: Actor = SCHOOL, which = envelope) => world.acts.handOver.carryOut(actor, world.attempt(), which);

  it('gives out the sealed bytes, acknowledges, and has recorded both before', async () => {
    const before = world.tables.audit.length;
    const reply = valueOf(await handOver());
    expect(reply.envelope).toEqual(await world.checks.sealed(envelope));
    expect(reply.request).toEqual({ id: request, check: (await world.facts(request)).check, reference, state: 'acknowledged', version: 2 });
    expect(await world.facts(request)).toMatchObject({ state: 'acknowledged', version: 2 });
    expect((await world.checks.envelopeFacts(envelope))!.collectedAt).toEqual(world.clock.at);

    const records = world.recordsSince(before);
    expect(records).toMatchObject([{ event: 'envelope.handed-over.v1', parties: ['police-a', 'school-b'], fields: { request, message: envelope, agency: 'school-b', member: 'm1', part: 'envelope' } }]);
    expect(Object.keys(records[0]!.fields).sort()).toEqual(listedFields('envelope.handed-over.v1'));
    expect(reply.receipts.handOver).toMatchObject({ id: records[0]!.fields['id'], state: 'recorded', index: null, proof: null });
    expect(reply.receipts.share.id).toBe((await world.checks.envelopeFacts(envelope))!.shareRecord);
    expect(reply.witness).toBe('recorded');
    expect(world.tables.counts()['outbox']).toBe(2);
  });

  it('shows the share as proven once the ledger has it', async () => {
    await world.acts.carryRecords.carryOut();
    const { receipts, witness } = valueOf(await handOver());
    expect([receipts.share.state, receipts.handOver.state, witness]).toEqual(['proven', 'recorded', 'proven']);
    expect(receipts.share.proof).toBe(`proof of ${receipts.share.index} under 3`);
  });

  it('acknowledges even where the notice never arrived', async () => {
    world.tables.requests.get(request)!.notice = 'undelivered';
    expect(valueOf(await handOver()).request).toMatchObject({ state: 'acknowledged' });
  });

  it('a second time gives the same bytes, records that too, and changes nothing else', async () => {
    const first = valueOf(await handOver());
    const [facts, collectedAt, before] = [await world.facts(request), world.clock.at, world.tables.audit.length];
    world.clock.pass(60_000);
    const second = valueOf(await handOver(memberOf('school-b', 'm2')));
    expect(second.envelope).toEqual(first.envelope);
    expect(await world.facts(request)).toEqual(facts);
    expect((await world.checks.envelopeFacts(envelope))!.collectedAt).toEqual(collectedAt);
    expect(world.recordsSince(before)).toMatchObject([{ event: 'envelope.handed-over.v1', fields: { member: 'm2' } }]);
  });

  it('gives a sender its own copy, which acknowledges nothing', async () => {
    const facts = await world.facts(request);
    const reply = valueOf(await handOver(POLICE));
    expect(reply.envelope).toEqual(await world.checks.sealed(envelope));
    expect(reply.request).toMatchObject({ state: 'open', version: 1 });
    expect(await world.facts(request)).toEqual(facts);
    expect((await world.checks.envelopeFacts(envelope))!.collectedAt).toBeNull();
  });

  it('gives an answer to the asking agency and leaves its request as it is', async () => {
    const facts = await world.answered(request);
    const reply = valueOf(await handOver(POLICE, facts.currentResponse!));
    expect(reply.request).toMatchObject({ state: 'answered', version: facts.version });
    expect((await world.checks.envelopeFacts(facts.currentResponse!))!.collectedAt).toEqual(world.clock.at);
  });

  it('gives a decision back to the agency that made it, and to nobody else', async () => {
    await world.decided(reference);
    const decision = (await world.checks.check(reference, memberOf('police-a')))!.decision!.id;
    const before = world.tables.audit.length;
    expect(valueOf(await handOver(POLICE, decision)).request).toBeNull();
    expect(world.recordsSince(before)).toMatchObject([{ parties: ['police-a'], fields: { request: null } }]);
    expect(await handOver(SCHOOL, decision)).toEqual({ ok: false, code: 'not-found' });
  });

  it('acknowledges nothing by a version that is no longer in force', async () => {
    const facts = await world.facts(request);
    const corrected = world.messages.message({ type: 'request', from: POLICE, to: 'school-b', check: facts.check, request, corrects: envelope });
    valueOf(await world.acts.correctRequest.carryOut(POLICE, world.attempt(), request, { version: facts.version, envelope: corrected }));
    expect(valueOf(await handOver()).request).toMatchObject({ state: 'open' });
    expect(valueOf(await handOver(SCHOOL, corrected.header.context.message)).request).toMatchObject({ state: 'acknowledged' });
  });

  it('does not tell one asked agency of another\'s message', async () => {
    expect(await handOver(memberOf('gp-c'))).toEqual({ ok: false, code: 'not-found' });
  });

  describe('what was withdrawn', () => {
    it.each(REQUEST_STATES)('a request in state %s', async (state) => {
      world.tables.requests.get(request)!.state = state;
      const before = world.tables.counts();
      const outcome = await handOver();
      if (state !== 'withdrawn') return expect(outcome).toMatchObject({ ok: true, value: { request: { state: state === 'open' ? 'acknowledged' : state } } });
      expect(outcome).toEqual({ ok: false, code: 'wrong-state', current: { version: 1, state: 'withdrawn' } });
      expect(world.tables.counts()).toEqual(before);
      // Its own copy the sender may have: it sealed it.
      expect(await handOver(POLICE)).toMatchObject({ ok: true });
    });

    it('of a whole check stays sealed, answers too; only the word about its outcome goes out', async () => {
      const answer = (await world.answered(request)).currentResponse!;
      valueOf(await world.acts.withdrawCheck.carryOut(POLICE, world.attempt(), reference, { version: 1, reason: 'wrong_person' }));
      expect(await handOver(POLICE, answer)).toMatchObject({ ok: false, code: 'wrong-state' });
      expect(await handOver(SCHOOL, answer)).toMatchObject({ ok: true });
      expect(await handOver(SCHOOL)).toMatchObject({ ok: false, code: 'wrong-state' });
      const facts = await world.facts(request);
      const told = world.messages.message({ type: 'outcome', from: POLICE, to: 'school-b', check: facts.check, request, inReplyTo: facts.currentDigest });
      valueOf(await world.acts.tellOutcome.carryOut(POLICE, world.attempt(), request, { envelope: told }));
      expect(await handOver(SCHOOL, told.header.context.message)).toMatchObject({ ok: true });
    });

    it('stays sealed for a retry too', async () => {
      const attempt = world.attempt();
      valueOf(await world.acts.handOver.carryOut(SCHOOL, attempt, envelope));
      valueOf(await world.acts.withdrawRequest.carryOut(POLICE, world.attempt(), request, { version: 2, reason: 'sent_in_error' }));
      expect(await world.acts.handOver.carryOut(SCHOOL, attempt, envelope)).toMatchObject({ ok: false, code: 'wrong-state' });
    });

    it('in the moment between reading and writing stays sealed', async () => {
      world.tables.beforeNextWrite(async () => void valueOf(await world.acts.withdrawRequest.carryOut(POLICE, world.attempt(), request, { version: 1, reason: 'sent_in_error' })));
      expect(await handOver()).toEqual({ ok: false, code: 'wrong-state', current: { version: 2, state: 'withdrawn' } });
    });

    const withdrawCheck = async (version = 1): Promise<void> => void valueOf(await world.acts.withdrawCheck.carryOut(POLICE, world.attempt(), reference, { version, reason: 'wrong_person' }));

    it('stays sealed in that moment too where collecting moves nothing: acknowledged before, and an answer', async () => {
      await world.collected(request);
      world.tables.beforeNextWrite(async () => void valueOf(await world.acts.withdrawRequest.carryOut(POLICE, world.attempt(), request, { version: 2, reason: 'sent_in_error' })));
      expect(await handOver()).toEqual({ ok: false, code: 'wrong-state', current: { version: 3, state: 'withdrawn' } });

      await begin();
      const answer = (await world.answered(request)).currentResponse!;
      world.tables.beforeNextWrite(withdrawCheck);
      const before = world.tables.audit.length;
      expect(await handOver(POLICE, answer)).toMatchObject({ ok: false, code: 'wrong-state' });
      expect(world.recordsSince(before).filter(({ event }) => event === 'envelope.handed-over.v1')).toEqual([]);
    });

    it('stays sealed in that moment for a retry too, which writes nothing that could stop it', async () => {
      const attempt = world.attempt();
      valueOf(await world.acts.handOver.carryOut(SCHOOL, attempt, envelope));
      world.tables.beforeNextWrite(withdrawCheck);
      expect(await world.acts.handOver.carryOut(SCHOOL, attempt, envelope)).toMatchObject({ ok: false, code: 'wrong-state' });
    });
  });

  it('is decided afresh where the request moved meanwhile and the message may still leave', async () => {
    await world.collected(request);
    world.tables.beforeNextWrite(async () => void (await world.answered(request)));
    expect(await handOver()).toMatchObject({ ok: true, value: { request: { state: 'answered', version: 3 } } });
  });

  describe('to an agency that reads for the one that is asked', () => {
    const DUTY = memberOf('gp-c');
    beforeEach(async () => {
      world = await ExchangeWorld.begin();
      world.directory.standIns.set('school-b', ['gp-c']);
      const body = world.opening(['school-b']);
      const [question] = body.requests;
      const { header } = question!.envelope;
      const named = resign({ ...question!.envelope, header: { ...header, context: { ...header.context, delegates: [reader('gp-c')] } } }, POLICE);
      ({ reference } = valueOf(await world.acts.openCheck.carryOut(POLICE, world.attempt(), { ...body, requests: [{ ...question!, envelope: named }] })));
      request = question!.id;
      envelope = named.header.context.message;
    });

    it('gives the sealed bytes, and of the request nothing: not when it is asked, nor of how it ended, nor under the key of then', async () => {
      const attempt = world.attempt();
      const given = valueOf(await world.acts.handOver.carryOut(DUTY, attempt, envelope));
      expect(given).toMatchObject({ envelope: await world.checks.sealed(envelope), request: null });
      expect((await world.facts(request)).state).toBe('open');
      await world.answered(request);
      expect(valueOf(await handOver(DUTY)).request).toBeNull();
      expect(valueOf(await world.acts.handOver.carryOut(DUTY, attempt, envelope)).request).toBeNull();
    });

    it('gives nothing of what was withdrawn, and no word of where it stands', async () => {
      valueOf(await world.acts.withdrawRequest.carryOut(POLICE, world.attempt(), request, { version: 1, reason: 'wrong_person' }));
      const before = world.tables.counts();
      expect(await handOver(DUTY)).toEqual({ ok: false, code: 'wrong-state' });
      expect(world.tables.counts()).toEqual(before);
    });

    it('nor of a check that was withdrawn when its question had been answered, in an emergency too, nor in the moment before', async () => {
      const { version } = await world.collected(request);
      const sealed = await world.answer(request, 'FULL', null, { stack: sampleStack({ art9: [] }), override: { reason: 'clinician_waiting' } });
      valueOf(await world.acts.submitResponse.carryOut(SCHOOL, world.attempt(), request, { version, envelope: sealed }));
      world.tables.beforeNextWrite(async () => void valueOf(await world.acts.withdrawCheck.carryOut(POLICE, world.attempt(), reference, { version: 1, reason: 'wrong_person' })));
      for (let times = 0; times < 2; times += 1) expect(await handOver(DUTY)).toEqual({ ok: false, code: 'wrong-state' });
    });
  });

  describe('while the ledger is away', () => {
    const goAway = async (): Promise<void> => {
      world.ledger.away = true;
      await world.acts.carryRecords.carryOut();
    };

    it('delivers what is urgent, marks it unwitnessed, and an incident stands open', async () => {
      await world.acts.carryRecords.carryOut();
      valueOf(await handOver());
      await goAway();
      world.clock.pass(10 * OUTAGE_REFUSES_AFTER_MS);
      const { receipts, witness } = valueOf(await handOver());
      expect([receipts.share.state, receipts.handOver.state, witness]).toEqual(['unwitnessed', 'unwitnessed', 'unwitnessed']);
      expect(await world.incidents.open('ledger-away')).not.toBeNull();
    });

    it('delivers even before anybody has noticed that it is away', async () => {
      await world.acts.carryRecords.carryOut();
      world.ledger.away = true;
      const { receipts, witness } = valueOf(await handOver());
      expect([receipts.share.state, witness]).toEqual(['unwitnessed', 'unwitnessed']);
    });

    it.each(['amber', 'green'] as const)('delivers what is %s for four hours and not a millisecond longer', async (urgency) => {
      await begin(urgency);
      await goAway();
      world.clock.pass(OUTAGE_REFUSES_AFTER_MS);
      expect(await handOver()).toMatchObject({ ok: true, value: { witness: 'unwitnessed' } });
      world.clock.pass(1);
      const before = world.tables.counts();
      expect(await handOver()).toEqual({ ok: false, code: 'ledger-outage' });
      expect(world.tables.counts()).toEqual(before);
    });

    it('delivers again, and with its proof, when the ledger is back', async () => {
      await begin('amber');
      await goAway();
      world.clock.pass(2 * OUTAGE_REFUSES_AFTER_MS);
      world.ledger.away = false;
      await world.acts.carryRecords.carryOut();
      expect(await handOver()).toMatchObject({ ok: true, value: { witness: 'proven' } });
    });
  });

  describe('under a key', () => {
    it('answers a retry with the record that was written then, not with one that never was', async () => {
      const attempt = world.attempt();
      const first = valueOf(await world.acts.handOver.carryOut(SCHOOL, attempt, envelope));
      world.clock.pass(5000);
      const again = valueOf(await world.acts.handOver.carryOut(SCHOOL, attempt, envelope));
      expect(again).toEqual(first);
      expect(await world.records.record(again.receipts.handOver.id)).toMatchObject({ record: first.receipts.handOver.record });
    });

    it('never gives out one message under the record of another', async () => {
      const attempt = world.attempt();
      const answer = (await world.answered(request)).currentResponse!;
      valueOf(await world.acts.handOver.carryOut(SCHOOL, attempt, envelope));
      const before = world.tables.counts();
      for (const digest of [attempt.digest, 'another body']) {
        expect(await world.acts.handOver.carryOut(SCHOOL, { ...attempt, digest }, answer)).toEqual({ ok: false, code: 'idempotency-key-reused' });
      }
      expect(world.tables.counts()).toEqual(before);
    });
  });

  it('gives two colleagues who collect at once what they came for', async () => {
    const before = world.tables.audit.length;
    const outcomes = await Promise.all([handOver(), handOver(memberOf('school-b', 'm2'))]);
    expect(outcomes).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await world.facts(request)).toMatchObject({ state: 'acknowledged', version: 2 });
    expect(world.recordsSince(before).map(({ fields }) => fields['member']).sort()).toEqual(['m1', 'm2']);
  });

  writeActContract(async () => {
    const fresh = await ExchangeWorld.begin();
    const { currentEnvelope } = await fresh.facts((await fresh.opened()).requests[0]!);
    return { world: fresh, actor: SCHOOL, run: (actor, attempt, target) => fresh.acts.handOver.carryOut(actor, attempt, target === 'real' ? currentEnvelope : fresh.messages.id()) };
  }, { hasParties: true });
});
