import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { SystemRandom, systemNow } from '@lateral/platform';
import { issueCertificate, makeAuthority } from '@lateral/provision';
import { freePort } from '@lateral/testing';
import { asRoot, nobody, serverIdentity } from '../../tools/services/src/folders.mjs';
import { postgresPrograms } from '../../tools/services/src/postgres-programs.mjs';

const PASSWORD = 'of-one-spec-only';
const USER = 'lateral';
const environment = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' };

/** A Postgres of one spec's own that takes passwords over TLS and over its socket, and nobody in clear. Its certificate names localhost. */
export class TlsPostgres {
  private constructor(private readonly folder: string, private readonly child: ChildProcess, readonly port: number, readonly ca: string) {}

  static async start(): Promise<TlsPostgres> {
    const folder = await mkdtemp(join(tmpdir(), 'lateral-tls-postgres-'));
    await give(folder, 0o700);
    const [ca, programs, port] = [await writeCertificate(folder), postgresPrograms(), await freePort()];
    await writeFor(folder, 'password', PASSWORD);
    const data = join(folder, 'data');
    await promisify(execFile)(join(programs, 'bin/initdb'), ['-D', data, '--auth=scram-sha-256', `--username=${USER}`, `--pwfile=${join(folder, 'password')}`, '--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8', '--no-sync'], { ...serverIdentity, cwd: '/', env: environment });
    await writeFor(folder, 'data/pg_hba.conf', 'local all all scram-sha-256\nhostssl all all 127.0.0.1/32 scram-sha-256\n');
    const settings = { port: String(port), listen_addresses: '127.0.0.1', unix_socket_directories: folder, ssl: 'on', ssl_cert_file: join(folder, 'server.pem'), ssl_key_file: join(folder, 'server.key'), fsync: 'off', max_connections: '40' };
    const child = spawn(join(programs, 'bin/postgres'), ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])], { ...serverIdentity, cwd: '/', env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
    const said: string[] = [];
    for await (const line of createInterface({ input: child.stderr! })) {
      said.push(line);
      if (line.includes('ready to accept connections')) break;
    }
    child.stderr!.resume();
    if (child.exitCode !== null) throw new Error(`Postgres did not start: ${said.join('\n')}`);
    return new TlsPostgres(folder, child, port, ca);
  }

  /** Address of the database that is always there; `host` may be a name that the certificate does not bear. */
  url(host = 'localhost'): string {
    return `postgres://${USER}:${PASSWORD}@${host}:${this.port}/postgres`;
  }

  /** The same through the folder of the server's socket. */
  get socketUrl(): string {
    return this.url(encodeURIComponent(this.folder));
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGQUIT');
    await ended;
    await rm(this.folder, { recursive: true, force: true });
  }
}

async function writeCertificate(folder: string): Promise<string> {
  const [random, at] = [new SystemRandom(), systemNow()];
  const authority = await makeAuthority({ at, days: 1, random });
  const own = await issueCertificate({ authority, spiffe: 'spiffe://lateral.example/postgres', hosts: ['localhost'], ips: [], at, hours: 1, random });
  await writeFor(folder, 'server.pem', own.certificate);
  await writeFor(folder, 'server.key', own.key);
  return authority.certificate.toString('pem');
}

async function writeFor(folder: string, name: string, content: string): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, content, { mode: 0o600 });
  await give(path, 0o600);
}

async function give(path: string, mode: number): Promise<void> {
  await chmod(path, mode);
  if (asRoot) await chown(path, nobody, nobody);
}
