import { beforeEach, describe, expect, it } from 'vitest';
import type { JustificationRecord, SealedEnvelope } from '@lateral/contracts';
import { REQUEST_STATES, RESPONSE_TYPES, terminalStateOf } from '@lateral/domain';
import { ExchangeWorld, listedFields, memberOf, resign, sampleStack, valueOf, writeActContract } from '@lateral/testing/fakes';

const POLICE = memberOf('police-a');
const SCHOOL = memberOf('school-b');

describe('answering', () => {
  let world: ExchangeWorld;
  let request: string;
  let reference: string;

  beforeEach(async () => {
    world = await ExchangeWorld.begin();
    const opened = await world.opened(['school-b', 'gp-c']);
    ({ reference } = opened);
    request = opened.requests[0]!;
    await world.collected(request);
  });
  const submit = async (envelope: SealedEnvelope, version?: number, actor = SCHOOL) =>
    world.acts.submitResponse.carryOut(actor, world.attempt(), request, { version: version ?? (await world.facts(request)).version, envelope });

  it('ends the request, keeps the answer, records it for both sides and owes the asking agency a word', async () => {
    const before = world.tables.audit.length;
    const envelope = await world.answer(request);
    const { check } = await world.facts(request);
    expect(await submit(envelope)).toEqual({ ok: true, value: { id: request, check, reference, state: 'answered', version: 3, judgement: expect.objectContaining({ verdict: 'accept' }) } });
    const message = envelope.header.context.message;
    expect(await world.facts(request)).toMatchObject({ state: 'answered', version: 3, currentResponse: message, checkState: 'open', checkVersion: 1 });
    expect(await world.checks.sealed(message)).toEqual(envelope);
    const records = world.recordsSince(before);
    expect(records).toMatchObject([{ event: 'response.submitted.v1', parties: ['police-a', 'school-b'], fields: { check, request, message, agency: 'school-b', member: 'm1', asking: 'police-a', type: 'FULL' } }]);
    expect(Object.keys(records[0]!.fields).sort()).toEqual(listedFields('response.submitted.v1'));
    expect([...world.tables.outbox.values()].at(-1)!.row).toMatchObject({ event: 'response.submitted.v1', agency: 'police-a', check, request });
  });

  it.each(RESPONSE_TYPES)('%s leads where the domain says', async (type) => {
    expect(valueOf(await submit(await world.answer(request, type)))).toMatchObject({ state: terminalStateOf(type) ?? 'acknowledged' });
  });

  it('may hold, and answer afterwards without correcting', async () => {
    valueOf(await submit(await world.answer(request, 'HOLDING')));
    expect(valueOf(await submit(await world.answer(request)))).toMatchObject({ state: 'answered', version: 4 });
  });

  it.each(REQUEST_STATES)('a first answer in state %s', async (state) => {
    world.tables.requests.get(request)!.state = state;
    const before = world.tables.counts();
    const outcome = await submit(await world.answer(request));
    if (state === 'acknowledged' || state === 'expired') return expect(outcome).toMatchObject({ ok: true, value: { state: 'answered' } });
    expect(outcome).toEqual({ ok: false, code: 'wrong-state', current: { version: 2, state } });
    expect(world.tables.counts()).toEqual(before);
  });

  it('refuses a version that is not the one in force, and says which is', async () => {
    expect(await submit(await world.answer(request), 1)).toEqual({ ok: false, code: 'version-changed', current: { version: 2, state: 'acknowledged' } });
  });

  it('refuses an answer to a version of the request that was replaced', async () => {
    const stale = await world.answer(request);
    const facts = await world.facts(request);
    const corrected = world.messages.message({ type: 'request', from: POLICE, to: 'school-b', check: facts.check, request, corrects: facts.currentEnvelope });
    valueOf(await world.acts.correctRequest.carryOut(POLICE, world.attempt(), request, { version: facts.version, envelope: corrected }));
    await world.collected(request);
    expect(await submit(stale)).toEqual({ ok: false, code: 'header-mismatch', fields: [{ field: '/envelope/header/context/inReplyTo', reason: 'another-version' }] });
  });

  it('refuses an answer without codes, one to another agency, and one that does not come from the asked agency', async () => {
    const envelope = await world.answer(request);
    expect(await submit(resign({ ...envelope, justification: { ...envelope.justification, response: null } }, SCHOOL))).toEqual({ ok: false, code: 'justification-mismatch', fields: [{ field: '/envelope/justification/response', reason: 'missing' }] });
    const { check, currentDigest } = await world.facts(request);
    expect(await submit(world.messages.message({ type: 'response', from: SCHOOL, to: 'gp-c', check, request, inReplyTo: currentDigest }))).toMatchObject({ ok: false, code: 'readers-mismatch' });
    // The asking agency is a party, and still has nothing to answer here.
    expect(await submit(envelope, undefined, POLICE)).toEqual({ ok: false, code: 'not-found' });
    expect(await submit(envelope, undefined, memberOf('gp-c'))).toEqual({ ok: false, code: 'not-found' });
  });

  it('takes what few may use from whoever releases answers, and from nobody else', async () => {
    const response = (await world.answer(request)).justification.response!;
    const items = [...response.items, { ...response.items[0]!, item: 'i2', nature: 'intelligence' as const }, { ...response.items[0]!, item: 'i3', handling: 'le_only' as const }];
    const envelope = await world.answer(request, 'FULL', null, { response: { ...response, items } });
    const before = world.tables.counts();
    const refused = { ok: false, code: 'not-allowed', fields: [1, 2].map((at) => ({ field: `/envelope/justification/response/items/${at}`, reason: 'needs-an-approver' })) };
    expect(await submit(envelope, undefined, { ...SCHOOL, roles: ['responder'] })).toEqual(refused);
    expect(world.tables.counts()).toEqual(before);
    // Somebody who asks with an old version hears of that: what they would send is not looked at.
    expect(await submit(envelope, 1, { ...SCHOOL, roles: ['responder'] })).toMatchObject({ ok: false, code: 'version-changed' });
    expect(await submit(envelope, undefined, { ...SCHOOL, roles: ['responder', 'approver'] })).toMatchObject({ ok: true, value: { state: 'answered' } });
  });

  it('takes all that tells what is held, or refuses to, from whoever releases answers, where the agency wants it so', async () => {
    const contact = { version: 0, phone: null, outOfHoursPhone: null, hours: [], mailbox: null, escalationMailbox: null, language: 'en' as const, policyDocument: null };
    valueOf(await world.acts.changeContact.carryOut(SCHOOL, { ...contact, approved: 'all' }));
    const responder = { ...SCHOOL, roles: ['responder' as const] };
    const refused = { ok: false, code: 'not-allowed', fields: [{ field: '/envelope/justification/response', reason: 'needs-an-approver' }] };
    for (const type of ['FULL', 'DECLINED'] as const) expect(await submit(await world.answer(request, type), undefined, responder)).toEqual(refused);
    expect(await submit(await world.answer(request, 'HOLDING'), undefined, responder)).toMatchObject({ ok: true });
    valueOf(await world.acts.changeContact.carryOut(SCHOOL, { ...contact, version: 1, approved: 'some' }));
    expect(await submit(await world.answer(request), undefined, responder)).toMatchObject({ ok: true });
  });

  it('says what the request has become where it moved between reading and writing', async () => {
    const envelope = await world.answer(request);
    world.tables.beforeNextWrite(async () => void valueOf(await world.acts.withdrawRequest.carryOut(POLICE, world.attempt(), request, { version: 2, reason: 'no_longer_needed' })));
    expect(await submit(envelope)).toEqual({ ok: false, code: 'version-changed', current: { version: 3, state: 'withdrawn' } });
  });

  it('reopens a check that was decided between reading and writing', async () => {
    const envelope = await world.answer(request);
    world.tables.beforeNextWrite(() => world.decided(reference));
    const before = world.tables.audit.length;
    expect(await submit(envelope)).toMatchObject({ ok: true, value: { state: 'answered' } });
    expect(world.recordsSince(before).map(({ event }) => event)).toEqual(['decision.recorded.v1', 'response.arrived-late.v1', 'check.reopened.v1']);
    expect(await world.checks.checkFacts(reference)).toMatchObject({ state: 'open' });
  });

  it('takes an attachment that is here, whole, its own and free, and no other', async () => {
    const upload = async (agency: string) => {
      const id = world.messages.id();
      async function* chunks() { yield Uint8Array.of(1, 2, 3); }
      return { id, ...valueOf(await world.acts.storeAttachment.carryOut(memberOf(agency), id, chunks())) };
    };
    const facts = await world.facts(request);
    const answer = (attachment: { id: string; digest: string; length: number }) =>
      world.messages.message({ type: 'response', from: SCHOOL, to: 'police-a', check: facts.check, request, inReplyTo: facts.currentDigest, attachment, response: 'HOLDING' });
    const missing = { ok: false, code: 'attachment-missing', fields: [{ field: '/envelope/header/attachment', reason: 'not-uploaded' }] };
    const own = await upload('school-b');
    expect(await submit(answer(await upload('gp-c')))).toEqual(missing);
    expect(await submit(answer({ ...own, length: 4 }))).toEqual(missing);
    expect(await submit(answer({ ...own, digest: 'x' }))).toEqual(missing);
    expect(await submit(answer(own))).toMatchObject({ ok: true });
    expect(await submit(answer(own))).toEqual(missing);
  });

  describe('judged beside the question', () => {
    const stored = async () => (await world.evidence.envelopes((await world.facts(request)).check, 'school-b')).find(({ sealed }) => sealed.header.context.type === 'response')?.judgement;
    const about = (items: string[]): Partial<JustificationRecord> => ({
      response: {
        type: 'FULL', decision: 'share_all', refusalGround: null, systems: ['own_records'], searched: ['p1'], given: ['other.contacts'], withheld: { withheld: false, categories: [] }, until: null, redirectTo: null,
        items: items.map((about, i) => ({ item: `i${i}`, about, nature: 'fact', relevance: true, handling: null, thirdParty: null })),
      },
    });

    it('says what it was found to be and what covers it, in reply, store and record', async () => {
      const before = world.tables.audit.length;
      const { judgement } = valueOf(await submit(await world.answer(request)));
      expect(judgement).toMatchObject({ verdict: 'accept', catalogue: '2026-01', on: '2026-03-09', cover: { agreement: 'SA-1', version: 1, clause: '1' } });
      expect(await stored()).toEqual(judgement);
      expect(world.recordsSince(before)[0]!.fields).toMatchObject({ catalogue: '2026-01', verdict: 'accept', findings: '', agreement: 'SA-1@1#1' });
    });

    it('may not go where its own stack lacks something, and leaves nothing but the attempt', async () => {
      const before = world.tables.audit.length;
      const envelope = await world.answer(request, 'FULL', null, { stack: sampleStack({ art9: [] }) });
      const counts = world.tables.counts();
      expect(await submit(envelope)).toMatchObject({ ok: false, code: 'share-blocked', judgements: [{ at: '/envelope/justification', judgement: { verdict: 'block', rules: ['T5'] } }] });
      expect(world.tables.counts()).toEqual({ ...counts, audit: counts['audit']! + 1 });
      expect(world.recordsSince(before)).toMatchObject([{ event: 'share.blocked.v1', parties: ['school-b'], fields: { agency: 'school-b', direction: 'sharing', findings: 'T5' } }]);
      expect(await world.facts(request)).toMatchObject({ state: 'acknowledged', version: 2 });
    });

    it('reads the scope from the question in force', async () => {
      const warned = { ok: false, code: 'acknowledgement-needed', judgements: [{ judgement: { verdict: 'warn', officerChecks: ['D-17'] } }] };
      expect(await submit(await world.answer(request, 'FULL', null, about(['p1', 'p9'])))).toMatchObject(warned);
      const subjects: JustificationRecord['subjects'] = [{ subject: 'p1', role: 'child' }, { subject: 'p9', role: 'sibling' }];
      const facts = await world.facts(request);
      const corrected = world.messages.message({ type: 'request', from: POLICE, to: 'school-b', check: facts.check, request, corrects: facts.currentEnvelope, record: { subjects } });
      valueOf(await world.acts.correctRequest.carryOut(POLICE, world.attempt(), request, { version: facts.version, envelope: corrected }));
      await world.collected(request);
      expect(await submit(await world.answer(request, 'FULL', null, about(['p1', 'p9'])))).toMatchObject({ ok: true });
    });

    it('goes past a warning with its reason, which is kept', async () => {
      const acknowledgements: JustificationRecord['acknowledgements'] = [{ finding: 'D-17', reason: 'risk_outweighs' }];
      expect(valueOf(await submit(await world.answer(request, 'FULL', null, { ...about(['p9']), acknowledgements }))).judgement).toMatchObject({ verdict: 'warn', acknowledged: ['D-17'] });
      expect(await stored()).toMatchObject({ acknowledged: ['D-17'] });
    });

    it('leaves under an emergency override with a word on the list of its own agency', async () => {
      const before = world.tables.audit.length;
      const envelope = await world.answer(request, 'FULL', null, { stack: sampleStack({ art9: [] }), override: { reason: 'life_at_risk' } });
      expect(valueOf(await submit(envelope)).judgement).toMatchObject({ verdict: 'block', overridden: ['T5'] });
      const records = world.recordsSince(before);
      expect(records.map(({ event, parties }) => [event, parties])).toEqual([['response.submitted.v1', ['police-a', 'school-b']], ['override.used.v1', ['school-b']]]);
      expect(await world.overrides.list(memberOf('school-b'), { after: null, limit: 10, open: true })).toMatchObject({ items: [{ message: envelope.header.context.message, usedBy: 'm1', findings: ['T5'] }] });
      expect(await world.overrides.list(memberOf('police-a'), { after: null, limit: 10, open: false })).toMatchObject({ items: [] });
    });

    it('names a system that no pack knows', async () => {
      const { response } = about(['p1']);
      expect(await submit(await world.answer(request, 'FULL', null, { response: { ...response!, systems: ['own_records', 'abacus'] } }))).toEqual(
        { ok: false, code: 'unknown-code', fields: [{ field: '/envelope/justification/response/systems/1', reason: 'unknown-code', code: 'abacus' }] });
    });
  });

  describe('late', () => {
    beforeEach(async () => {
      await world.decided(reference);
    });

    it('reopens a decided check, and tells nobody else of it', async () => {
      const before = world.tables.audit.length;
      expect(valueOf(await submit(await world.answer(request)))).toMatchObject({ state: 'answered' });
      const records = world.recordsSince(before);
      expect(records).toMatchObject([
        { event: 'response.arrived-late.v1', parties: ['police-a', 'school-b'] },
        { event: 'check.reopened.v1', parties: ['police-a'], fields: { request, agency: 'police-a' } },
      ]);
      for (const { event, fields } of records) expect(Object.keys(fields).sort()).toEqual(listedFields(event));
      expect(await world.checks.checkFacts(reference)).toMatchObject({ state: 'open', version: 3 });
      expect([...world.tables.outbox.values()].at(-1)!.row).toMatchObject({ event: 'response.arrived-late.v1', agency: 'police-a' });
    });

    it('reopens a closed one out of expired', async () => {
      await world.closed(reference);
      expect(await world.facts(request)).toMatchObject({ state: 'expired', checkState: 'closed' });
      expect(valueOf(await submit(await world.answer(request, 'NO_TRACE')))).toMatchObject({ state: 'nothing_held' });
      expect(await world.checks.checkFacts(reference)).toMatchObject({ state: 'open' });
      expect((await world.checks.check(reference, memberOf('police-a')))!.closedAt).toBeNull();
    });

    it('does not reopen by an interim answer, which decides nothing', async () => {
      valueOf(await submit(await world.answer(request, 'HOLDING')));
      expect(await world.checks.checkFacts(reference)).toMatchObject({ state: 'decided' });
    });
  });

  describe('correcting', () => {
    let first: string;
    beforeEach(async () => {
      first = (await world.answered(request)).currentResponse!;
    });

    it('puts a new version in force beside the old, and may change where the request ended', async () => {
      const before = world.tables.audit.length;
      const correction = await world.answer(request, 'NO_TRACE', first);
      expect(valueOf(await submit(correction))).toMatchObject({ state: 'nothing_held' });
      expect(await world.facts(request)).toMatchObject({ currentResponse: correction.header.context.message });
      const [record] = world.recordsSince(before);
      expect(record).toMatchObject({ event: 'response.corrected.v1', fields: { corrects: first, type: 'NO_TRACE' } });
      expect(Object.keys(record!.fields).sort()).toEqual(listedFields('response.corrected.v1'));
      expect(await world.checks.sealed(first)).not.toBeNull();
    });

    it('reopens what was decided on the old one', async () => {
      await world.decided(reference);
      valueOf(await submit(await world.answer(request, 'FULL', first)));
      expect(await world.checks.checkFacts(reference)).toMatchObject({ state: 'open' });
    });

    it('names the answer in force', async () => {
      const second = await world.answer(request, 'FULL', first);
      valueOf(await submit(second));
      expect(await submit(await world.answer(request, 'FULL', first))).toEqual({ ok: false, code: 'header-mismatch', fields: [{ field: '/envelope/header/context/corrects', reason: 'another-version' }] });
      expect(await submit(await world.answer(request, 'FULL', second.header.context.message))).toMatchObject({ ok: true });
    });

    it('never brings a request back to open, and is not taken of a withdrawn check', async () => {
      expect(await submit(await world.answer(request, 'HOLDING', first))).toMatchObject({ ok: false, code: 'wrong-state' });
      valueOf(await world.acts.withdrawCheck.carryOut(POLICE, world.attempt(), reference, { version: 1, reason: 'no_longer_needed' }));
      expect(await submit(await world.answer(request, 'FULL', first))).toMatchObject({ ok: false, code: 'wrong-state' });
    });

    it('is not taken of a check that is withdrawn between reading and writing', async () => {
      const correction = await world.answer(request, 'FULL', first);
      world.tables.beforeNextWrite(async () => void valueOf(await world.acts.withdrawCheck.carryOut(POLICE, world.attempt(), reference, { version: 1, reason: 'no_longer_needed' })));
      expect(await submit(correction)).toMatchObject({ ok: false, code: 'wrong-state' });
      expect(await world.facts(request)).toMatchObject({ currentResponse: first });
    });
  });

  writeActContract(async () => {
    const fresh = await ExchangeWorld.begin();
    const id = (await fresh.opened()).requests[0]!;
    const { version } = await fresh.collected(id);
    const envelope = await fresh.answer(id);
    return { world: fresh, actor: SCHOOL, run: (actor, attempt, target) => fresh.acts.submitResponse.carryOut(actor, attempt, target === 'real' ? id : fresh.messages.id(), { version, envelope }) };
  }, { hasParties: true });
});
