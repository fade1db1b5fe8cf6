import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LockedKey, MeReply, PasskeyView } from '@lateral/contracts';
import { SystemRandom } from '@lateral/platform';
import { Secrets, type WorkerLike } from '../crypto/secrets.js';
import type { ToWorker } from '../crypto/protocol.js';
import { Vault } from '../crypto/vault.js';
import { HubProblem, type Hub } from '../hub/hub.js';
import { Keeper } from './keeper.js';
import type { Member } from './keeper-deps.js';
import { OwnKeys } from './own-keys.js';
import type { Authenticators } from './passkeys.js';
import { WaitingKey } from './waiting-key.js';

const random = new SystemRandom();
const AT = new Date('2026-11-22T09:00:00.000Z');
const PHRASE = 'lantern orchard pebble silver windmill';
const WHO = { agency: 'school-north', member: 'u-0123456789abcdef' };
const ME = { ...WHO, roles: ['responder'], passkeys: 0, keyLocked: true, session: { id: 's-1', kind: 'person' } } as unknown as MeReply as Member;
const OLD = Buffer.alloc(16, 1);
const NEW = Buffer.alloc(16, 2);
const b64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const NEEDED = new HubProblem(403, 'step-up-needed');

function workerHere(): WorkerLike {
  const vault = new Vault({ now: () => AT, random, onLocked: () => undefined });
  const worker: WorkerLike = {
    onmessage: null, onerror: null, terminate: () => undefined,
    postMessage: (message, transfer) => {
      const { id, kind, given } = structuredClone(message, { transfer: transfer as ArrayBuffer[] }) as ToWorker;
      void vault.carryOut(kind, given).then((told) => worker.onmessage?.({ data: { id, told } }), () => worker.onmessage?.({ data: { id, fault: true } }));
    },
  };
  return worker;
}

/** A hub that keeps one locked key, and an authenticator whose passkeys each evaluate to bytes of their own. Acts are noted in order. */
class World {
  readonly acts: string[] = [];
  locked: LockedKey | null = null;
  passkeys: string[] = [];
  isSoon = true;
  proof: unknown = null;
  private readonly asked: CredentialRequestOptions[] = [];
  private readonly hub = {
    passkeyOptions: async () => {
      this.acts.push('options');
      if (!this.isSoon && !this.acts.includes('granted')) throw NEEDED;
      return { challenge: b64(new Uint8Array(32)), rpId: 'localhost', user: b64(NEW), exclude: [], expires: AT.toISOString() };
    },
    enrolPasskey: async ({ credential }: { credential: string }) => { this.acts.push('enrol'); this.passkeys.push(credential); },
    beginStepUp: async (action: string) => { this.acts.push(action); return { id: 'step', challenge: b64(new Uint8Array(32)), credentials: this.passkeys, rpId: 'localhost', provider: true }; },
    answerStepUp: async () => { this.acts.push('granted'); }, stepUpAtProvider: async () => { this.acts.push('granted'); return { location: 'https://provider.example' }; },
    lockedKey: async () => this.locked, lockKey: async (locked: LockedKey) => { this.acts.push('lock'); this.locked = locked; }, disablePasskey: async () => { this.acts.push('disable'); }, passkeys: async () => [],
    beginKeyProof: async () => { this.acts.push('challenge'); if (this.proof !== null) throw new HubProblem(409, 'not-allowed'); return { session: 'another-session', nonce: 'n', expires: '' }; },
    proveKey: async (signature: string) => { this.acts.push('prove'); this.proof = signature; },
  } as unknown as Hub;

  readonly secrets = new Secrets(workerHere, () => undefined);
  readonly keeper: Keeper;

