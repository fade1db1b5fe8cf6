import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { MemberRole, PartnershipRegistration } from '@lateral/contracts';
import { RegisterPartnership } from '@lateral/exchange';
import { apiDocument, HubSettings, migrateHub, migrateKeyStore, RATE_LIMITS, RootDirectoryVerifier, startHub } from '@lateral/hub';
import type { RateLimits, RunningHub } from '@lateral/hub';
import { openHubDatabase } from '@lateral/persistence/hub';
import { ObjectCopyLocks, openKeyStore } from '@lateral/persistence/key-store';
import { createLogger, loadSettings, SystemRandom } from '@lateral/platform';
import { loadClient, loadClientByRole, provisionPartnership, writeServiceCertificates } from '@lateral/provision';
import type { AgencyPlan, Provisioned, ServiceCertificates } from '@lateral/provision';
import { responseValidator } from '@lateral/testing/api';
import { migratedDatabase } from '@lateral/testing/hub';
import type { FreshDatabase } from '@lateral/testing/hub';
import { AUDIENCE, DoorClient } from './door-client.js';

export { DoorClient, newId } from './door-client.js';

/** The law that hubs in tests judge by: the one that is shipped. */
export const CONFIG = resolve(import.meta.dirname, '../../config');
/** Where the build keeps what it found right in config/. Any other bytes are read in full, and all where nothing was built. */
const READINGS = resolve(import.meta.dirname, '../../apps/hub/dist/bundle');
const plan = (id: string, type: AgencyPlan['type']): AgencyPlan => ({ id, type, nation: 'E', name: { en: id, cy: id }, publicAuthority: true, mailbox: `${id}@mail.example.org`, language: 'en' });
/** No role stands in the way of whoever has all of these: what they are refused, they are refused as a stranger. */
const EVERY_SIDE: MemberRole[] = ['practitioner', 'senior_practitioner', 'responder', 'approver', 'team_manager', 'signatory', 'custodian'];
const PLANS: AgencyPlan[] = [plan('csc-north', 'LA_CSC'), plan('police-north', 'POLICE'), plan('school-north', 'SCHOOL'), plan('housing-north', 'LA_HOUS'), { ...plan('health-north', 'NHST'), members: [{ roles: EVERY_SIDE }] }];
const random = new SystemRandom();

/** A hub that listens, on a database of its own with a real partnership in it. There is no ledger: that is one of the cases. */
export interface HubDoor {
  readonly hub: RunningHub;
  /** Certificates of services and keys of both logs, for a ledger that is to stand beside it. */
  certificates: ServiceCertificates;
  /** As superuser; the hub comes to it as `settings` say. */
  database: FreshDatabase;
  keyStore: FreshDatabase;
  made: Provisioned;
  lines: string[];
  settings: Readonly<HubSettings>;
  signIn(agency: string, role?: MemberRole): Promise<DoorClient>;
  /** The machine client of a member, by pseudonym. */
  signInAs(agency: string, member: string): Promise<DoorClient>;
  /** Asks without credentials, or with whatever headers; the answer is held against the OpenAPI document. */
  ask: Ask;
  /** Stops the hub and starts it again on the same databases, as an operator does who brought another partnership file; with other settings where some are named. */
  restart(settings?: Record<string, string>): Promise<void>;
  /** Stops the hub: nobody listens until it is started again. */
  stop(): Promise<void>;
  end(): Promise<void>;
}
export type Ask = (method: string, path: string, options?: { body?: unknown; headers?: Record<string, string> }) => Promise<Answer>;
export interface Answer { status: number; body: unknown; headers: Record<string, unknown>; raw: Buffer }

/** `members`: people of some agencies beside those whom every agency has; `plans`: in what some agencies differ from how they are made as a rule. */
export interface HubDoorOptions { ledgerPort?: number; keyLedgerPort?: number; members?: Readonly<Record<string, AgencyPlan['members']>>; plans?: Readonly<Record<string, Partial<AgencyPlan>>>; settings?: Record<string, string>; limits?: Partial<RateLimits>; people?: (made: Provisioned) => PartnershipRegistration['people'] }

