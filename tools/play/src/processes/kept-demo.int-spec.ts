import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PartnershipRegistration } from '@lateral/contracts';
import { provisionPartnership, writeServiceCertificates } from '@lateral/provision';
import { demoIssuer } from '../people/demo-providers.js';
import type { PlaySettings } from '../play.settings.js';
import { DemoUnusable, keptDemo } from './kept-demo.js';

let folder: string;
/** Where the demonstration's people sign in: a port that was free when it was made. */
let port: number;
const settings = { LATERAL_PROVIDER_PORT: 1, LATERAL_SERVICES_FOLDER: '/data/services', LATERAL_SERVICES_PLACES: JSON.stringify({ postgres: '/data/elsewhere/postgres' }) } as PlaySettings;
const kept = (): ReturnType<typeof keptDemo> => keptDemo({ folder, settings });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lateral-kept-'));
  port = await listened(async (free) => free);
  const { logVerifierKey, keyLogVerifierKey } = await writeServiceCertificates(folder, new Date());
  expect(await kept()).toBeNull();
  const agencies = [{ id: 'school', type: 'SCHOOL' as const, nation: 'E' as const, name: { en: 'School', cy: 'Ysgol' }, publicAuthority: true, mailbox: 'school@agency.example.org', language: 'en' as const }];
  await provisionPartnership({ agencies, at: new Date(), mode: 'demo', logVerifierKey, keyLogVerifierKey, folder, provider: { issuerOf: (agency) => demoIssuer(port, agency) } });
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What comes of something while a server listens on a port of its own. */
async function listened<T>(act: (port: number) => Promise<T>, at = 0): Promise<T> {
  const server = createServer().listen(at, '127.0.0.1');
  await once(server, 'listening');
  const result = await act((server.address() as AddressInfo).port);
  server.close();
  await once(server, 'close');
  return result;
}

it('goes on with the provider where its people know it, whatever port is offered now', async () => {
  expect(await kept()).toMatchObject({ registration: { partnership: { document: { mode: 'demo' } } }, providerPort: port });
});

it('says so where something listens there: that it may be running already, and what else can be done', async () => {
  const said = await listened(() => kept().catch((cause: unknown) => cause), port);
  expect(said).toBeInstanceOf(DemoUnusable);
  expect((said as Error).message).toMatch(new RegExp(`port ${port}, .*running already.*rm -rf /data/services /data/elsewhere$`, 'u'));
});

it('says of what an earlier version made how to begin anew', async () => {
  const path = join(folder, 'registration.json');
  const registration = JSON.parse(await readFile(path, 'utf8')) as PartnershipRegistration;
  await writeFile(path, JSON.stringify({ ...registration, partnership: { ...registration.partnership, document: { partnership: 'lateral-demo' } } }));
  await expect(kept()).rejects.toThrow(/earlier version.*rm -rf/u);
});