  constructor() {
    const credential = (id: Buffer): Credential => {
      const part = new Uint8Array(8).buffer;
      const first = new Uint8Array(32).fill(id[0]!).buffer;
      return { rawId: Uint8Array.from(id).buffer, response: { clientDataJSON: part, authenticatorData: part, signature: part, attestationObject: part, userHandle: null, getTransports: () => [] }, getClientExtensionResults: () => ({ prf: { enabled: true, results: { first } } }) } as unknown as Credential;
    };
    const authenticators = {
      create: async () => credential(NEW),
      get: async (options: CredentialRequestOptions) => {
        this.asked.push(options);
        const [only] = options.publicKey?.allowCredentials ?? [];
        return credential(Buffer.from(only?.id as Uint8Array));
      },
    } as unknown as Authenticators;
    const hub = new Proxy(this.hub, { get: (target, name) => (name in target ? target[name as keyof Hub] : async () => { this.acts.push(String(name)); throw new HubProblem(0, 'away'); }) });
    this.keeper = new Keeper({ hub, secrets: this.secrets, authenticators, storage: { getItem: () => null, setItem: () => undefined }, now: () => AT, random: (length) => random.bytes(length), pin: async () => 'A'.repeat(40), signInAgain: async () => undefined });
  }

  /** A key locked with a passphrase, or also with the old passkey, and unlocked in this worker. */
  async begin({ withOld = false, byOld = false } = {}): Promise<string> {
    await this.secrets.ask('make-key', WHO);
    const old = { kind: 'passkey' as const, credential: b64(OLD), prf: new Uint8Array(32).fill(1) };
    const told = await this.secrets.ask('lock-key', { secrets: [{ kind: 'passphrase', passphrase: PHRASE }, ...(withOld ? [old] : [])] });
    if (!told.ok) throw new Error(told.code);
    this.locked = told.locked;
    if (withOld) this.passkeys = [b64(OLD)];
    await this.unlock(byOld ? { ...old, prf: new Uint8Array(32).fill(1) } : { kind: 'passphrase', passphrase: PHRASE });
    return told.recoveryCode;
  }

  async unlock(secret: Parameters<typeof this.opens>[0]): Promise<void> {
    expect(await this.secrets.ask('unlock', { locked: this.locked!, secret, expected: WHO })).toMatchObject({ ok: true });
  }

  async opens(secret: { kind: 'passphrase'; passphrase: string } | { kind: 'recovery-code'; code: string } | { kind: 'passkey'; credential: string; prf: Uint8Array }): Promise<boolean> {
    const vault = new Vault({ now: () => AT, random, onLocked: () => undefined });
    return (await vault.carryOut('unlock', { locked: this.locked!, secret, expected: WHO })).ok;
  }

  readonly with = (id: Buffer) => ({ kind: 'passkey' as const, credential: b64(id), prf: new Uint8Array(32).fill(id[0]!) });
}

// A passphrase takes its time, by design.

let world: World;
beforeEach(() => { world = new World(); });

describe('a passkey on this computer', () => {
  it('is enrolled, touched once more, and unlocks beside all that did before', async () => {
    const code = await world.begin();
    expect(await world.keeper.own(OwnKeys).addPasskey(ME, 'Lateral')).toBe(true);
    expect([world.acts, world.locked?.version]).toEqual([['options', 'enrol', 'change-own-keys', 'granted', 'lock'], 2]);
    expect(await Promise.all([world.opens(world.with(NEW)), world.opens({ kind: 'passphrase', passphrase: PHRASE }), world.opens({ kind: 'recovery-code', code })])).toEqual([true, true, true]);
  });

  it('asks for a gesture first, where signing in was a while ago', async () => {
    await world.begin({ withOld: true });
    world.isSoon = false;
    await world.keeper.own(OwnKeys).addPasskey(ME, 'Lateral');
    expect(world.acts).toEqual(['options', 'change-own-keys', 'granted', 'options', 'enrol', 'change-own-keys', 'granted', 'lock']);
    expect(await Promise.all([world.opens(world.with(OLD)), world.opens(world.with(NEW))])).toEqual([true, true]);
  });

  it('is not enrolled where what locks the key is not held, and is once it is opened again', async () => {
    await world.begin({ withOld: true, byOld: true });
    const own = world.keeper.own(OwnKeys);
    await expect(own.addPasskey(ME, 'Lateral')).rejects.toMatchObject({ code: 'lock-closed' });
    expect(world.acts).toEqual([]);
    await expect(own.holdBySecret({ kind: 'passphrase', passphrase: `${PHRASE}s` })).rejects.toMatchObject({ code: 'wrong-secret' });
    await own.holdByPasskey(ME);
    expect([await own.isHeld(), await own.addPasskey(ME, 'Lateral')]).toEqual([true, true]);
  });

  it('that is disabled unlocks the key no more', async () => {
    await world.begin({ withOld: true });
    await world.keeper.own(OwnKeys).disable(ME, { id: 'p-1', credential: b64(OLD) } as PasskeyView);
    expect([world.acts, await world.opens(world.with(OLD)), await world.opens({ kind: 'passphrase', passphrase: PHRASE })]).toEqual([['change-own-keys', 'granted', 'lock', 'disable'], false, true]);
  });
});

