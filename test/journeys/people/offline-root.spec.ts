import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf, type PartnershipRegistration } from '@lateral/contracts';
import { migrateHub, migrateKeyStore } from '@lateral/hub';
import { openHubDatabase, type HubDatabase } from '@lateral/persistence/hub';
import { ObjectCopyLocks, openKeyStore, type KeyStore } from '@lateral/persistence/key-store';
import { SystemRandom } from '@lateral/platform';
import { freshDatabase, type FreshDatabase } from '@lateral/testing/hub';
import { register } from '../../world/hub-door.js';
import { certified, laptopWithRoot, logs, makeAgencyOn, shares, type Laptop } from '../../world/laptop.js';

const MINUTE = 60_000;

// A production partnership from paper to the hub's tables: what the laptop without a network writes is what an operator registers.
describe('a partnership is made offline and registered', () => {
  let desk: Laptop;
  let fresh: FreshDatabase;
  let keys: FreshDatabase;
  let database: HubDatabase;
  let keyStore: KeyStore;
  const random = new SystemRandom();
  const began = Date.now() - 10 * MINUTE;
  beforeAll(async () => {
    desk = await laptopWithRoot('production', new Date(began).toISOString());
    fresh = await freshDatabase();
    database = await openHubDatabase({ url: fresh.url, poolSize: 2, applicationName: 'offline-root' });
    await migrateHub(database, 'production');
    keys = await freshDatabase();
    await migrateKeyStore(keys.url, 'production');
    keyStore = await openKeyStore({ url: keys.url, poolSize: 1, randomness: random });
  });
  afterAll(async () => {
    await keyStore.close();
    await database.close();
    await Promise.all([fresh.drop(), keys.drop()]);
    await desk.end();
  });
  const rootOf = async (): Promise<string> => (await desk.json<{ fingerprint: string }>('root', 'root.json')).fingerprint;
  const registration = (version: number) => desk.json<PartnershipRegistration>('root', 'registrations', `registration-${version}.json`);
  const sign = async (...more: string[]): Promise<void> => {
    const { exit, err } = await desk.run(['sign', '--dir', desk.path('root'), ...shares(desk, 'paper'), ...more]);
    if (exit !== 0) throw new Error(err);
  };

  it('the first version brings two agencies, their custodians\' copies and sign-ins', async () => {
    for (const id of ['council', 'police']) await certified(desk, id);
    await sign(...logs, '--part', desk.path('council', 'agency-part.json'), '--part', desk.path('police', 'agency-part.json'));
    const made = await registration(1);
    await register({ url: fresh.url, keyStore: keys.url }, made, await rootOf());
    expect((await database.directory.partnership())?.document).toEqual(made.partnership.document);
    const locked = database.copiesUnder(new ObjectCopyLocks(keyStore.keys, random)).directory;
    for (const { agency, member, wrapped } of made.copies) expect((await locked.teamKeyCopies(agency, member)).map((copy) => copy.wrapped)).toEqual([wrapped]);
    for (const { document } of made.rosters) expect((await database.directory.roster(document.agency))?.document).toEqual(document);
  });

  it('a renewal brings no roster, so that one which the agency has published since is not set back', async () => {
    desk.set(new Date(began + MINUTE).toISOString());
    expect(await desk.run(['renew', '--dir', desk.path('root'), ...shares(desk, 'paper')])).toMatchObject({ exit: 0 });
    await register({ url: fresh.url, keyStore: keys.url }, await registration(2), await rootOf());
    expect((await database.directory.partnership())?.document.version).toBe(2);
    expect((await database.directory.roster('council'))?.document.version).toBe(1);
  });

  it('an agency whose key was compromised comes back with another one, under the root\'s own mark', async () => {
    desk.set(new Date(began + 2 * MINUTE).toISOString());
    const before = (await database.directory.roster('council'))!;
    await desk.run(['revoke-agency', 'council', '--reason', 'compromised', '--dir', desk.path('root')]);
    const fingerprint = await makeAgencyOn(desk, 'council', ['--out', desk.path('again'), '--after', await desk.write('roster.json', before)]);
    expect(await desk.run(['certify-agency', '--dir', desk.path('root'), '--request', desk.path('again', 'certification-request.json'), '--fingerprint', fingerprint, ...shares(desk, 'paper')])).toMatchObject({ exit: 0 });
    await sign('--part', desk.path('again', 'agency-part.json'));
    await register({ url: fresh.url, keyStore: keys.url }, await registration(3), await rootOf());
    const after = (await database.directory.roster('council'))!.document;
    expect(after).toMatchObject({ version: 2, previous: digestOf('roster', before.document) });
    expect((await registration(3)).partnership.document.agencies.find(({ id }) => id === 'council')?.rosterFrom).toEqual({ version: 2, digest: digestOf('roster', after) });
  });

  it('a hub that pins the old root takes nothing of the new one until its own pin is moved', async () => {
    desk.set(new Date(began + 3 * MINUTE).toISOString());
    const old = await rootOf();
    await desk.run(['plan-next-root', '--dir', desk.path('root'), '--sheets', desk.path('next-paper')]);
    await sign();
    desk.set(new Date(began + 4 * MINUTE).toISOString());
    expect(await desk.run(['rotate-root', '--dir', desk.path('root'), ...shares(desk, 'next-paper')])).toMatchObject({ exit: 0 });
    await register({ url: fresh.url, keyStore: keys.url }, await registration(4), old);
    await expect(register({ url: fresh.url, keyStore: keys.url }, await registration(5), old)).rejects.toThrow('partnership-unpinned-root');
    await register({ url: fresh.url, keyStore: keys.url }, await registration(5), await rootOf());
    expect((await database.directory.partnership())?.document).toMatchObject({ version: 5, nextRoot: null });
  });
});
