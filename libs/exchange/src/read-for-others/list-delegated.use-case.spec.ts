import { describe, expect, it } from 'vitest';
import { ExchangeWorld, memberOf, reader, resign, valueOf } from '@lateral/testing/fakes';
import { DELEGATED_LIST_MS, ListDelegated } from './list-delegated.use-case.js';

describe('what is read for other agencies', () => {
  it('goes back as far as what was sealed can be opened, to the millisecond', async () => {
    const world = await ExchangeWorld.begin();
    world.directory.standIns.set('school-b', ['gp-c']);
    const body = world.opening(['school-b']);
    const [asked] = body.requests;
    const { envelope } = asked!;
    const named = resign({ ...envelope, header: { ...envelope.header, context: { ...envelope.header.context, delegates: [reader('gp-c')] } } }, memberOf('police-a'));
    valueOf(await world.acts.openCheck.carryOut(memberOf('police-a'), world.attempt(), { ...body, requests: [{ ...asked!, envelope: named }] }));
    const list = new ListDelegated({ clock: world.clock, checks: world.checks });
    const listed = async (): Promise<string[]> => (await list.carryOut(memberOf('gp-c'), { after: null, limit: 10 })).items.map(({ id }) => id);
    world.clock.pass(DELEGATED_LIST_MS);
    expect(await listed()).toEqual([asked!.id]);
    world.clock.pass(1);
    expect(await listed()).toEqual([]);
  });
});
