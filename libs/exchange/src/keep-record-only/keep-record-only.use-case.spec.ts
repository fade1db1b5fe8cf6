import { beforeEach, describe, expect, it } from 'vitest';
import { AGENCIES, ExchangeWorld, listedFields, memberOf, sampleStack, valueOf, writeActContract, type Draft } from '@lateral/testing/fakes';

const POLICE = memberOf('police-a');
const PAGE = { after: null, limit: 100 };

describe('keeping a record only', () => {
  let world: ExchangeWorld;
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
  });
  const sealed = (more: Partial<Draft> = {}) => world.messages.message({ type: 'record', from: POLICE, to: null, check: world.messages.id(), request: null, ...more });
  const keep = (envelope = sealed(), actor = POLICE) => world.acts.keepRecordOnly.carryOut(actor, world.attempt(), { reason: 'capable_adult_refused', envelope });

  it('keeps what was sealed, of a check that never came to be, recorded for its own agency, and owes nobody a word', async () => {
    const envelope = sealed();
    const { check, message } = envelope.header.context;
    expect(await keep(envelope)).toEqual({ ok: true, value: { message } });
    expect(world.tables.counts()).toMatchObject({ checks: 0, requests: 0, envelopes: 1, outbox: 0 });
    expect(await world.checks.sealed(message)).toEqual(envelope);
    const written = world.recordsSince(0);
    expect(written).toMatchObject([{ event: 'record-only.kept.v1', parties: ['police-a'], fields: { check, request: null, message, reason: 'capable_adult_refused' } }]);
    expect(Object.keys(written[0]!.fields).sort()).toEqual(listedFields('record-only.kept.v1'));
  });

  it('is given back to its own agency alone', async () => {
    const { message } = valueOf(await keep());
    const reply = valueOf(await world.acts.handOver.carryOut(memberOf('police-a', 'm2'), world.attempt(), message));
    expect(reply.envelope.header.context.message).toBe(message);
    expect(valueOf(await world.acts.recordOpening.carryOut(POLICE, world.attempt(), message, { shown: true }))).toBeNull();
    for (const other of AGENCIES.slice(1)) expect(await world.acts.handOver.carryOut(memberOf(other), world.attempt(), message)).toEqual({ ok: false, code: 'not-found' });
  });

  it('in a check that others are party to is seen by none of them, and is in its own agency\'s pack', async () => {
    const { body, reference, requests } = await world.opened(['school-b', 'gp-c']);
    const { message } = valueOf(await keep(sealed({ check: body.id, request: requests[0]! })));
    for (const agency of ['school-b', 'gp-c']) {
      const seen = [
        await world.checks.check(reference, memberOf(agency)), await world.checks.request(requests[0]!, memberOf(agency)), await world.checks.inbox(memberOf(agency), { ...PAGE, state: null }),
        valueOf(await world.acts.readReceipts.carryOut(memberOf(agency), reference)), valueOf(await world.acts.gatherEvidence.carryOut(memberOf(agency), reference, { content: true })),
      ];
      expect(JSON.stringify(seen)).not.toContain(message);
    }
    const pack = valueOf(await world.acts.gatherEvidence.carryOut(POLICE, reference, { content: true }));
    expect(pack.envelopes.find(({ header }) => header.context.message === message)).toMatchObject({ header: { context: { type: 'record' } }, content: expect.any(String) });
  });

  it('is no decision, and moves neither its check nor its request', async () => {
    const { body, reference, requests } = await world.opened(['school-b']);
    const before = await world.checks.checkFacts(reference);
    valueOf(await keep(sealed({ check: body.id })));
    valueOf(await keep(sealed({ check: body.id, request: requests[0]! })));
    expect(await world.checks.checkFacts(reference)).toEqual(before);
    expect(await world.checks.check(reference, memberOf('police-a'))).toMatchObject({ decision: null });
  });

  it('of somebody else\'s request tells its keeper nothing about it, and is not in their pack', async () => {
    const { body, reference, requests } = await world.opened(['school-b']);
    const housing = memberOf('housing-e');
    const { message } = valueOf(await keep(sealed({ from: housing, check: body.id, request: requests[0]! }), housing));
    expect(valueOf(await world.acts.handOver.carryOut(housing, world.attempt(), message)).request).toBeNull();
    expect(await world.acts.readReceipts.carryOut(housing, reference)).toEqual({ ok: false, code: 'not-found' });
    for (const agency of ['police-a', 'school-b']) expect(JSON.stringify(valueOf(await world.acts.gatherEvidence.carryOut(memberOf(agency), reference, { content: true })))).not.toContain('housing-e');
  });

  it('is judged as what goes to nobody: law that has ended blocks it, nothing needs a reason', async () => {
    const counts = world.tables.counts();
    expect(await keep(sealed({ record: { stack: sampleStack({ gateway: ['CA2004-16LA'] }) } }))).toMatchObject({ code: 'share-blocked', judgements: [{ at: '/envelope/justification', judgement: { rules: ['T13'] } }] });
    expect(world.tables.counts()).toEqual({ ...counts, audit: 1 });
    expect(world.recordsSince(0)).toMatchObject([{ event: 'share.blocked.v1', fields: { direction: 'record_only', findings: 'T13' } }]);
    expect(await keep(sealed({ record: { stack: sampleStack({ art6: [], art9: [], gateway: ['CARE-45'] }) } }))).toMatchObject({ ok: true });
  });

  it('is addressed to nobody, and says which way it goes', async () => {
    expect(await keep(sealed({ to: 'school-b' }))).toMatchObject({ code: 'readers-mismatch' });
    expect(await keep(sealed({ type: 'decision' }))).toMatchObject({ code: 'header-mismatch' });
    expect(await keep(sealed({ direction: 'asking' }))).toMatchObject({ code: 'justification-mismatch', fields: [{ field: '/envelope/justification/direction' }] });
    expect(await keep(sealed({ attachment: { id: world.messages.id(), digest: 'x', length: 1 } }))).toMatchObject({ code: 'attachment-missing' });
  });

  it('refuses an id that is taken', async () => {
    const envelope = sealed();
    valueOf(await keep(envelope));
    expect(await keep(envelope)).toEqual({ ok: false, code: 'id-taken' });
  });

  writeActContract(async () => {
    const fresh = await ExchangeWorld.begin();
    const envelope = fresh.messages.message({ type: 'record', from: POLICE, to: null, check: fresh.messages.id(), request: fresh.messages.id() });
    return { world: fresh, actor: POLICE, run: (actor, attempt) => fresh.acts.keepRecordOnly.carryOut(actor, attempt, { reason: 'not_necessary', envelope }) };
  }, { hasParties: false });
});
