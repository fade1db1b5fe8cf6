import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importJWK, SignJWT } from 'jose';
import type { Direction, JustificationRecord, MemberRole, MessageType, PartnershipRegistration, SealedEnvelope, SignInReply } from '@lateral/contracts';
import { uuid7, type ResponseType } from '@lateral/domain';
import { sealMessage, type MessageBody, type SealInput } from '@lateral/envelope';
import { encryptionEpoch, publicKeyFrom } from '@lateral/envelope/keys';
import type { PublicKey } from '@lateral/envelope/keys';
import { RegisterPartnership } from '@lateral/exchange';
import { apiDocument, HubSettings, migrateHub, RootDirectoryVerifier, startHub } from '@lateral/hub';
import type { RunningHub } from '@lateral/hub';
import { openHubDatabase } from '@lateral/persistence/hub';
import { createLogger, loadSettings, SystemRandom } from '@lateral/platform';
import { loadClientByRole, provisionPartnership, writeServiceCertificates } from '@lateral/provision';
import type { AgencyPlan, Client, Provisioned } from '@lateral/provision';
import { responseValidator } from '@lateral/testing/api';
import { justificationFor, NARRATIVE, REQUEST_BODY, RESPONSE_BODY } from '@lateral/testing/envelope';
import { freshDatabase } from '@lateral/testing/hub';
import type { FreshDatabase } from '@lateral/testing/hub';

export const AUDIENCE = 'http://localhost/hub';
const plan = (id: string, type: AgencyPlan['type']): AgencyPlan => ({ id, type, nation: 'E', name: { en: id, cy: id }, publicAuthority: true, mailbox: `${id}@mail.example.org`, language: 'en' });
const PLANS = [plan('csc-north', 'LA_CSC'), plan('police-north', 'POLICE'), plan('school-north', 'SCHOOL'), plan('housing-north', 'LA_HOUS'), plan('health-north', 'NHST')];
const random = new SystemRandom();

/** A hub that listens, on a database of its own with a real partnership in it. There is no ledger: that is one of the cases. */
export interface HubDoor {
  hub: RunningHub;
  database: FreshDatabase;
  made: Provisioned;
  lines: string[];
  settings: Readonly<HubSettings>;
  signIn(agency: string, role?: MemberRole): Promise<DoorClient>;
  /** Asks without credentials, or with whatever headers; the answer is held against the OpenAPI document. */
  ask(method: string, path: string, options?: { body?: unknown; headers?: Record<string, string> }): Promise<Answer>;
  end(): Promise<void>;
}
export interface Answer { status: number; body: unknown; headers: Record<string, unknown>; raw: Buffer }

