import { beforeEach, describe, expect, it } from 'vitest';
import { CHECK_STATES } from '@lateral/domain';
import { ExchangeWorld, listedFields, memberOf, sampleStack, valueOf, writeActContract, type Draft } from '@lateral/testing/fakes';

const POLICE = memberOf('police-a');

describe('recording a decision', () => {
  let world: ExchangeWorld;
  let reference: string;
  let check: string;
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
    const opened = await world.opened();
    ({ reference } = opened);
    check = opened.body.id;
  });
  const sealed = (more: Partial<Draft> = {}) => world.messages.message({ type: 'decision', from: POLICE, to: null, check, request: null, ...more });
  const decide = (envelope = sealed(), version = 1, actor = POLICE) => world.acts.recordDecision.carryOut(actor, world.attempt(), reference, { version, envelope });

  it('decides the check, keeps what was sealed, and tells nobody', async () => {
    const [records, outbox] = [world.tables.audit.length, world.tables.outbox.size];
    const envelope = sealed();
    expect(await decide(envelope)).toEqual({ ok: true, value: { id: check, reference, state: 'decided', version: 2 } });
    const written = world.recordsSince(records);
    expect(written).toMatchObject([{ event: 'decision.recorded.v1', parties: ['police-a'], fields: { check, message: envelope.header.context.message } }]);
    expect(Object.keys(written[0]!.fields).sort()).toEqual(listedFields('decision.recorded.v1'));
    expect(world.tables.outbox.size).toBe(outbox);
    expect((await world.checks.check(reference, memberOf('school-b')))!.decision).toBeNull();
    expect((await world.checks.check(reference, memberOf('police-a')))!.decision).toMatchObject({ id: envelope.header.context.message });
  });

  it.each(CHECK_STATES)('in state %s', async (state) => {
    [...world.tables.checks.values()][0]!.state = state;
    const outcome = await decide();
    if (state === 'closed') return expect(outcome).toEqual({ ok: false, code: 'wrong-state', current: { version: 1, state } });
    expect(outcome).toMatchObject({ ok: true, value: { state: state === 'withdrawn' ? 'withdrawn' : 'decided' } });
  });

  it('is refused at another version, and to an agency that was asked', async () => {
    expect(await decide(sealed(), 2)).toEqual({ ok: false, code: 'version-changed', current: { version: 1, state: 'open' } });
    expect(await decide(sealed(), 1, memberOf('school-b'))).toEqual({ ok: false, code: 'not-found' });
  });

  it('is sealed to its own agency alone, and is of this check', async () => {
    expect(await decide(sealed({ to: 'school-b' }))).toMatchObject({ ok: false, code: 'readers-mismatch' });
    expect(await decide(sealed({ check: world.messages.id() }))).toMatchObject({ ok: false, code: 'header-mismatch', fields: [{ field: '/envelope/header/context/check' }] });
  });

  it('holds codes of the law in use only: no word about anybody stands in clear', async () => {
    const before = world.tables.counts();
    expect(await decide(sealed({ record: { categories: ['mother-drinks-every-day'] } }))).toEqual(
      { ok: false, code: 'unknown-code', fields: [{ field: '/envelope/justification/categories/0', reason: 'unknown-code', code: 'mother-drinks-every-day' }] });
    expect(await decide(sealed({ record: { stack: sampleStack({ gateway: ['he-hits-her'] }) } }))).toMatchObject({ code: 'unknown-code', fields: [{ field: '/envelope/justification/stack/gateway/0' }] });
    expect(await decide(sealed({ record: { stack: sampleStack({ catalogueVersion: 'she-is-afraid' }) } }))).toMatchObject({ code: 'catalogue-not-current', fields: [{ field: '/envelope/justification/stack/catalogueVersion' }] });
    expect(await decide(sealed({ record: { override: { reason: 'life_at_risk' } } }))).toMatchObject({ code: 'invalid-request', fields: [{ field: '/envelope/justification/override', reason: 'nothing-to-override' }] });
    expect(world.tables.counts()).toEqual(before);
  });

  it('rests on no basis of its own: it goes to nobody', async () => {
    expect(await decide(sealed({ record: { stack: sampleStack({ art6: [] }) } }))).toMatchObject({ ok: true });
  });

  it('names no attachment that is not here', async () => {
    expect(await decide(sealed({ attachment: { id: world.messages.id(), digest: 'x', length: 1 } }))).toMatchObject({ ok: false, code: 'attachment-missing' });
  });

  it('is not recorded over what changed between reading and writing', async () => {
    world.tables.beforeNextWrite(() => world.decided(reference));
    expect(await decide()).toEqual({ ok: false, code: 'version-changed', current: { version: 2, state: 'decided' } });
    expect(valueOf(await decide(sealed(), 2))).toMatchObject({ version: 3 });
  });

  writeActContract(async () => {
    const fresh = await ExchangeWorld.begin();
    const opened = await fresh.opened();
    const envelope = fresh.messages.message({ type: 'decision', from: POLICE, to: null, check: opened.body.id, request: null });
    return { world: fresh, actor: POLICE, run: (actor, attempt, target) => fresh.acts.recordDecision.carryOut(actor, attempt, target === 'real' ? opened.reference : 'LC-00000-00000', { version: 1, envelope }) };
  }, { hasParties: true });
});
