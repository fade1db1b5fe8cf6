import { beforeEach, describe, expect, it } from 'vitest';
import type { OpeningBody } from '@lateral/contracts';
import { ExchangeWorld, listedFields, memberOf, writeActContract } from '@lateral/testing/fakes';

const SCHOOL = memberOf('school-b');
const POLICE = memberOf('police-a');

describe('recording an opening', () => {
  let world: ExchangeWorld;
  let request: string;
  let envelope: string;
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
    request = (await world.opened()).requests[0]!;
    envelope = (await world.facts(request)).currentEnvelope;
  });
  const record = (body: OpeningBody = { shown: true }, actor = SCHOOL) => world.acts.recordOpening.carryOut(actor, world.attempt(), envelope, body);

  it('refuses one of a message that was never collected: the record would be false', async () => {
    const before = world.tables.counts();
    expect(await record()).toEqual({ ok: false, code: 'wrong-state' });
    expect(world.tables.counts()).toEqual(before);
  });

  it('says that it was shown, or at which step it was refused and why, and changes nothing else', async () => {
    const facts = await world.collected(request);
    const before = world.tables.audit.length;
    expect(await record()).toEqual({ ok: true, value: null });
    expect(await record({ shown: false, step: 5, reason: 'readers-mismatch' })).toEqual({ ok: true, value: null });
    const written = world.recordsSince(before);
    expect(written).toMatchObject([
      { event: 'envelope.opened.v1', parties: ['police-a', 'school-b'], fields: { request, message: envelope, agency: 'school-b', member: 'm1', shown: true } },
      { event: 'envelope.refused.v1', parties: ['police-a', 'school-b'], fields: { reason: '5-readers-mismatch' } },
    ]);
    for (const { event, fields } of written) expect(Object.keys(fields).sort()).toEqual(listedFields(event));
    expect(await world.facts(request)).toEqual(facts);
  });

  it('says beside, for both sides, in which fields the words were not as they had been said to be', async () => {
    await world.collected(request);
    const before = world.tables.audit.length;
    expect(await record({ shown: true, mismatched: ['question', 'necessity', 'question'] })).toEqual({ ok: true, value: null });
    expect(await record({ shown: true, mismatched: [] })).toMatchObject({ ok: true });
    const written = world.recordsSince(before);
    expect(written.map(({ event }) => event)).toEqual(['envelope.opened.v1', 'words.mismatched.v1', 'envelope.opened.v1']);
    expect(written[1]).toMatchObject({ parties: ['police-a', 'school-b'], fields: { message: envelope, agency: 'school-b', fields: 'necessity question' } });
    expect(Object.keys(written[1]!.fields).sort()).toEqual(listedFields('words.mismatched.v1'));
  });

  it('lets the sender say it of its own copy', async () => {
    expect(await record({ shown: true }, POLICE)).toMatchObject({ ok: true });
  });

  it('tells another asked agency what it tells a stranger', async () => {
    await world.collected(request);
    expect(await record({ shown: true }, memberOf('gp-c'))).toEqual({ ok: false, code: 'not-found' });
  });

  writeActContract(async () => {
    const fresh = await ExchangeWorld.begin();
    const facts = await fresh.collected((await fresh.opened()).requests[0]!);
    return { world: fresh, actor: SCHOOL, run: (actor, attempt, target) => fresh.acts.recordOpening.carryOut(actor, attempt, target === 'real' ? facts.currentEnvelope : fresh.messages.id(), { shown: true }) };
  }, { hasParties: true });
});
