import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SystemRandom, systemNow } from '@lateral/platform';
import { issueCertificate, makeAuthority } from '@lateral/provision';
import { freePort } from '@lateral/testing';
import { connectQueues, type QueueHost } from './index.js';

const PASSWORD = 'tls-spec';
const PROGRAM = ['redis-server', 'valkey-server'].find((program) => spawnSync(program, ['--version']).status === 0);
const random = new SystemRandom();

(PROGRAM === undefined ? describe.skip : describe)('a Redis that listens with TLS only', () => {
  let folder: string;
  let child: ChildProcess;
  let port: number;
  let ca: string;
  let otherCa: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lateral-redis-tls-'));
    const at = systemNow();
    const [authority, other] = [await makeAuthority({ at, days: 1, random }), await makeAuthority({ at, days: 1, random })];
    const own = await issueCertificate({ authority, spiffe: 'spiffe://lateral.example/redis', hosts: ['localhost'], ips: [], at, hours: 1, random });
    [ca, otherCa] = [authority.certificate.toString('pem'), other.certificate.toString('pem')];
    for (const [name, content] of [['ca.pem', ca], ['own.pem', own.certificate], ['own.key', own.key]] as const) await writeFile(join(folder, name), content, { mode: 0o600 });
    port = await freePort();
    const args = ['--port', '0', '--tls-port', `${port}`, '--bind', '127.0.0.1', '--tls-cert-file', join(folder, 'own.pem'), '--tls-key-file', join(folder, 'own.key'), '--tls-ca-cert-file', join(folder, 'ca.pem'), '--tls-auth-clients', 'no', '--requirepass', PASSWORD, '--appendonly', 'yes', '--maxmemory-policy', 'noeviction', '--save', '', '--dir', folder];
    child = spawn(PROGRAM!, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    for await (const line of child.stdout!) if (/ready to accept connections/i.test(String(line))) break;
    child.stdout!.resume();
  });

  afterAll(async () => {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    await rm(folder, { recursive: true, force: true });
  });

  const open = (scheme: string, host: string, authority?: string): Promise<QueueHost> => connectQueues(
    { backend: 'redis', url: `${scheme}://:${PASSWORD}@${host}:${port}`, prefix: 'tls_spec', ...(authority === undefined ? {} : { tls: { ca: authority, rejectUnauthorized: true } }) },
    { random: () => 0, log: () => undefined, onAmbiguous: () => undefined },
  );

  it('is spoken to where its authority is configured', async () => {
    const queues = await open('rediss', 'localhost', ca);
    expect(await queues.health()).toEqual({ ok: true });
    await queues.close();
  });

  it.each([
    ['under another authority', 'rediss', 'localhost', 'other'],
    ['under the authorities of the machine, which do not know it', 'rediss', 'localhost', 'none'],
    ['by a name that its certificate does not bear', 'rediss', '127.0.0.1', 'own'],
    ['in clear', 'redis', 'localhost', 'none'],
  ] as const)('is not spoken to %s', async (_how, scheme, host, authority) => {
    const known = { own: ca, other: otherCa, none: undefined };
    await expect(open(scheme, host, known[authority])).rejects.toMatchObject({ setting: 'unreachable' });
  });
});
