import { describe, expect, it } from 'vitest';
import { EVENT_NAMES, type EventName } from '@lateral/contracts';
import { AGENCIES, agreementDocument, ExchangeWorld, listedFields, memberOf, sampleCatalogueDocument, valueOf, wordsWithout } from '@lateral/testing/fakes';

const POLICE = memberOf('police-a');

/** What happens by itself in a running installation: rows become jobs, jobs become notices, records find their place. */
async function settleDown(world: ExchangeWorld): Promise<void> {
  while ((await world.acts.relayOutbox.carryOut()) > 0);
  for (const job of world.publisher.jobs.splice(0)) await world.acts.notifyAgency.carryOut(job);
  while ((await world.acts.carryRecords.carryOut()) > 0);
}

async function tell(world: ExchangeWorld, request: string): Promise<string> {
  const { asked, check, currentDigest } = await world.facts(request);
  const envelope = world.messages.message({ type: 'outcome', from: POLICE, to: asked, check, request, inReplyTo: currentDigest });
  valueOf(await world.acts.tellOutcome.carryOut(POLICE, world.attempt(), request, { envelope }));
  return envelope.header.context.message;
}

async function collect(world: ExchangeWorld, agency: string, envelope: string): Promise<void> {
  valueOf(await world.acts.handOver.carryOut(memberOf(agency), world.attempt(), envelope));
  valueOf(await world.acts.recordOpening.carryOut(memberOf(agency), world.attempt(), envelope, { shown: true }));
}

/** What a partnership does beside a plain round: its law, its agreements, an override and its review, a record, another rating, another due time. */
async function everyNewAct(world: ExchangeWorld): Promise<void> {
  const { acts } = world;
  const [signatory, other] = [memberOf('police-a', 's1'), memberOf('gp-c', 's1')];
  await acts.adoptCatalogue.carryOut(sampleCatalogueDocument('2026-02'));
  const document = agreementDocument(['police-a', 'gp-c'], { reference: 'SA-2' });
  const { digest } = valueOf(await acts.proposeAgreement.carryOut(signatory, { document }));
  valueOf(await acts.approveAgreement.carryOut(other, 'SA-2', 1, { digest }));

  const incomplete = { words: wordsWithout('question') };
  await acts.openCheck.carryOut(POLICE, world.attempt(), world.opening(['lhb-d'], 'red', incomplete));
  const body = world.opening(['lhb-d'], 'red', { ...incomplete, override: { reason: 'life_at_risk' } });
  const { reference, requests } = valueOf(await acts.openCheck.carryOut(POLICE, world.attempt(), body));
  const [request, message] = [requests[0]!.id, body.requests[0]!.envelope.header.context.message];
  const record = { type: 'record', from: memberOf('police-a', 'm2'), to: null, check: body.id, request } as const;
  valueOf(await acts.reviewOverride.carryOut(memberOf('police-a', 'm2'), world.attempt(), message, { finding: 'right_and_completed', envelope: world.messages.message({ ...record, direction: 'asking' }) }));
  valueOf(await acts.keepRecordOnly.carryOut(record.from, world.attempt(), { reason: 'known_already', envelope: world.messages.message(record) }));
  valueOf(await acts.rateCheck.carryOut(POLICE, world.attempt(), reference, { version: 1, urgency: 'amber', reason: 'risk_reduced' }));
  valueOf(await acts.moveDueTime.carryOut(POLICE, world.attempt(), request, { version: 1, dueAt: new Date(world.clock.at.getTime() + 3_600_000).toISOString(), reason: 'urgency_lowered' }));
  valueOf(await acts.handOver.carryOut(memberOf('lhb-d'), world.attempt(), message));
  valueOf(await acts.recordOpening.carryOut(memberOf('lhb-d'), world.attempt(), message, { shown: true, mismatched: ['question'] }));
  const facts = await world.facts(request);
  valueOf(await acts.withdrawRequest.carryOut(POLICE, world.attempt(), request, { version: facts.version, reason: 'no_longer_needed' }));
}

