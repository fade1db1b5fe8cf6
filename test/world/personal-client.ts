import { PRF_INPUT, type CustodyCopy, type GrantedStepUpReply, type LockedKey, type PartnershipFile, type PasskeyOptionsReply, type ProviderStepUpReply, type Roster, type SignedDocument, type StepUpReply, type TeamKeyCopy } from '@lateral/contracts';
import type { StepUpAction } from '@lateral/domain/access';
import { fingerprintOf, fingerprintWords, lockPersonalKey, makePersonalKey, newRecoveryCode, publicKeyText, unlockPersonalKey, unwrapCustody, unwrapTeamCopy, verifyPartnership, verifyRosterChain, type PrivateKey, type TrustedAgency, type TrustedRoster } from '@lateral/envelope/keys';
import { SystemRandom } from '@lateral/platform';
import { SoftAuthenticator } from '@lateral/testing/webauthn';
import type { Browser, Page } from './browser.js';
import { newId } from './door-client.js';

const random = new SystemRandom();
const ORIGIN = 'http://localhost';

/** What a client reads of its own agency, checked under the root that it pins. */
export interface OwnAgency { agency: TrustedAgency; roster: TrustedRoster; /** Every version, oldest first. */ rosters: readonly TrustedRoster[] }

/** Verifies the registered directory as every client does, and gives what it says of one agency. Throws where it would be refused. */
export async function readOwnAgency(get: (path: string) => Promise<unknown>, agencyId: string, rootFingerprint: string): Promise<OwnAgency> {
  const file = await verifyPartnership((await get('/v1/partnership')) as SignedDocument<PartnershipFile>, { rootFingerprint, now: new Date() });
  const agency = file.ok ? file.partnership.agencies.get(agencyId) : undefined;
  if (agency === undefined) throw new Error('the directory is refused');
  const chain = await verifyRosterChain((await get(`/v1/agencies/${agencyId}/rosters?from=1`)) as SignedDocument<Roster>[], agency);
  if (!chain.ok) throw new Error(`the rosters are refused: ${chain.code}`);
  return { agency, roster: chain.newest, rosters: chain.rosters };
}

/** One person at one device: a browser with a cookie, an authenticator, and keys that are nowhere else. */
export class PersonalClient {
  authenticator = new SoftAuthenticator();
  /** The passkey that locks the key, and the recovery code on paper. */
  passkey = '';
  recoveryCode = '';

  constructor(readonly browser: Browser, readonly agency: string) {}

  async get<T>(path: string): Promise<T> {
    return bodyOf<T>('GET', path, await this.browser.fetch('GET', path));
  }

  /** Throws where it is refused. */
  async send<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T> {
    return bodyOf<T>(method, path, await this.attempt(method, path, body));
  }

  attempt(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<Page> {
    return this.browser.fetch(method, path, { ...(body === undefined ? {} : { body }), headers: method === 'GET' ? {} : { 'idempotency-key': newId() } });
  }

  async enrolPasskey(): Promise<void> {
    const { challenge, rpId, user } = await this.send<PasskeyOptionsReply>('POST', '/v1/passkeys/options', {});
    const made = this.authenticator.create({ challenge, rpId, user, origin: ORIGIN });
    await this.send('POST', '/v1/passkeys', made);
    this.passkey = made.credential;
  }

  /** One gesture; with it the authenticator gives the bytes that unlock, which stay here. */
  async stepUp(action: StepUpAction, objects: readonly string[]): Promise<GrantedStepUpReply> {
    const { id, challenge, rpId, credentials } = await this.send<StepUpReply>('POST', '/v1/step-ups', { action, objects });
    return this.send('POST', `/v1/step-ups/${id}/passkey`, this.authenticator.get({ challenge, rpId, origin: ORIGIN, credentials }));
  }

  /** The same where a fresh sign-in at the provider stands in for the passkey. */
  async stepUpAtProvider(world: { finish(browser: Browser, location: string, subject: string): Promise<unknown> }, subject: string, action: StepUpAction, objects: readonly string[]): Promise<void> {
    const { id } = await this.send<StepUpReply>('POST', '/v1/step-ups', { action, objects });
    const { location } = await this.send<ProviderStepUpReply>('POST', `/v1/step-ups/${id}/provider`, {});
    await world.finish(this.browser, location, subject);
  }

  /** The passkey as a way to unlock; the bytes come from the authenticator and go nowhere. */
  get passkeySecret(): { kind: 'passkey'; credential: string; prf: Uint8Array } {
    return { kind: 'passkey', credential: this.passkey, prf: this.authenticator.prf(this.passkey, PRF_INPUT) };
  }

  /** Goes on at the device of another session of the same person. */
  adopt({ authenticator, passkey, recoveryCode }: PersonalClient): void {
    Object.assign(this, { authenticator, passkey, recoveryCode });
  }

  /** Makes a personal key, locks it by passkey and paper, stores it locked and brings its public half. Returns its fingerprint. */
  async makeKeys(member: string): Promise<{ key: PrivateKey; fingerprint: string; words: readonly string[] }> {
    const key = await makePersonalKey({ member, agency: this.agency, at: new Date() });
    this.recoveryCode = newRecoveryCode(random);
    const { locked } = await lockPersonalKey({ agency: this.agency, member, key, random, secrets: [this.passkeySecret, { kind: 'recovery-code', code: this.recoveryCode }] });
    await this.stepUp('change-own-keys', [member]);
    await this.send('PUT', '/v1/locked-keys/mine', locked);
    const fingerprint = fingerprintOf(key);
    await this.send('PUT', '/v1/joiners/mine', { key: publicKeyText(key), fingerprint });
    return { key, fingerprint, words: (await fingerprintWords({ agency: this.agency, member, fingerprint })).en };
  }

  /** The personal key, from what the hub keeps and what only this person has. */
  async unlock(member: string, by: 'passkey' | 'recovery-code' = 'passkey'): Promise<PrivateKey> {
    const locked = await this.get<LockedKey>('/v1/locked-keys/mine');
    const secret = by === 'passkey' ? this.passkeySecret : { kind: by, code: this.recoveryCode } as const;
    const unlocked = await unlockPersonalKey(locked, secret, { agency: this.agency, member });
    if (!unlocked.ok) throw new Error(`the key does not unlock: ${unlocked.code}`);
    return unlocked.key;
  }

  /** The copies of the team key that this person's key opens. */
  async teamKeys(key: PrivateKey, own: OwnAgency): Promise<PrivateKey[]> {
    return openTeamCopies(await this.get<TeamKeyCopy[]>('/v1/team-key-copies/mine'), key, own);
  }
}

export async function openTeamCopies(copies: readonly TeamKeyCopy[], memberKey: PrivateKey, own: OwnAgency): Promise<PrivateKey[]> {
  const opened = await Promise.all(copies.map((copy) => unwrapTeamCopy(copy, { ...own, memberKey, at: new Date() })));
  return opened.flatMap((each) => (each.ok ? [each.copy] : []));
}

export async function openCustody(copy: CustodyCopy, memberKey: PrivateKey, own: OwnAgency): Promise<PrivateKey> {
  const opened = await unwrapCustody(copy, { ...own, memberKey, at: new Date() });
  if (!opened.ok) throw new Error(`the custodian's copy does not open: ${opened.code}`);
  return opened.agencyKey;
}

function bodyOf<T>(method: string, path: string, { status, text }: Page): T {
  if (status >= 300) throw new Error(`${method} ${path} was answered ${status} ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