describe('a new recovery sheet', () => {
  it('changes nothing until it is kept, and then its code is good in place of the old', async () => {
    const old = await world.begin();
    const own = world.keeper.own(OwnKeys);
    const sheet = await own.newSheet();
    expect([world.acts, await world.opens({ kind: 'recovery-code', code: old })]).toEqual([[], true]);
    await own.keepSheet(ME, sheet);
    expect([world.acts.at(-1), await world.opens({ kind: 'recovery-code', code: old }), await world.opens({ kind: 'recovery-code', code: sheet.recoveryCode })]).toEqual(['lock', false, true]);
  });
});

describe('the words of a key that nobody has signed yet', () => {
  const PASSPHRASE = { kind: 'passphrase' as const, passphrase: PHRASE };
  const again = async (): Promise<WaitingKey> => {
    await world.begin({ withOld: true });
    world.keeper.lock();
    return world.keeper.own(WaitingKey);
  };
  beforeEach(() => { Object.assign(globalThis, { location: { hostname: 'localhost' } }); });
  afterEach(() => { Reflect.deleteProperty(globalThis, 'location'); });

  it('are those of the key itself, by whichever way it is opened, and the hub is asked for no gesture', async () => {
    const waiting = await again();
    const [byPasskey, byWords] = [await waiting.byPasskey(ME), await waiting.bySecret(ME, PASSPHRASE)];
    const { fingerprint } = world.locked!;
    expect([byPasskey, byWords]).toEqual([byWords, { fingerprint, words: await world.secrets.ask('words', { ...WHO, fingerprint }) }]);
    expect([byWords.words.en.length, world.acts]).toEqual([6, []]);
  });

  it('are not told of the fingerprint of another key, which a hub would show here and to the custodians alike', async () => {
    const waiting = await again();
    world.locked = { ...world.locked!, fingerprint: 'F'.repeat(40) };
    await expect(waiting.byPasskey(ME)).rejects.toMatchObject({ code: 'method-changed' });
    await expect(waiting.bySecret(ME, PASSPHRASE)).rejects.toMatchObject({ code: 'method-changed' });
  });

  it('take a passkey that unlocks it', async () => {
    await world.begin();
    await expect(world.keeper.own(WaitingKey).byPasskey(ME)).rejects.toMatchObject({ code: 'passkey-cannot-unlock' });
  });
});

describe('whom a one-time code let in', () => {
  const byCode = { ...ME, session: { id: 's-1', kind: 'one-time-code' } } as unknown as Member;
  it('proves the own key after unlocking, before anything else is asked for, and is asked for no gesture', async () => {
    const code = await world.begin({ withOld: true });
    // This hub has no directory to show, so unlocking ends after the proof.
    await expect(world.keeper.unlockBySecret(byCode, { kind: 'recovery-code', code })).rejects.toMatchObject({ code: 'away' });
    expect(world.acts.slice(0, 3)).toEqual(['challenge', 'prove', 'partnership']);
    expect([world.keeper.isUnlocked, world.keeper.offersPasskey]).toEqual([false, false]);
    await expect(world.keeper.openAll(byCode, [{ envelope: 'e', expected: { type: 'request', from: 'csc-north', check: 'c', request: 'r', inReplyTo: null } }])).rejects.toMatchObject({ code: 'locked' });
    await world.keeper.confirm('send-share', ['e']);
    Object.assign(globalThis, { location: { hostname: 'localhost' } });
    await expect(world.keeper.unlockByPasskey(byCode, Promise.resolve(['e']))).rejects.toMatchObject({ code: 'away' });
    Reflect.deleteProperty(globalThis, 'location');
    expect(world.acts.filter((act) => ['open-content', 'send-share', 'change-own-keys', 'passkeys'].includes(act))).toEqual([]);
    // Proven in this session: said so by the hub, and no signature more.
    expect(world.acts.filter((act) => act === 'prove')).toHaveLength(1);
  });
});
