import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { DEMO_ACCOUNTS } from './demo-accounts.js';

const CLIENT_ID = 'lateral-demo';
/** Accounts at every agency's provider that belong to nobody yet: whoever has one needs an invitation. */
export const NEWCOMERS = ['newcomer-1', 'newcomer-2', 'newcomer-3'] as const;

/** An agency's own provider: the mark in its address is what production refuses. */
export function demoIssuer(port: number, agency: string): string {
  return `http://localhost:${port}/demo/${agency}`;
}

/** Files by which the hub and the demonstration's providers know each other. */
export interface DemoProviders { tenants: string; providers: string; signInKey: string }

/** Writes what both sides need; the hub's key is kept, since it is what the providers know it by. Production refuses all of it by its marks. */
export async function writeDemoProviders(folder: string, { port, hubUrl, agencies }: { port: number; hubUrl: string; agencies: readonly { id: string; name: string }[] }): Promise<DemoProviders> {
  const files = { tenants: join(folder, 'providers/tenants.json'), providers: join(folder, 'providers/providers.json'), signInKey: join(folder, 'providers/hub-sign-in.jwk') };
  await mkdir(dirname(files.tenants), { recursive: true, mode: 0o700 });
  const key = await signInKey(files.signInKey);
  const { d: _secret, ...publicKey } = key;
  await write(files.tenants, {
    agencies: agencies.map(({ id, name }) => ({ id, name: { en: name, cy: name }, people: [...DEMO_ACCOUNTS, ...NEWCOMERS].map((subject) => ({ subject })) })),
    clients: [{ clientId: CLIENT_ID, redirectUris: [`${hubUrl}/v1/sign-in/callback`], backChannelLogoutUri: `${hubUrl}/v1/sign-in/back-channel-logout`, publicKey }],
  });
  await write(files.providers, agencies.map(({ id }) => ({ agency: id, issuer: demoIssuer(port, id), clientId: CLIENT_ID, stepUp: true })));
  return files;
}

async function signInKey(path: string): Promise<JWK> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as JWK;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
  }
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig', kid: 'demo-hub' };
  await write(path, key);
  return key;
}

function write(path: string, value: unknown): Promise<void> {
  return writeFile(path, JSON.stringify(value, null, 2), { mode: 0o600 });
}
