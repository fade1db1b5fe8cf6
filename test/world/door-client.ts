import { importJWK, SignJWT } from 'jose';
import type { CatalogueReply, Direction, JustificationRecord, MessageType, OpenCheckBody, Roster, SealedEnvelope, SignedDocument, SignInReply } from '@lateral/contracts';
import { uuid7, type ResponseType } from '@lateral/domain';
import { attestedWords, HEADING, sealDraft, sealMessage, type Heading, type MessageBody, type Narrative, type SealInput } from '@lateral/envelope';
import { encryptionEpoch, publicKeyFrom } from '@lateral/envelope/keys';
import type { PublicKey } from '@lateral/envelope/keys';
import { SystemRandom } from '@lateral/platform';
import type { Client, Provisioned } from '@lateral/provision';
import { justificationFor, NARRATIVE, REQUEST_BODY, RESPONSE_BODY, responseCodesFor } from '@lateral/testing/envelope';
import type { Answer, Ask } from './hub-door.js';

export const AUDIENCE = 'http://localhost/hub';
const random = new SystemRandom();

interface TeamKey { reader: { agency: string; team: string; epoch: string }; key: PublicKey }
interface OfficerKey { reader: { agency: string; officer: string; epoch: string }; key: PublicKey }
interface Ids { check: string; request: string | null; inReplyTo: string | null; corrects: string | null }
type Coded = Omit<Partial<JustificationRecord>, 'stack'> & { stack?: Partial<JustificationRecord['stack']> };
/** What a message says otherwise than the samples do. Words that are left out are attested as they are. */
export interface Differing { coded?: Coded; narrative?: Partial<Narrative>; body?: MessageBody; attachment?: SealInput['attachment']; /** Agencies that the sealing client takes for those that read for the addressed one. */ delegates?: readonly string[] }
const DIRECTION_OF: Record<MessageType, Direction> = { request: 'asking', response: 'sharing', outcome: 'telling', decision: 'deciding', record: 'record_only' };
const RECORD_BODY: MessageBody = { type: 'record', language: 'en', text: 'What was asked about is known already; nothing was sent.' };

/** One member's client: signs in, seals with its real keys, asks. */
export class DoorClient {
  private readonly teams = new Map<string, Promise<TeamKey>>();
  private readonly dpos = new Map<string, Promise<OfficerKey[]>>();

  private constructor(readonly ask: Ask, readonly client: Client, readonly token: string, private readonly made: Provisioned, private readonly catalogue: string) {}

  static async assertion(client: Client, change: { audience?: string; life?: number; id?: string; subject?: string } = {}): Promise<string> {
    const seconds = Math.floor(Date.now() / 1000);
    const subject = change.subject ?? `${client.member}@${client.agency}`;
    return new SignJWT({}).setProtectedHeader({ alg: 'EdDSA', typ: 'JWT' }).setIssuer(subject).setSubject(subject).setAudience(change.audience ?? AUDIENCE)
      .setJti(change.id ?? newId()).setIssuedAt(seconds).setExpirationTime(seconds + (change.life ?? 60)).sign(await importJWK(client.signIn, 'EdDSA'));
  }

  static async signedIn(ask: Ask, client: Client, made: Provisioned): Promise<DoorClient> {
    const { status, body } = await ask('POST', '/v1/sign-in', { body: { assertion: await DoorClient.assertion(client) } });
    if (status !== 201) throw new Error(`sign-in was answered ${status}`);
    const catalogue = (await ask('GET', '/v1/catalogue')).body as CatalogueReply;
    return new DoorClient(ask, client, (body as SignInReply).token, made, catalogue.document.version);
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.ask('GET', path, { headers: { authorization: `Bearer ${this.token}`, ...headers } });
  }

  post(path: string, body: unknown, key: string = newId()): Promise<Answer> {
    return this.ask('POST', path, { body, headers: { authorization: `Bearer ${this.token}`, 'idempotency-key': key } });
  }

  put(path: string, body: unknown): Promise<Answer> {
    return this.ask('PUT', path, { body, headers: { authorization: `Bearer ${this.token}` } });
  }

  /** A body for POST checks to these agencies; ids are new. */
  async checkTo(asked: readonly string[], differing: Differing = {}): Promise<OpenCheckBody> {
    const id = newId();
    return { id, urgency: differing.coded?.urgency ?? 'amber', receivedAt: new Date().toISOString(), requests: await this.questionsTo(asked, id, differing) };
  }

  /** Requests of a check to these agencies; their ids are new. */
  questionsTo(asked: readonly string[], check: string, differing: Differing = {}): Promise<OpenCheckBody['requests']> {
    return Promise.all(asked.map(async (agency) => {
      const request = newId();
      return { id: request, agency, envelope: await this.sealRequest(agency, { check, request }, differing) };
    }));
  }

