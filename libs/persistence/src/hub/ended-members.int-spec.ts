import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PartnershipRegistration, RosterMember } from '@lateral/contracts';
import { hubWorld, type HubWorld } from '@lateral/testing/hub';

const AGENCY = 'school-b';
const ISSUER = 'https://provider.example';
const DAY = 86_400_000;

describe('members whose last day a roster names beforehand', () => {
  let world: HubWorld;
  let begin: Date;
  const later = (ms: number): Date => new Date(begin.getTime() + ms);
  const entry = (member: string, from: number, until: number | null): RosterMember => ({ member, roles: ['custodian'], key: 'AA', fingerprint: `${member}-${from}`.padEnd(40, 'A'), from: later(from).toISOString(), until: until === null ? null : later(until).toISOString(), signIn: null });
  const table = async (name: string, where = 'true'): Promise<string[]> => (await world.database.sql<{ member: string }>(`select distinct member from ${name} where agency = '${AGENCY}' and ${where} order by member`)).map(({ member }) => member);
  const left = async () => ({
    people: await table('person'), sessions: await table('session'), passkeys: await table('passkey', 'disabled_at is null'), inUse: await table('passkey_user', 'in_use > 0'),
    locked: await table('locked_key'), copies: await table('team_key_copy'), custody: await table('custody_copy'),
  });
  const everywhere = (members: string[]) => ({ people: members, sessions: members, passkeys: members, inUse: members, locked: members, copies: members, custody: members });
  const who = (member: string, at: Date) => world.hub.people.byProvider(ISSUER, member, at);

  /** Everything that somebody has here who was signed in at `at`. */
  async function settle(member: string, at: Date): Promise<void> {
    const { sql } = world.database;
    await world.hub.sessions.start({ id: world.samples.id(), tokenHash: new TextEncoder().encode(`${member} ${at.toISOString()}`), kind: 'person', agency: AGENCY, member, issuer: ISSUER, subject: member, sid: null, startedAt: at, seenAt: at, idleUntil: null, expiresAt: later(900 * DAY) }, []);
    await sql(`insert into passkey_user (agency, member, handle, in_use) values ($1, $2, $3, 1) on conflict (agency, member) do update set in_use = passkey_user.in_use + 1`, [AGENCY, member, `handle-${member}`]);
    await sql(`insert into passkey (id, agency, member, credential, public_key, counter, enrolled_at) values ($1, $2, $3, $4, '\\x01', 0, $5)`, [world.samples.id(), AGENCY, member, `${member} ${at.toISOString()}`, at]);
    await sql(`insert into locked_key (agency, member, fingerprint, version, document, locked_at) values ($1, $2, $3, 1, '{}', $4)`, [AGENCY, member, `F ${at.toISOString()}`, at]);
  }

  beforeAll(async () => {
    world = await hubWorld(47, [AGENCY]);
    begin = world.samples.at();
    const names = ['u-ends', 'u-moves', 'u-stays'];
    const registration: PartnershipRegistration = {
      ...world.samples.registration([AGENCY], 2), people: names.map((member) => ({ agency: AGENCY, member, issuer: ISSUER, subject: member })),
      copies: names.map((member) => ({ agency: AGENCY, member, epoch: 'E'.repeat(40), wrapped: 'AAEC' })), custody: names.map((member) => ({ agency: AGENCY, member, primary: 'A'.repeat(40), wrapped: 'AAEC' })),
    };
    // One ends; one comes back under another key on the day on which the first ends; one stays.
    registration.rosters[0]!.document.members = [entry('u-ends', -DAY, 10 * DAY), entry('u-moves', -DAY, 10 * DAY), entry('u-moves', 10 * DAY, null), entry('u-stays', -DAY, null)];
    await world.database.sql(`delete from team_key_copy; delete from custody_copy;`);
    expect(await world.hub.directory.register(registration, [world.samples.record('directory.registered.v1', {})])).toBe('registered');
    for (const name of names) await settle(name, later(1000));
  });
  afterAll(() => world.end());

  it('keep everything until that day', async () => {
    await world.hub.upkeep.sweepExpired(later(10 * DAY - 1));
    expect(await left()).toEqual(everywhere(['u-ends', 'u-moves', 'u-stays']));
    expect(await who('u-ends', later(10 * DAY - 1))).toEqual({ agency: AGENCY, member: 'u-ends' });
  });

  it('are nobody from that day on, before anything is swept', async () => {
    expect(await who('u-ends', later(10 * DAY))).toBeNull();
    expect(await who('u-moves', later(10 * DAY))).toEqual({ agency: AGENCY, member: 'u-moves' });
    expect(await who('u-stays', later(10 * DAY))).toEqual({ agency: AGENCY, member: 'u-stays' });
  });

  it('have nothing left when it has been swept, and others have all of theirs', async () => {
    expect(await world.hub.upkeep.sweepExpired(later(10 * DAY))).toBe(6);
    expect(await left()).toEqual(everywhere(['u-moves', 'u-stays']));
    expect(await world.hub.upkeep.sweepExpired(later(10 * DAY))).toBe(0);
  });

  it('keep what they bring when they are invited again afterwards', async () => {
    await world.database.sql('insert into person (agency, member, issuer, subject, bound_at) values ($1, $2, $3, $2, $4)', [AGENCY, 'u-ends', ISSUER, later(11 * DAY)]);
    await settle('u-ends', later(11 * DAY));
    expect(await who('u-ends', later(12 * DAY))).toEqual({ agency: AGENCY, member: 'u-ends' });
    await world.hub.upkeep.sweepExpired(later(12 * DAY));
    expect(await left()).toMatchObject({ people: ['u-ends', 'u-moves', 'u-stays'], sessions: ['u-ends', 'u-moves', 'u-stays'], passkeys: ['u-ends', 'u-moves', 'u-stays'], inUse: ['u-ends', 'u-moves', 'u-stays'], locked: ['u-ends', 'u-moves', 'u-stays'], copies: ['u-moves', 'u-stays'] });
  });
});
