import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LedgerClient } from '@lateral/ledger-client';
import { fixedIdentity, Secret, SystemRandom, systemNow } from '@lateral/platform';
import { LEDGER_KEY_NAME, writeServiceCertificates } from '@lateral/provision';
import type { ServiceCertificates } from '@lateral/provision';
import { createScratchLedgerDatabase } from '@lateral/testing/ledger';
import type { ScratchLedgerDatabase } from '@lateral/testing/ledger';
import { leaves } from '../ledger/ledger-world.js';

const dist = resolve(import.meta.dirname, '../../apps/ledger/dist');
const PROCESS_LIMIT_MS = 90_000;

/** One process of the ledger as it is deployed: compiled, told by its environment, heard by its log. */
class LedgerProcess {
  readonly lines: { event: string; port?: number; setting?: string; code?: string }[] = [];
  readonly ended: Promise<unknown[]>;
  private readonly child: ChildProcess;

  constructor(script: string, environment: Record<string, string>) {
    this.child = spawn(process.execPath, [join(dist, script)], { env: { PATH: process.env['PATH'], ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
    this.ended = once(this.child, 'exit');
    createInterface({ input: this.child.stdout! }).on('line', (line) => {
      this.lines.push(JSON.parse(line) as { event: string });
      this.child.emit('said');
    });
    this.child.stderr!.on('data', (bytes: Buffer) => this.lines.push({ event: bytes.toString() }));
  }

  async says(event: string): Promise<{ port?: number }> {
    for (;;) {
      const line = this.lines.find((each) => each.event === event);
      if (line) return line;
      await Promise.race([once(this.child, 'said'), this.ended.then(() => { throw new Error(`ended without ${event}: ${JSON.stringify(this.lines)}`); })]);
    }
  }

  kill(signal: NodeJS.Signals): Promise<unknown[]> {
    this.child.kill(signal);
    return this.ended;
  }
}

describe('the ledger as processes', () => {
  let database: ScratchLedgerDatabase;
  let folder: string;
  let written: ServiceCertificates;
  let environment: Record<string, string>;
  const started: LedgerProcess[] = [];

  beforeAll(async () => {
    database = await createScratchLedgerDatabase();
    folder = await mkdtemp(join(tmpdir(), 'lateral-ledger-'));
    written = await writeServiceCertificates(folder, systemNow(), { random: new SystemRandom() });
    const addressFile = join(folder, 'ledger-database-url');
    await writeFile(addressFile, `${database.appUrl}\n`, { mode: 0o600 });
    environment = {
      LATERAL_MODE: 'test', LEDGER_PORT: '0', LEDGER_ORIGIN: LEDGER_KEY_NAME, LEDGER_APP_DATABASE_URL_FILE: addressFile, LEDGER_SIGNING_KEY_FILE: written.ledgerSigningKey,
      LEDGER_TLS_CERT_FILE: written.services.ledger.certificate, LEDGER_TLS_KEY_FILE: written.services.ledger.key, LEDGER_TLS_CA_FILE: written.ca,
    };
  });

  afterAll(async () => {
    for (const each of started) await each.kill('SIGKILL');
    await database.drop();
    await rm(folder, { recursive: true });
  });

  function start(script: string, more: Record<string, string> = {}): LedgerProcess {
    const each = new LedgerProcess(script, { ...environment, ...more });
    started.push(each);
    return each;
  }

  async function clientOf(port: number, remembered: string | null): Promise<LedgerClient> {
    const { certificate, key } = written.services.courier;
    const [cert, secret, ca] = await Promise.all([certificate, key, written.ca].map((path) => readFile(path, 'utf8')));
    return LedgerClient.over({ host: '127.0.0.1', port, identity: fixedIdentity({ cert: cert!, key: new Secret(secret!), ca: ca! }) }, { logKey: written.logVerifierKey, remembered });
  }

  it('does not start on a database that was not migrated, migrates, and hands over when killed', async () => {
    const early = start('main.js');
    expect(await early.ended).toEqual([1, null]);
    expect(early.lines.at(-1)).toMatchObject({ event: 'process.refused-to-start', code: 'database-unmarked' });

    const migrated = start('migrate.main.js', { LEDGER_DATABASE_URL: database.ownerUrl });
    expect(await migrated.ended).toEqual([0, null]);

    const first = start('main.js');
    const firstClient = await clientOf((await first.says('process.ready')).port!, null);
    expect(await firstClient.append(leaves(0, 5))).toMatchObject({ ok: true });
    const second = start('main.js');
    await second.says('ledger.lock-waiting');
    expect(await firstClient.append(leaves(5, 7))).toMatchObject({ ok: true, value: { indexes: [5, 6] } });
    expect(second.lines.map((line) => line.event)).not.toContain('process.ready');

    await first.kill('SIGKILL');
    const secondClient = await clientOf((await second.says('process.ready')).port!, firstClient.lastSeen);
    expect(await firstClient.append(leaves(7, 8))).toEqual({ ok: false, code: 'ledger-away', kind: 'transient' });
    expect(await secondClient.append(leaves(6, 9))).toMatchObject({ ok: true, value: { indexes: [6, 7, 8], size: 9 } });
    firstClient.close();
    secondClient.close();
    expect(await second.kill('SIGTERM')).toEqual([0, null]);
  }, PROCESS_LIMIT_MS);

  it('refuses to start half wired, names the setting, and shows no value', async () => {
    const nothing = start('main.js', { LATERAL_MODE: '', LEDGER_PORT: 'hunter2', LEDGER_TLS_KEY_FILE: join(folder, 'ca.pem') });
    expect(await nothing.ended).toEqual([1, null]);
    for (const { event, code } of nothing.lines) expect({ event, code }).toEqual({ event: 'process.refused-to-start', code: 'settings-invalid' });
    expect(nothing.lines.map(({ setting }) => setting).sort()).toEqual(['LATERAL_MODE', 'LEDGER_PORT', 'LEDGER_TLS_KEY']);
    expect(JSON.stringify(nothing.lines)).not.toMatch(/hunter2|CERTIFICATE/);
  }, PROCESS_LIMIT_MS);

  it.each([['production', 'authority-of-a-demo'], ['demo', 'database-marked-otherwise']])('refuses in mode %s what was made for a test: %s', async (mode, code) => {
    const refused = start('main.js', { LATERAL_MODE: mode });
    expect(await refused.ended).toEqual([1, null]);
    expect(refused.lines.at(-1)).toMatchObject({ event: 'process.refused-to-start', code });
  }, PROCESS_LIMIT_MS);

  it('gives up waiting when told to stop', async () => {
    const holder = start('main.js');
    await holder.says('process.ready');
    const waiting = start('main.js');
    await waiting.says('ledger.lock-waiting');
    expect(await waiting.kill('SIGTERM')).toEqual([0, null]);
    expect(await holder.kill('SIGTERM')).toEqual([0, null]);
  }, PROCESS_LIMIT_MS);
});
