import { beforeEach, describe, expect, it } from 'vitest';
import type { ContactBody } from '@lateral/contracts';
import { AGENCIES, ExchangeWorld, listedFields, memberOf, valueOf } from '@lateral/testing/fakes';

const ADMIN = { ...memberOf('school-b'), roles: ['agency_administrator' as const] };
const SAID: ContactBody = { version: 0, phone: '01632 960123', outOfHoursPhone: null, hours: [{ day: 1, from: '08:30', to: '17:00' }, { day: 5, from: '00:00', to: '24:00' }], mailbox: 'desk@school-b.example', escalationMailbox: null, language: 'both', policyDocument: null, approved: 'some' };

describe('how an agency can be spoken to', () => {
  let world: ExchangeWorld;
  beforeEach(async () => { world = await ExchangeWorld.begin(); });
  const say = (more: Partial<ContactBody> = {}) => world.acts.changeContact.carryOut(ADMIN, { ...SAID, ...more });

  it('is nothing but the mailbox it was registered with, until it is said', async () => {
    expect((await world.contacts.all()).map(({ agency, version }) => [agency, version])).toEqual([...AGENCIES].sort().map((agency) => [agency, 0]));
    expect(await world.contacts.of('school-b')).toMatchObject({ mailbox: 'duty@school-b.example', escalationMailbox: null, phone: null, verifiedAt: null, language: 'en' });
    expect(await world.contacts.of('nobody')).toBeNull();
  });

  it('is for everybody to see but the mailboxes, with when it was verified, and recorded without what was said', async () => {
    const before = world.tables.audit.length;
    const { version, ...said } = SAID;
    const view = { agency: 'school-b', ...said, verifiedAt: world.clock.at.toISOString(), version: version + 1 };
    expect(valueOf(await say())).toEqual(view);
    expect(await world.contacts.of('school-b')).toEqual(view);
    const listed = (await world.contacts.all()).find(({ agency }) => agency === 'school-b')!;
    expect(Object.keys(listed).sort()).toEqual(['agency', 'hours', 'outOfHoursPhone', 'phone', 'verifiedAt', 'version']);
    const written = world.recordsSince(before);
    expect(written).toMatchObject([{ event: 'contact.changed.v1', parties: ['school-b'], fields: { agency: 'school-b', member: 'm1', version: 1 } }]);
    expect(Object.keys(written[0]!.fields).sort()).toEqual(listedFields('contact.changed.v1'));
  });

  it('is said over the version last read; the same said again verifies it', async () => {
    valueOf(await say());
    world.clock.pass(1000);
    expect(await say({ phone: '999' })).toEqual({ ok: false, code: 'version-changed', current: { version: 1, state: 'said' } });
    expect(valueOf(await say({ version: 1 }))).toMatchObject({ version: 2, verifiedAt: world.clock.at.toISOString() });
  });

  it('has hours that end after they begin', async () => {
    const hours = [{ day: 1, from: '08:30', to: '17:00' }, { day: 2, from: '17:00', to: '17:00' }, { day: 3, from: '22:00', to: '06:00' }];
    expect(await say({ hours })).toEqual({ ok: false, code: 'invalid-request', fields: [{ field: '/hours/1/to', reason: 'out-of-range' }, { field: '/hours/2/to', reason: 'out-of-range' }] });
    expect(world.tables.contacts.size).toBe(0);
  });
});
