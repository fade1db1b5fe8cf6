import { beforeEach, describe, expect, it } from 'vitest';
import { REMINDER_GAP_MS, type ReminderLevel } from '@lateral/contracts';
import { REQUEST_STATES } from '@lateral/domain';
import { ExchangeWorld, listedFields, memberOf, STRANGER, valueOf, writeActContract } from '@lateral/testing/fakes';
import type { Actor } from '../ports/index.js';

const POLICE = memberOf('police-a');
const MANAGER: Actor = { ...POLICE, roles: ['team_manager'] };
const SCHOOL_ADMIN: Actor = { ...memberOf('school-b', 'm2'), roles: ['agency_administrator'] };
const TOO_SOON = { ok: false, code: 'too-many-requests' };

describe('reminding', () => {
  let world: ExchangeWorld;
  let request: string;
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
    request = (await world.opened()).requests[0]!;
    for (const id of [...world.tables.outbox.keys()]) await world.acts.notifyAgency.carryOut({ event: id, agency: '' });
  });
  const remind = (level: ReminderLevel = 'reminder', actor = POLICE) => world.acts.remind.carryOut(actor, world.attempt(), request, { level });
  const overdue = async (): Promise<void> => world.clock.pass((await world.facts(request)).dueAt.getTime() - world.clock.at.getTime() + 1);
  const mailed = async (): Promise<string[]> => {
    const before = world.mailer.sent.length;
    for (const id of [...world.tables.outbox.keys()]) valueOf({ ok: true, value: await world.acts.notifyAgency.carryOut({ event: id, agency: '' }) });
    return world.mailer.sent.slice(before).map(({ mailbox, notice }) => `${mailbox} ${notice.kind}`);
  };

  it('says so to the asked agency, records it for both, and leaves the request at its version', async () => {
    const [facts, before] = [await world.facts(request), world.tables.audit.length];
    const at = world.clock.at.toISOString();
    expect(await remind()).toEqual({ ok: true, value: { request, level: 'reminder', at } });
    expect(await world.facts(request)).toEqual(facts);
    expect(await world.checks.request(request, POLICE)).toMatchObject({ remindedAt: at, escalatedAt: null });
    const written = world.recordsSince(before);
    expect(written).toMatchObject([{ event: 'request.reminded.v1', parties: ['police-a', 'school-b'], fields: { request, asked: 'school-b', level: 'reminder' } }]);
    expect(Object.keys(written[0]!.fields).sort()).toEqual(listedFields('request.reminded.v1'));
    await world.acts.relayOutbox.carryOut();
    expect([...world.tables.notices.values()].filter(({ kind }) => kind === 'request.reminded.v1').map(({ agency }) => agency).sort()).toEqual(['police-a', 'school-b']);
    expect(await mailed()).toEqual(['duty@school-b.example request.reminded.v1']);
    // It is not the request itself that was delivered by it.
    expect((await world.checks.request(request, POLICE))!.notice).toBe('delivered');
  });

  it('is done once an hour, of each level, to the millisecond', async () => {
    await overdue();
    valueOf(await remind());
    expect([await remind(), await remind('escalation', MANAGER)]).toMatchObject([TOO_SOON, { ok: true }]);
    world.clock.pass(REMINDER_GAP_MS - 1);
    expect([await remind(), await remind('escalation', MANAGER)]).toEqual([TOO_SOON, TOO_SOON]);
    world.clock.pass(1);
    expect([await remind(), await remind('escalation', MANAGER)]).toMatchObject([{ ok: true }, { ok: true }]);
  });

  it('is one of two at once', async () => {
    world.tables.beforeNextWrite(async () => void valueOf(await remind()));
    expect(await remind()).toEqual(TOO_SOON);
  });

  it('goes up to a manager of the other side only by a manager, and only when it is overdue', async () => {
    const { dueAt, version } = await world.facts(request);
    world.clock.pass(dueAt.getTime() - world.clock.at.getTime());
    expect(await remind('escalation')).toEqual({ ok: false, code: 'not-allowed' });
    expect(await remind('escalation', MANAGER)).toEqual({ ok: false, code: 'wrong-state', current: { version, state: 'open' }, fields: [{ field: '/level', reason: 'not-overdue' }] });
    world.clock.pass(1);
    expect(await remind('escalation', MANAGER)).toMatchObject({ ok: true, value: { level: 'escalation' } });
    // No mailbox for that was named: it goes to the one there is.
    expect(await mailed()).toEqual(['duty@school-b.example request.reminded.v1']);
  });

  it('goes to the mailboxes that the agency named itself, each for its level', async () => {
    const named = { version: 0, phone: null, outOfHoursPhone: null, hours: [], mailbox: 'desk@school-b.example', escalationMailbox: 'head@school-b.example', language: 'cy' as const, policyDocument: null, approved: 'some' as const };
    valueOf(await world.acts.changeContact.carryOut(SCHOOL_ADMIN, named));
    await overdue();
    await remind();
    expect(await mailed()).toEqual(['desk@school-b.example request.reminded.v1']);
    await remind('escalation', MANAGER);
    expect(await mailed()).toEqual(['head@school-b.example request.reminded.v1']);
    expect(world.mailer.sent.at(-1)!.language).toBe('cy');
  });

  it.each(REQUEST_STATES)('of a request in state %s', async (state) => {
    world.tables.requests.get(request)!.state = state;
    const outcome = await remind();
    if (state === 'open' || state === 'acknowledged') return expect(outcome).toMatchObject({ ok: true });
    expect(outcome).toEqual({ ok: false, code: 'wrong-state', current: { version: 1, state } });
  });

  it('says what the request has become where it ended between reading and writing', async () => {
    world.tables.beforeNextWrite(async () => void valueOf(await world.acts.withdrawRequest.carryOut(POLICE, world.attempt(), request, { version: 1, reason: 'wrong_agency' })));
    expect(await remind()).toEqual({ ok: false, code: 'wrong-state', current: { version: 2, state: 'withdrawn' } });
  });

  it('is for the asking agency', async () => {
    for (const actor of [memberOf('school-b'), memberOf('gp-c'), STRANGER]) expect(await remind('reminder', actor)).toEqual({ ok: false, code: 'not-found' });
  });

  writeActContract(async () => {
    const fresh = await ExchangeWorld.begin();
    const id = (await fresh.opened()).requests[0]!;
    return { world: fresh, actor: POLICE, run: (actor, attempt, target) => fresh.acts.remind.carryOut(actor, attempt, target === 'real' ? id : fresh.messages.id(), { level: 'reminder' }) };
  }, { hasParties: true });
});
