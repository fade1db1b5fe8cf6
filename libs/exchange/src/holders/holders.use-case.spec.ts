import { beforeEach, describe, expect, it } from 'vitest';
import type { HolderBody } from '@lateral/contracts';
import { ExchangeWorld, listedFields, memberOf, STRANGER, valueOf } from '@lateral/testing/fakes';
import type { Actor } from '../ports/index.js';

const SCHOOL = memberOf('school-b');
const COLLEAGUE = memberOf('school-b', 'm2');
const MANAGER: Actor = { ...memberOf('school-b', 'm2'), roles: ['team_manager'] };
const NOT_FOUND = { ok: false, code: 'not-found' };

describe('who has a request', () => {
  let world: ExchangeWorld;
  let request: string;
  let reference: string;
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
    const opened = await world.opened(['school-b', 'gp-c']);
    request = opened.requests[0]!;
    ({ reference } = opened);
  });
  const give = (actor: Actor, from: string | null, to: string | null) => world.acts.holders.ofRequest(actor, request, { from, to });
  const holder = async (reader = SCHOOL): Promise<string | null | undefined> => (await world.checks.request(request, reader))?.heldBy;

  it('is whoever took it, to their own team alone, and the request stays at its version', async () => {
    const [version, before] = [(await world.facts(request)).version, world.tables.audit.length];
    expect(await give(SCHOOL, null, 'm1')).toEqual({ ok: true, value: { holder: 'm1' } });
    expect([await holder(), await holder(COLLEAGUE), await holder(memberOf('police-a')), (await world.facts(request)).version]).toEqual(['m1', 'm1', null, version]);
    const written = world.recordsSince(before);
    expect(written).toMatchObject([{ event: 'request.taken.v1', parties: ['school-b'], fields: { request, agency: 'school-b', member: 'm1', holder: 'm1' } }]);
    expect(Object.keys(written[0]!.fields).sort()).toEqual(listedFields('request.taken.v1'));
  });

  it('is shown live to the own team and mailed to nobody', async () => {
    const owed = world.tables.outbox.size;
    await give(SCHOOL, null, 'm1');
    expect([...world.tables.notices.values()]).toMatchObject([{ kind: 'request.taken.v1', agency: 'school-b', request, reference, urgency: 'red' }]);
    expect(world.tables.outbox.size).toBe(owed);
  });

  it('is one of two who take it at once; the other is told who', async () => {
    world.tables.beforeNextWrite(async () => void valueOf(await give(COLLEAGUE, null, 'm2')));
    expect(await give(SCHOOL, null, 'm1')).toEqual({ ok: false, code: 'holder-changed', holder: 'm2' });
    expect(await holder()).toBe('m2');
  });

  it('is told the same when it is taken again, and nothing more is recorded', async () => {
    await give(SCHOOL, null, 'm1');
    const before = world.tables.counts();
    expect(await give(SCHOOL, null, 'm1')).toEqual({ ok: true, value: { holder: 'm1' } });
    expect(world.tables.counts()).toEqual(before);
  });

  it('puts back what is theirs, and nobody else may but a manager', async () => {
    await give(SCHOOL, null, 'm1');
    expect(await give(COLLEAGUE, 'm1', null)).toEqual({ ok: false, code: 'not-allowed' });
    expect(await give(COLLEAGUE, 'm1', 'm2')).toEqual({ ok: false, code: 'not-allowed' });
    expect(await give(SCHOOL, 'm1', 'm2')).toEqual({ ok: false, code: 'not-allowed' });
    expect(await give(MANAGER, 'm1', 'm2')).toEqual({ ok: true, value: { holder: 'm2' } });
    expect(await give(COLLEAGUE, 'm2', null)).toEqual({ ok: true, value: { holder: null } });
    expect(await holder()).toBeNull();
  });

  it.each(['s1', 'm9'])('is given to a caseworker of the roster: not to %s', async (to) => {
    expect(await give(MANAGER, null, to)).toEqual({ ok: false, code: 'invalid-request', fields: [{ field: '/to', reason: 'not-a-caseworker' }] });
  });

  const NOT_THEIRS = { ok: false, code: 'invalid-request', fields: [{ field: '/to', reason: 'not-a-caseworker' }] };

  it('is given to nobody who has left the check, whose lists have nothing of it', async () => {
    valueOf(await world.acts.recuse.fromRequest(SCHOOL, world.attempt(), request));
    const before = world.tables.counts();
    expect([await give(MANAGER, null, 'm1'), await holder(COLLEAGUE), world.tables.counts()]).toEqual([NOT_THEIRS, null, before]);
    expect((await world.checks.inbox(MANAGER, { after: null, limit: 50, state: null, held: 'none' })).items.map(({ id }) => id)).toEqual([request]);
  });

  it('nor to somebody who leaves it in the same moment', async () => {
    world.tables.beforeNextWrite(async () => void valueOf(await world.acts.recuse.fromRequest(SCHOOL, world.attempt(), request)));
    expect([await give(MANAGER, null, 'm1'), await holder(COLLEAGUE)]).toEqual([NOT_THEIRS, null]);
  });

  it('is nobody\'s to say who is not asked', async () => {
    for (const actor of [STRANGER, memberOf('police-a'), memberOf('gp-c')]) expect(await give(actor, null, 'm1')).toEqual(NOT_FOUND);
    expect(await world.acts.holders.ofRequest(SCHOOL, world.messages.id(), { from: null, to: 'm1' })).toEqual(NOT_FOUND);
  });

  it('is nobody once the one who had it has left the check, and they can take it no more', async () => {
    await give(SCHOOL, null, 'm1');
    valueOf(await world.acts.recuse.fromRequest(SCHOOL, world.attempt(), request));
    expect([await holder(COLLEAGUE), await give(SCHOOL, null, 'm1')]).toEqual([null, NOT_FOUND]);
  });

  it('can be listed by: what the reader has, and what nobody has', async () => {
    await give(SCHOOL, null, 'm1');
    const ids = async (held: 'me' | 'none', reader = SCHOOL): Promise<string[]> => (await world.checks.inbox(reader, { after: null, limit: 50, state: 'open', held })).items.map(({ id }) => id);
    expect([await ids('me'), await ids('none'), await ids('me', COLLEAGUE)]).toEqual([[request], [], []]);
  });

  describe('and a check', () => {
    const POLICE = memberOf('police-a');
    const giveCheck = (actor: Actor, body: HolderBody) => world.acts.holders.ofCheck(actor, reference, body);
    const held = async (reader: Actor): Promise<unknown[]> => {
      const view = await world.checks.check(reference, reader);
      return [view?.openedBy, view?.heldBy];
    };

    it('is with whoever opened it until it is given; an agency that is asked is told nothing of it', async () => {
      expect([await held(POLICE), await held(SCHOOL)]).toEqual([['m1', 'm1'], [null, null]]);
      const before = world.tables.audit.length;
      expect(await giveCheck({ ...POLICE, roles: ['team_manager'] }, { from: 'm1', to: 'm2' })).toEqual({ ok: true, value: { holder: 'm2' } });
      expect(await held(POLICE)).toEqual(['m1', 'm2']);
      const written = world.recordsSince(before);
      expect(written).toMatchObject([{ event: 'check.given.v1', parties: ['police-a'], fields: { holder: 'm2' } }]);
      expect(Object.keys(written[0]!.fields).sort()).toEqual(listedFields('check.given.v1'));
      expect([...world.tables.notices.values()]).toMatchObject([{ kind: 'check.given.v1', agency: 'police-a', reference, request: null, dueAt: null }]);
    });

    it('is given to nobody who has left it', async () => {
      valueOf(await world.acts.recuse.fromCheck(POLICE, world.attempt(), reference));
      const manager: Actor = { ...memberOf('police-a', 'm2'), roles: ['team_manager'] };
      expect([await giveCheck(manager, { from: null, to: 'm1' }), await held(manager)]).toEqual([NOT_THEIRS, ['m1', null]]);
      expect(await giveCheck(manager, { from: null, to: 'm2' })).toEqual({ ok: true, value: { holder: 'm2' } });
    });

    it('is not for an agency that is asked', async () => {
      for (const actor of [SCHOOL, STRANGER]) expect(await giveCheck(actor, { from: null, to: actor.member })).toEqual(NOT_FOUND);
    });
  });
});