export async function hubDoor(options: { ledgerPort?: number } = {}): Promise<HubDoor> {
  const folder = await mkdtemp(join(tmpdir(), 'lateral-door-'));
  const certificates = await writeServiceCertificates(folder, new Date());
  const made = await provisionPartnership({ agencies: PLANS, at: new Date(Date.now() - 60_000), mode: 'test', logVerifierKey: certificates.logVerifierKey, folder: join(folder, 'partnership') });
  const database = await freshDatabase();
  await prepare(database.url, made);
  const settings = loadSettings(HubSettings, {
    LATERAL_MODE: 'test', HUB_DATABASE_URL: database.url, HUB_PORT: '0', HUB_AUDIENCE: AUDIENCE, ROOT_FINGERPRINT: made.rootFingerprint,
    LEDGER_PORT: String(options.ledgerPort ?? 9), LEDGER_VERIFIER_KEY: certificates.logVerifierKey,
    HUB_TLS_CERT_FILE: certificates.services.hub.certificate, HUB_TLS_KEY_FILE: certificates.services.hub.key, HUB_TLS_CA: await readFile(certificates.ca, 'utf8'),
  });
  const lines: string[] = [];
  const hub = await startHub(settings, { log: createLogger({ app: 'hub', write: (line) => lines.push(line) }) });
  const validate = responseValidator(apiDocument());
  const ask: HubDoor['ask'] = async (method, path, { body, headers = {} } = {}) => {
    const isBytes = Buffer.isBuffer(body);
    const payload = body === undefined ? null : isBytes || typeof body === 'string' ? body : JSON.stringify(body);
    const response = await sent(hub.url, { method, path, payload, headers: { ...(body === undefined ? {} : { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }), ...headers } });
    return checked(method, path, response, validate);
  };
  return {
    hub, database, made, lines, settings, ask,
    signIn: async (agency, role = 'practitioner') => DoorClient.signedIn(ask, await loadClientByRole(join(folder, 'partnership'), agency, role), made),
    end: async () => {
      for (const step of hub.steps) await step.stop();
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
}

async function prepare(url: string, made: Provisioned): Promise<void> {
  const database = await openHubDatabase({ url, poolSize: 2, applicationName: 'door-setup' });
  await migrateHub(database, 'test');
  await database.close();
  await register(url, made.registration, made.rootFingerprint);
}

/** Registers a partnership, or its next version, as an operator does. A hub that starts afterwards knows it at once. */
export async function register(url: string, registration: PartnershipRegistration, rootFingerprint: string): Promise<void> {
  const database = await openHubDatabase({ url, poolSize: 2, applicationName: 'door-setup' });
  const act = new RegisterPartnership({ clock: database.clock, randomness: random, directory: database.directory, verifier: new RootDirectoryVerifier() });
  const registered = await act.carryOut(registration, rootFingerprint);
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

interface TeamKey { reader: { agency: string; team: string; epoch: string }; key: PublicKey }
interface OfficerKey { reader: { agency: string; officer: string; epoch: string }; key: PublicKey }
interface Ids { check: string; request: string | null; inReplyTo: string | null; corrects: string | null }
interface Content { body: MessageBody; coded: Partial<JustificationRecord>; attachment?: SealInput['attachment'] }
const DIRECTION_OF: Record<MessageType, Direction> = { request: 'asking', response: 'sharing', outcome: 'telling', decision: 'deciding' };

/** One member's client: signs in, seals with its real keys, asks. */
export class DoorClient {
  private readonly teams = new Map<string, Promise<TeamKey>>();
  private readonly dpos = new Map<string, Promise<OfficerKey[]>>();

  private constructor(readonly ask: HubDoor['ask'], readonly client: Client, readonly token: string, private readonly made: Provisioned) {}

  static async assertion(client: Client, change: { audience?: string; life?: number; id?: string; subject?: string } = {}): Promise<string> {
    const seconds = Math.floor(Date.now() / 1000);
    const subject = change.subject ?? `${client.member}@${client.agency}`;
    return new SignJWT({}).setProtectedHeader({ alg: 'EdDSA', typ: 'JWT' }).setIssuer(subject).setSubject(subject).setAudience(change.audience ?? AUDIENCE)
      .setJti(change.id ?? newId()).setIssuedAt(seconds).setExpirationTime(seconds + (change.life ?? 60)).sign(await importJWK(client.signIn, 'EdDSA'));
  }

  static async signedIn(ask: HubDoor['ask'], client: Client, made: Provisioned): Promise<DoorClient> {
    const { status, body } = await ask('POST', '/v1/sign-in', { body: { assertion: await DoorClient.assertion(client) } });
    if (status !== 201) throw new Error(`sign-in was answered ${status}`);
    return new DoorClient(ask, client, (body as SignInReply).token, made);
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.ask('GET', path, { headers: { authorization: `Bearer ${this.token}`, ...headers } });
  }

  post(path: string, body: unknown, key: string = newId()): Promise<Answer> {
    return this.ask('POST', path, { body, headers: { authorization: `Bearer ${this.token}`, 'idempotency-key': key } });
  }

  put(path: string, body: Buffer): Promise<Answer> {
    return this.ask('PUT', path, { body, headers: { authorization: `Bearer ${this.token}` } });
  }

  /** A body for POST checks to these agencies; ids are new. */
  async checkTo(asked: readonly string[]): Promise<{ id: string; urgency: string; requests: { id: string; agency: string; dueAt: string; envelope: SealedEnvelope }[] }> {
    const id = newId();
    const requests = await Promise.all(asked.map(async (agency) => {
      const request = newId();
      return { id: request, agency, dueAt: new Date(Date.now() + 3_600_000).toISOString(), envelope: await this.sealRequest(agency, { check: id, request }) };
    }));
    return { id, urgency: 'amber', requests };
  }

  sealRequest(to: string, { check, request }: { check: string; request: string }, attachment?: SealInput['attachment'], corrects: string | null = null): Promise<SealedEnvelope> {
    return this.seal('request', to, { check, request, inReplyTo: null, corrects }, { body: REQUEST_BODY, coded: {}, attachment });
  }

  sealResponse(to: string, ids: { check: string; request: string; inReplyTo: string }, type: ResponseType = 'KNOWN_RELEVANT', corrects: string | null = null): Promise<SealedEnvelope> {
    const { response } = justificationFor('response', this.client.agency, ids.request);
    return this.seal('response', to, { ...ids, corrects }, { body: { ...RESPONSE_BODY, responseType: type } as MessageBody, coded: response === null ? {} : { response: { ...response, type } } });
  }

  sealOutcome(to: string, ids: { check: string; request: string; inReplyTo: string }): Promise<SealedEnvelope> {
    return this.seal('outcome', to, { ...ids, corrects: null }, { body: { type: 'outcome', language: 'en', outcome: 'NFA_ADVICE', text: 'Advice was given; nothing follows.' }, coded: {} });
  }

  /** What was decided is addressed to nobody but the own team. */
  sealDecision(check: string): Promise<SealedEnvelope> {
    return this.seal('decision', null, { check, request: null, inReplyTo: null, corrects: null }, { body: { type: 'decision', language: 'en', outcome: 'NFA_ADVICE', rationale: 'Nobody holds anything of concern.', reliedOn: [] }, coded: {} });
  }

  private async seal(type: MessageType, to: string | null, { check, request, inReplyTo, corrects }: Ids, { body, coded, attachment }: Content): Promise<SealedEnvelope> {
    const at = new Date();
    const message = newId();
    const { agency } = this.client;
    const addressed = to === null ? [] : [to];
    const self = await this.team(agency, at);
    const readers = await Promise.all(addressed.map((id) => this.team(id, at)));
    const officers = (await Promise.all([agency, ...addressed].map((id) => this.officers(id, at)))).flat();
    const record = justificationFor(type === 'response' ? 'response' : 'request', agency, message);
    return sealMessage({
      context: {
        type, partnership: this.client.partnership, check, request, message, from: { agency, signer: this.client.fingerprint }, to: readers.map(({ reader }) => reader), self: self.reader,
        officers: officers.map(({ reader }) => reader), inReplyTo, corrects, expires: new Date(at.getTime() + 86_400_000).toISOString(),
      },
      body, narrative: NARRATIVE, justification: { ...record, ...coded, check, request, direction: DIRECTION_OF[type] }, at,
      ...(attachment === undefined ? {} : { attachment }), senderKey: this.client.personal, keys: [self, ...readers, ...officers].map(({ key }) => key),
    });
  }

  private team(agency: string, at: Date): Promise<TeamKey> {
    return remembered(this.teams, agency, () => this.findTeam(agency, at));
  }

  private officers(agency: string, at: Date): Promise<OfficerKey[]> {
    return remembered(this.dpos, agency, () => this.findOfficers(agency, at));
  }

  private async findTeam(agency: string, at: Date): Promise<TeamKey> {
    const entry = this.made.registration.partnership.document.agencies.find(({ id }) => id === agency);
    const key = entry === undefined ? null : await publicKeyFrom(entry.key);
    const epoch = key === null ? null : await encryptionEpoch(key, at);
    if (entry === undefined || key === null || epoch === null) throw new Error(`no team key of ${agency}`);
    return { reader: { agency, team: entry.primary, epoch }, key };
  }

  private async findOfficers(agency: string, at: Date): Promise<OfficerKey[]> {
    const roster = this.made.registration.rosters.find(({ document }) => document.agency === agency);
    const officers = (roster?.document.members ?? []).filter(({ roles }) => roles.includes('data_protection_officer'));
    return Promise.all(officers.map(async ({ fingerprint, key: text }) => {
      const key = await publicKeyFrom(text);
      const epoch = key === null ? null : await encryptionEpoch(key, at);
      if (key === null || epoch === null) throw new Error(`no officer's key of ${agency}`);
      return { reader: { agency, officer: fingerprint, epoch }, key };
    }));
  }
}

function remembered<T>(known: Map<string, Promise<T>>, name: string, find: () => Promise<T>): Promise<T> {
  const value = known.get(name) ?? find();
  known.set(name, value);
  return value;
}

export function newId(): string {
  return uuid7(new Date(), random.bytes(10));
}