export async function hubDoor(options: HubDoorOptions = {}): Promise<HubDoor> {
  const folder = await mkdtemp(join(tmpdir(), 'lateral-door-'));
  const certificates = await writeServiceCertificates(folder, new Date());
  const made = await provisionPartnership({ agencies: PLANS.map((each) => ({ ...each, ...options.plans?.[each.id], members: options.members?.[each.id] ?? each.members ?? [] })), at: new Date(Date.now() - 60_000), mode: 'test', logVerifierKey: certificates.logVerifierKey, keyLogVerifierKey: certificates.keyLogVerifierKey, folder: join(folder, 'partnership') });
  made.registration.people.push(...(options.people?.(made) ?? []));
  const [database, keyStore] = await Promise.all([migratedDatabase('hub'), migratedDatabase('key_store')]);
  await migrateKeyStore(keyStore.url, 'test');
  const role = await prepare({ database, keyStore: keyStore.url }, made);
  const environment = {
    LATERAL_MODE: 'test', HUB_DATABASE_URL: role.url, HUB_KEY_STORE_URL: keyStore.url, HUB_PORT: '0', HUB_AUDIENCE: AUDIENCE, ROOT_FINGERPRINT: made.rootFingerprint,
    LEDGER_PORT: String(options.ledgerPort ?? 9), LEDGER_VERIFIER_KEY: certificates.logVerifierKey,
    KEY_LEDGER_PORT: String(options.keyLedgerPort ?? 9), KEY_LEDGER_VERIFIER_KEY: certificates.keyLogVerifierKey,
    HUB_TLS_CERT_FILE: certificates.services.hub.certificate, HUB_TLS_KEY_FILE: certificates.services.hub.key, HUB_TLS_CA: await readFile(certificates.ca, 'utf8'),
    HUB_CONFIG: CONFIG, HUB_DEADLINE_POLICY: join(CONFIG, 'deadlines/pol-cal-4-24-72.yaml'), ...options.settings,
  };
  const settings = loadSettings(HubSettings, environment);
  const lines: string[] = [];
  const start = (under: Readonly<HubSettings>): Promise<RunningHub> => startHub(under, { log: createLogger({ app: 'hub', write: (line) => lines.push(line) }), limits: { ...RATE_LIMITS, ...options.limits }, readings: READINGS });
  let hub = await start(settings);
  const stop = async (): Promise<void> => { for (const step of hub.steps.splice(0)) await step.stop(); };
  const validate = responseValidator(apiDocument());
  const ask: Ask = async (method, path, { body, headers = {} } = {}) => {
    const isBytes = Buffer.isBuffer(body);
    const payload = body === undefined ? null : isBytes || typeof body === 'string' ? body : JSON.stringify(body);
    const response = await sent(hub.url, { method, path, payload, headers: { ...(body === undefined ? {} : { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }), ...headers } });
    return checked(method, path, response, validate);
  };
  return {
    get hub() { return hub; }, stop, certificates, database, keyStore, made, lines, settings, ask,
    signIn: async (agency, role = 'practitioner') => DoorClient.signedIn(ask, await loadClientByRole(join(folder, 'partnership'), agency, role), made),
    signInAs: async (agency, member) => DoorClient.signedIn(ask, await loadClient(join(folder, 'partnership'), agency, member), made),
    restart: async (change = {}) => {
      await stop();
      hub = await start(loadSettings(HubSettings, { ...environment, ...change }));
    },
    end: async () => {
      await stop();
      await database.sql(`drop owned by ${role.name}; drop role ${role.name}`);
      await Promise.all([database.drop(), keyStore.drop()]);
      await rm(folder, { recursive: true });
    },
  };
}

/** The role that an operator makes for hub and courier, in a database with the partnership in it: a hub in tests may do what it may in production. */
async function prepare({ database: { name: inside, url }, keyStore }: { database: FreshDatabase; keyStore: string }, made: Provisioned): Promise<{ name: string; url: string }> {
  const database = await openHubDatabase({ url, poolSize: 2, applicationName: 'door-setup' });
  await migrateHub(database, 'test');
  const [name, password] = [`${inside}_role`, 'of-a-hub-in-tests'];
  const role = await database.makeRole({ name, password, salt: random.bytes(16) });
  await database.close();
  if (!role.ok) throw new Error(`the role was not made: ${role.code}`);
  await register({ url, keyStore }, made.registration, made.rootFingerprint);
  return { name, url: Object.assign(new URL(url), { username: name, password }).href };
}

/** Registers a partnership, or its next version, as an operator does. A hub that starts afterwards knows it at once. */
export async function register({ url, keyStore: keys }: { url: string; keyStore: string }, registration: PartnershipRegistration, rootFingerprint: string): Promise<void> {
  const database = await openHubDatabase({ url, poolSize: 2, applicationName: 'door-setup' });
  const keyStore = await openKeyStore({ url: keys, poolSize: 1, randomness: random });
  const { directory } = database.copiesUnder(new ObjectCopyLocks(keyStore.keys, random));
  const act = new RegisterPartnership({ clock: database.clock, randomness: random, directory, verifier: new RootDirectoryVerifier() });
  const registered = await act.carryOut(registration, rootFingerprint);
  await keyStore.close();
  await database.close();
  if (!registered.ok) throw new Error(`the registration was refused: ${registered.code}`);
}

interface Sent { status: number; headers: IncomingHttpHeaders; raw: Buffer }

/** Over a real connection and with the path as it is: `fetch` would tidy it. */
function sent(url: string, { method, path, payload, headers }: { method: string; path: string; payload: string | Buffer | null; headers: Record<string, string> }): Promise<Sent> {
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, method, path, headers: { ...headers, ...(payload === null ? {} : { 'content-length': Buffer.byteLength(payload) }) } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, raw: Buffer.concat(chunks) }));
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(payload ?? undefined);
  });
}

function checked(method: string, path: string, { status, headers, raw }: Sent, validate: ReturnType<typeof responseValidator>): Answer {
  const contentType = headers['content-type'] ?? null;
  // An answer to HEAD says its type and has no body to hold against the document.
  if (method === 'HEAD') return { status, body: null, headers, raw };
  const body: unknown = contentType?.includes('json') === true ? JSON.parse(raw.toString('utf8')) : contentType === null ? null : raw;
  validate({ method, path, status, contentType, body });
  return { status, body, headers, raw };
}