describe('a whole round', () => {
  it('goes from the question to the outcome, comes back for a late answer and a correction, and every step is proven', async () => {
    const world = await ExchangeWorld.begin();
    const stateOf = async (): Promise<string> => (await world.checks.checkFacts(reference))!.state;
    const states = async (): Promise<string[]> => Promise.all(requests.map(async (id) => (await world.facts(id)).state));

    const { reference, requests } = await world.opened(['school-b', 'gp-c', 'lhb-d']);
    const [school, gp, lhb] = requests as [string, string, string];
    await settleDown(world);
    expect(world.mailer.sent.map(({ mailbox }) => mailbox).sort()).toEqual(['duty@gp-c.example', 'duty@lhb-d.example', 'duty@school-b.example']);

    await world.answered(school);
    await collect(world, 'police-a', (await world.facts(school)).currentResponse!);
    await world.answered(gp, 'HOLDING');
    await world.answered(gp, 'NO_TRACE');
    expect(await states()).toEqual(['answered', 'nothing_held', 'open']);
    await settleDown(world);

    await world.decided(reference);
    await collect(world, 'school-b', await tell(world, school));
    await world.closed(reference);
    expect([await stateOf(), await states()]).toEqual(['closed', ['answered', 'nothing_held', 'expired']]);

    await world.answered(lhb);
    expect([await stateOf(), await states()]).toEqual(['open', ['answered', 'nothing_held', 'answered']]);
    await world.decided(reference);

    const { version, currentResponse } = await world.facts(gp);
    valueOf(await world.acts.submitResponse.carryOut(memberOf('gp-c'), world.attempt(), gp, { version, envelope: await world.answer(gp, 'PARTIAL', currentResponse) }));
    expect([await stateOf(), await states()]).toEqual(['open', ['answered', 'answered', 'answered']]);
    await world.decided(reference);
    await world.closed(reference);
    await settleDown(world);

    expect(world.tables.outbox.size).toBe(0);
    const { receipts } = valueOf(await world.acts.readReceipts.carryOut(POLICE, reference));
    expect(receipts.map(({ state }) => state)).toEqual(receipts.map(() => 'proven'));
    expect(new Set(world.tables.positions.values()).size).toBe(world.tables.audit.length);
    expect(world.ledger.leaves).toHaveLength(world.tables.audit.length);
  });

  it('tells each side what it may know, and shows no asked agency that another was asked', async () => {
    const world = await ExchangeWorld.begin();
    const { reference, requests } = await world.opened(['school-b', 'gp-c']);
    for (const request of requests) await world.answered(request);
    await world.decided(reference);
    for (const request of requests) await tell(world, request);
    await settleDown(world);
    for (const agency of ['school-b', 'gp-c']) {
      const seen = [
        await world.checks.check(reference, memberOf(agency)), await world.checks.inbox(memberOf(agency), { after: null, limit: 100, state: null }),
        valueOf(await world.acts.readReceipts.carryOut(memberOf(agency), reference)), valueOf(await world.acts.gatherEvidence.carryOut(memberOf(agency), reference, { content: true })),
        [...world.tables.notices.values()].filter((notice) => notice.agency === agency),
      ];
      for (const other of AGENCIES.filter((each) => each !== agency && each !== 'police-a')) expect(JSON.stringify(seen)).not.toContain(other);
    }
    for (const { notice } of world.mailer.sent) for (const other of AGENCIES.filter((each) => each !== notice.agency)) expect(JSON.stringify(notice)).not.toContain(other);
  });

  it('writes every record with exactly the fields that the list of events names', async () => {
    const world = await ExchangeWorld.begin();
    const { reference, requests, body } = await world.opened(['school-b', 'gp-c']);
    valueOf(await world.acts.collectHeadings.carryOut(POLICE, world.attempt(), [body.requests[0]!.envelope.header.context.message]));
    await world.answered(requests[0]!);
    await world.decided(reference);
    await tell(world, requests[0]!);
    await world.closed(reference);
    await world.answered(requests[1]!);
    valueOf(await world.acts.withdrawCheck.carryOut(POLICE, world.attempt(), reference, { version: (await world.checks.checkFacts(reference))!.version, reason: 'no_longer_needed' }));
    await everyNewAct(world);
    await settleDown(world);
    const seen = new Set<EventName>();
    for (const { event, fields } of world.recordsSince(0)) {
      seen.add(event);
      expect([event, Object.keys(fields).sort()]).toEqual([event, listedFields(event)]);
    }
    // Who signs in, and what becomes of keys and rosters, is no part of a round.
    const ofPeople: EventName[] = [
      'person.signed-in.v1', 'person.let-in.v1', 'session.ended.v1', 'code.issued.v1', 'key.proved.v1', 'step-up.granted.v1', 'passkey.enrolled.v1', 'passkey.disabled.v1', 'key.locked.v1', 'member.invited.v1', 'member.joined.v1',
      'member.started-again.v1', 'roster.proposed.v1', 'roster.published.v1', 'recovery-kit.stored.v1', 'recovery-kit.fetched.v1', 'member.recused.v1', 'epoch.deleted.v1',
    ];
    // Who in a team has what, and what they write, has files of its own.
    const ofTheDesk: EventName[] = ['request.taken.v1', 'check.given.v1', 'request.reminded.v1', 'answer.put-to-approver.v1', 'answer.sent-back.v1', 'contact.changed.v1', 'content.exported.v1'];
    const elsewhere: EventName[] = [...ofTheDesk, 'response.arrived-late.v1', 'request.corrected.v1', 'response.corrected.v1', 'envelope.refused.v1', 'notice.undelivered.v1', 'member.signed-in.v1', 'directory.registered.v1', 'roster.registered.v1', 'incident.raised.v1', 'incident.ended.v1', 'evidence.fetched.v1', 'check.erased.v1', 'coded-record.erased.v1', ...ofPeople];
    expect(EVENT_NAMES.filter((event) => !seen.has(event) && !elsewhere.includes(event))).toEqual([]);
  });
});
