import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openHubDatabase } from '@lateral/persistence/hub';
import { createLogger, Secret } from '@lateral/platform';
import { freshDatabase } from '@lateral/testing/hub';
import type { FreshDatabase } from '@lateral/testing/hub';
import { hubDoor } from '../../../test/world/hub-door.js';
import type { HubDoor } from '../../../test/world/hub-door.js';
import { migrateHub } from './migrate-hub.js';
import { assertNoDemo } from './refuse-to-start.js';
import { startHub } from './start-hub.js';
import type { StartHubOptions } from './start-hub.js';

const log = createLogger({ app: 'hub', write: () => undefined });
let door: HubDoor;
let fresh: FreshDatabase;
beforeAll(async () => {
  [door, fresh] = await Promise.all([hubDoor(), freshDatabase()]);
}, 60_000);
afterAll(async () => {
  await door.end();
  await fresh.drop();
});

const codeOfStart = async (change: object, options: Partial<StartHubOptions> = {}): Promise<string> => {
  try {
    const { steps } = await startHub({ ...door.settings, ...change }, { log, ...options });
    for (const step of steps) await step.stop();
    return 'started';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};
const url = (database: FreshDatabase): { HUB_DATABASE_URL: Secret<string> } => ({ HUB_DATABASE_URL: new Secret(database.url) });

describe('the hub refuses to start', () => {
  it('on a database that is not at its tables, and then on one without a partnership', async () => {
    expect(await codeOfStart(url(fresh))).toBe('database-not-migrated');
    const database = await openHubDatabase({ url: fresh.url, poolSize: 2, applicationName: 'refuse-test' });
    await database.migrate();
    expect(await codeOfStart(url(fresh))).toBe('database-unmarked');
    expect(await migrateHub(database, 'test')).toEqual([]);
    await expect(migrateHub(database, 'production')).rejects.toMatchObject({ code: 'database-marked-otherwise' });
    await database.close();
    expect(await codeOfStart(url(fresh))).toBe('no-partnership');
  });

  it('on a database that was made for something else: play, a demo, production', async () => {
    expect(await codeOfStart({})).toBe('started');
    for (const LATERAL_MODE of ['demo', 'production']) expect(await codeOfStart({ LATERAL_MODE })).toBe('database-marked-otherwise');
    expect(await codeOfStart({}, { mark: 'play' })).toBe('database-marked-otherwise');
  });

  it('under a root that did not sign the registered partnership', async () => {
    expect(await codeOfStart({ ROOT_FINGERPRINT: 'A'.repeat(40) })).toBe('unpinned-root');
  });

  it('in production on anything that was made for a demo', async () => {
    const { partnership } = door.made.registration;
    const authority = door.settings.HUB_TLS_CA;
    expect(new X509Certificate(authority).subject).toContain('LATERAL DEMO');
    await expect(assertNoDemo('test', { authority, partnership })).resolves.toBeUndefined();
    await expect(assertNoDemo('production', { authority, partnership })).rejects.toMatchObject({ code: 'partnership-of-another-mode' });
    const renamed = { ...partnership, document: { ...partnership.document, mode: 'production' as const } };
    await expect(assertNoDemo('production', { authority, partnership: renamed })).rejects.toMatchObject({ code: expect.stringMatching(/^(root|authority)-of-a-demo$/) as unknown });
  });
});