  sealRequest(to: string, { check, request }: { check: string; request: string }, differing: Differing = {}, corrects: string | null = null): Promise<SealedEnvelope> {
    return this.seal('request', to, { check, request, inReplyTo: null, corrects }, { body: REQUEST_BODY, ...differing });
  }

  sealResponse(to: string, ids: { check: string; request: string; inReplyTo: string }, type: ResponseType = 'KNOWN_RELEVANT', { corrects = null, coded = {}, ...differing }: Differing & { corrects?: string | null } = {}): Promise<SealedEnvelope> {
    const body = { ...RESPONSE_BODY, responseType: type } as MessageBody;
    return this.seal('response', to, { ...ids, corrects }, { body, ...differing, coded: { response: responseCodesFor(type), ...coded } });
  }

  sealOutcome(to: string, ids: { check: string; request: string; inReplyTo: string }, differing: Differing = {}): Promise<SealedEnvelope> {
    return this.seal('outcome', to, { ...ids, corrects: null }, { body: { type: 'outcome', language: 'en', outcome: 'NFA_ADVICE', text: 'Advice was given; nothing follows.' }, ...differing });
  }

  /** What was decided is addressed to nobody but the own team. */
  sealDecision(check: string, differing: Differing = {}): Promise<SealedEnvelope> {
    return this.seal('decision', null, { check, request: null, inReplyTo: null, corrects: null }, { body: { type: 'decision', language: 'en', outcome: 'NFA_ADVICE', rationale: 'Nobody holds anything of concern.', reliedOn: [] }, ...differing });
  }

  /** A record that goes to nobody: kept instead of a share, or putting one that left in an emergency in order. */
  sealRecord({ check, request }: { check: string; request: string | null }, differing: Differing = {}): Promise<SealedEnvelope> {
    return this.seal('record', null, { check, request, inReplyTo: null, corrects: null }, { body: RECORD_BODY, ...differing });
  }

  private async seal(type: MessageType, to: string | null, { check, request, inReplyTo, corrects }: Ids, { body, coded = {}, narrative: changed, attachment, delegates: standIns = [] }: Differing & { body: MessageBody }): Promise<SealedEnvelope> {
    const at = new Date();
    const message = newId();
    const { agency } = this.client;
    const addressed = to === null ? [] : [to];
    const self = await this.team(agency, at);
    const readers = await Promise.all(addressed.map((id) => this.team(id, at)));
    const delegates = await Promise.all(standIns.map((id) => this.team(id, at)));
    const officers = (await Promise.all([agency, ...addressed].map((id) => this.officers(id, at)))).flat();
    const record = justificationFor(type === 'response' ? 'response' : 'request', agency, message);
    const narrative = { ...NARRATIVE, ...changed };
    const stack = { ...record.stack, catalogueVersion: this.catalogue, ...coded.stack };
    return sealMessage({
      context: {
        type, partnership: this.client.partnership, check, request, message, from: { agency, signer: this.client.fingerprint }, to: readers.map(({ reader }) => reader),
        ...(delegates.length === 0 ? {} : { delegates: delegates.map(({ reader }) => reader) }), self: self.reader,
        officers: officers.map(({ reader }) => reader), inReplyTo, corrects, expires: new Date(at.getTime() + 86_400_000).toISOString(),
      },
      body, narrative, justification: { ...record, direction: DIRECTION_OF[type], words: attestedWords(body, narrative), ...coded, stack, check, request }, at,
      ...(attachment === undefined ? {} : { attachment }), senderKey: this.client.personal, keys: [self, ...readers, ...delegates, ...officers].map(({ key }) => key),
    });
  }

  /** The line that says to the own team whom a question is about. */
  async sealHeading(message: string, about: Heading): Promise<string> {
    const at = new Date();
    const { client: { agency, personal } } = this;
    const { reader: { epoch }, key } = await this.team(agency, at);
    return sealDraft(about, { agency, draft: message, kind: HEADING }, { readers: [{ key, epoch }], writer: personal, at });
  }

  /** Looks teams up anew: one may have a new epoch. */
  forgetTeams(): void {
    this.teams.clear();
  }

  private team(agency: string, at: Date): Promise<TeamKey> {
    return remembered(this.teams, agency, () => this.findTeam(agency, at));
  }

  private officers(agency: string, at: Date): Promise<OfficerKey[]> {
    return remembered(this.dpos, agency, () => this.findOfficers(agency, at));
  }

  private async findTeam(agency: string, at: Date): Promise<TeamKey> {
    const entry = this.made.registration.partnership.document.agencies.find(({ id }) => id === agency);
    const rosters = (await this.get(`/v1/agencies/${agency}/rosters`)).body as SignedDocument<Roster>[];
    // The newest epochs stand in the roster, those of the beginning in the partnership file.
    const key = entry === undefined ? null : await publicKeyFrom(rosters.at(-1)?.document.teamKey ?? entry.key);
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
