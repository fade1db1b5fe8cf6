// What an ordinary start refuses, shown with the compiled programs: each must end by itself and name what is wrong.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProcessFailed, ServiceProcess } from '@lateral/play';
import { systemNow } from '@lateral/platform';
import { freshDatabase } from '@lateral/testing/hub';
import { RoundWorld } from '../world/round-world.js';
import { askTwo } from './support/ask-two.js';
import { post } from '../world/checks.js';

const LIMIT_MS = 120_000;
const APPS = ['ledger', 'hub', 'courier'] as const;
type App = (typeof APPS)[number];

describe('an ordinary start', () => {
  let world: RoundWorld;
  beforeAll(async () => {
    world = await RoundWorld.start({ change: askTwo });
  }, LIMIT_MS);
  afterAll(() => world.end(), LIMIT_MS);

  /** How a start ends that must not come off. A port of 0 keeps it from being refused for the one that is in use. */
  async function refusalOf(app: App, change: Record<string, string>): Promise<string> {
    const ports: Record<App, Record<string, string>> = { ledger: { LEDGER_PORT: '0' }, hub: { HUB_PORT: '0' }, courier: { COURIER_HEALTH_PORT: '0' } };
    const started = await ServiceProcess.start(world.installation.spec(app, { ...ports[app], ...change })).catch((error: unknown) => error);
    if (started instanceof ProcessFailed) return started.code;
    if (started instanceof ServiceProcess) await started.stop();
    throw new Error(`${app} started`);
  }

  async function withMark<T>(mark: string, act: () => Promise<T>): Promise<T> {
    const set = async (to: string): Promise<void> => {
      await world.sql('update installation set mark = $1', [to]);
      // The ledger's tables refuse to be rewritten; whoever owns them can take that away.
      await world.ledgerSql('alter table installation disable trigger append_only');
      await world.ledgerSql('update installation set mark = $1', [to]);
    };
    try {
      await set(mark);
      return await act();
    } finally {
      await set('demo');
    }
  }

  /** What each of these apps says when it is started so; all at once, for each start takes a second. */
  const refusals = (apps: readonly App[], change: Record<string, string>): Promise<string[]> => Promise.all(apps.map((app) => refusalOf(app, change)));

  it('is refused without LATERAL_MODE, and with one that does not exist', async () => {
    expect(await refusals(APPS, { LATERAL_MODE: '' })).toEqual(APPS.map(() => 'SettingsError settings-invalid LATERAL_MODE'));
    expect(await refusals(['hub'], { LATERAL_MODE: 'play' })).toEqual(['SettingsError settings-invalid LATERAL_MODE']);
  }, LIMIT_MS);

  it('is refused on a database that is marked play', async () => {
    const codes = await withMark('play', () => refusals(APPS, {}));
    for (const code of codes) expect(code).toContain('database-marked-otherwise');
  }, LIMIT_MS);

  it('is refused in production with the certificates of a demo, whatever the databases say', async () => {
    for (const mark of ['demo', 'production'] as const) {
      const [ledger, hub, courier] = await withMark(mark, () => refusals(APPS, { LATERAL_MODE: 'production' }));
      expect(ledger).toContain('authority-of-a-demo');
      expect([hub, courier]).toEqual([expect.stringContaining('authority-of-a-demo'), expect.stringContaining('authority-of-a-demo')]);
    }
  }, LIMIT_MS);

  it('is refused on a database that was never migrated', async () => {
    const empty = await freshDatabase(world.services.adminDatabaseUrl);
    try {
      const codes = await refusals(APPS, { LEDGER_APP_DATABASE_URL: empty.url, HUB_DATABASE_URL: empty.url, COURIER_DATABASE_URL: empty.url });
      for (const [i, code] of ['database-unmarked', 'database-not-migrated', 'database-not-migrated'].entries()) expect(codes[i]).toContain(code);
    } finally {
      await empty.drop();
    }
  }, LIMIT_MS);

  it('has no way to set the clock: a hub that is given one keeps the time of its database', async () => {
    const file = join(world.installation.input.folder, 'a-clock-of-2020');
    await writeFile(file, '2020-01-01T00:00:00.000Z');
    const clocks = Object.fromEntries(['PLAY_CLOCK_FILE', 'CLOCK_FILE', 'LATERAL_CLOCK_FILE', 'HUB_CLOCK_FILE'].map((name) => [name, file]));
    await world.kill('hub');
    const hub = await ServiceProcess.start(world.installation.spec('hub', { ...clocks, LATERAL_NOW: '2020-01-01T00:00:00.000Z', HUB_NOW: '2020-01-01T00:00:00.000Z' }));
    try {
      const before = systemNow().getTime();
      const { asking } = await post(world.clients(), world.plan.checks[0]!);
      const { openedAt } = await asking.view();
      expect(Date.parse(openedAt)).toBeGreaterThan(before - 60_000);
      expect(Date.parse(openedAt)).toBeLessThan(systemNow().getTime() + 60_000);
    } finally {
      await hub.stop();
    }
  }, LIMIT_MS);
});
