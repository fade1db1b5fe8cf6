import { beforeEach, describe, expect, it } from 'vitest';
import { EXPORT_FORMS } from '@lateral/contracts';
import { ExchangeWorld, listedFields, memberOf, STRANGER, valueOf, writeActContract } from '@lateral/testing/fakes';

const BODY = { form: 'print', messages: 3, restricted: false } as const;

describe('recording an export', () => {
  let world: ExchangeWorld;
  let reference: string;
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
    ({ reference } = await world.opened(['school-b']));
  });
  const told = (actor = memberOf('police-a'), body: Parameters<typeof world.acts.recordExport.carryOut>[3] = BODY) => world.acts.recordExport.carryOut(actor, world.attempt(), reference, body);

  it.each(EXPORT_FORMS)('says who, when and by which way: %s', async (form) => {
    const before = world.tables.audit.length;
    expect(await told(memberOf('police-a', 'm2'), { form, messages: 7, restricted: true })).toEqual({ ok: true, value: null });
    const written = world.recordsSince(before);
    expect(written).toMatchObject([{ event: 'content.exported.v1', parties: ['police-a'], fields: { agency: 'police-a', member: 'm2', form, messages: 7, restricted: true } }]);
    expect(Object.keys(written[0]!.fields).sort()).toEqual(listedFields('content.exported.v1'));
  });

  it('is each agency\'s own: the other party is not told of it, and each of them may say so', async () => {
    await told(memberOf('school-b'));
    const { receipts } = valueOf(await world.acts.readReceipts.carryOut(memberOf('police-a'), reference));
    expect(receipts.map(({ event }) => event)).not.toContain('content.exported.v1');
    expect(valueOf(await world.acts.readReceipts.carryOut(memberOf('school-b'), reference)).receipts.map(({ event }) => event)).toContain('content.exported.v1');
  });

  it('is taken of a check in whatever state: what was opened can be printed for years', async () => {
    await world.acts.withdrawCheck.carryOut(memberOf('police-a'), world.attempt(), reference, { version: 1, reason: 'no_longer_needed' });
    expect(await told()).toMatchObject({ ok: true });
  });

  it('tells somebody who is no party that there is no such check', async () => {
    for (const actor of [memberOf('gp-c'), STRANGER]) expect(await told(actor)).toEqual({ ok: false, code: 'not-found' });
  });

  it('and who has left the check the same', async () => {
    valueOf(await world.acts.recuse.fromCheck(memberOf('police-a'), world.attempt(), reference));
    expect(await told()).toEqual({ ok: false, code: 'not-found' });
    expect(await told(memberOf('police-a', 'm2'))).toMatchObject({ ok: true });
  });

  writeActContract(async () => {
    const fresh = await ExchangeWorld.begin();
    const made = await fresh.opened();
    return { world: fresh, actor: memberOf('police-a'), run: (actor, attempt, target) => fresh.acts.recordExport.carryOut(actor, attempt, target === 'real' ? made.reference : 'LC-00000-00000', BODY) };
  }, { hasParties: true });
});
