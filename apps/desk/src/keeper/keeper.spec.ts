import { describe, expect, it } from 'vitest';
import { MOST_ROSTERS_AT_ONCE, type MeReply } from '@lateral/contracts';
import { SystemRandom } from '@lateral/platform';
import { Secrets, type WorkerLike } from '../crypto/secrets.js';
import type { ToWorker } from '../crypto/protocol.js';
import { Vault } from '../crypto/vault.js';
import { Hub } from '../hub/hub.js';
import { Keeper, type Wanted } from './keeper.js';
import type { Member } from './keeper-deps.js';
import type { Authenticators } from './passkeys.js';

const random = new SystemRandom();
const AT = new Date('2026-11-22T09:00:00.000Z');
const ME = { agency: 'school-north', member: 'u-0123456789abcdef', roles: [], passkeys: 1, keyLocked: false, session: { id: 's-1', kind: 'person' } } as unknown as MeReply as Member;
const CREDENTIAL = Buffer.alloc(16, 1);
const b64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** The worker's own code in this process; what is posted is cloned, and what is transferred is gone from here, as in a browser. */
function workerHere(hear: (kind: string) => void): WorkerLike {
  const vault = new Vault({ now: () => AT, random, onLocked: () => undefined });
  const worker: WorkerLike = {
    onmessage: null,
    onerror: null,
    postMessage: (message, transfer) => {
      hear((message as ToWorker).kind);
      const { id, kind, given } = structuredClone(message, { transfer: transfer as ArrayBuffer[] }) as ToWorker;
      void vault.carryOut(kind, given).then((told) => worker.onmessage?.({ data: { id, told } }), () => worker.onmessage?.({ data: { id, fault: true } }));
    },
    terminate: () => undefined,
  };
  return worker;
}

/** A page whose hub gives what `answers` says for a path, and whose authenticator evaluates PRF to `prf`. */
function page(answers: (method: string, path: string) => unknown): { keeper: Keeper; sent: { path: string; body: string }[]; prf: Uint8Array; given: ArrayBuffer[]; workers: () => number; asked: () => string[] } {
  let workers = 0;
  const asked: string[] = [];
  const prf = random.bytes(32);
  const sent: { path: string; body: string }[] = [];
  const given: ArrayBuffer[] = [];
  const hub = new Hub(async (path, init) => {
    const at = typeof path === 'string' ? path : '';
    sent.push({ path: at, body: typeof init?.body === 'string' ? init.body : '' });
    const answer = answers(init?.method ?? 'GET', at);
    return answer instanceof Response ? answer : new Response(answer === null ? null : JSON.stringify(answer), { status: answer === null ? 204 : 200 });
  }, (length) => random.bytes(length));
  const gesture = async (): Promise<Credential> => {
    const first = Uint8Array.from(prf).buffer;
    given.push(first);
    const part = new Uint8Array(8).buffer;
    return { rawId: Uint8Array.from(CREDENTIAL).buffer, response: { clientDataJSON: part, authenticatorData: part, signature: part, userHandle: null }, getClientExtensionResults: () => ({ prf: { results: { first } } }) } as unknown as Credential;
  };
  const authenticators = { create: gesture, get: gesture } as unknown as Authenticators;
  const secrets = new Secrets(() => { workers += 1; return workerHere((kind) => { asked.push(kind); }); }, () => undefined);
  return { sent, prf, given, workers: () => workers, asked: () => asked, keeper: new Keeper({ hub, secrets, authenticators, storage: { getItem: () => null, setItem: () => undefined }, now: () => AT, random: (length) => random.bytes(length), pin: async () => 'A'.repeat(40), signInAgain: async () => undefined }) };
}

const STEP_UP = { id: '01900000-0000-7000-8000-000000000001', nonce: '', challenge: b64(new Uint8Array(32)), credentials: [b64(CREDENTIAL)], rpId: 'localhost', provider: false, expires: AT.toISOString() };
const problem = (status: number, code: string): Response => new Response(JSON.stringify({ code }), { status });

describe('a new key', () => {
  it('sends the hub nothing that the authenticator gave beside its assertion, and keeps none of it in the page', async () => {
    const { keeper, sent, prf, given } = page((method, path) => (path === '/v1/step-ups' ? STEP_UP : method === 'PUT' ? { version: 1 } : {}));
    const { recoveryCode, words } = await keeper.makeKey(ME, null);
    expect(sent.map(({ path }) => path)).toEqual(['/v1/step-ups', `/v1/step-ups/${STEP_UP.id}/passkey`, '/v1/locked-keys/mine', '/v1/joiners/mine']);
    expect(Object.keys(JSON.parse(sent[1]!.body) as object).toSorted()).toEqual(['authenticatorData', 'clientData', 'credential', 'signature', 'userHandle']);
    const all = sent.map(({ body }) => body).join('\n');
    for (const secret of [b64(prf), Buffer.from(prf).toString('hex'), recoveryCode, recoveryCode.replaceAll('-', '')]) expect(all).not.toContain(secret);
    expect(given.map(({ byteLength }) => byteLength)).toEqual([0]);
    expect([words.en.length, words.cy.length, keeper.isUnlocked]).toEqual([6, 6, true]);
  });

  it('is not stored where the passphrase beside it is weak, and is said why', async () => {
    const { keeper, sent } = page(() => STEP_UP);
    await expect(keeper.makeKey(ME, 'two words')).rejects.toMatchObject({ code: 'weak-secret' });
    expect(sent.some(({ path }) => path === '/v1/locked-keys/mine')).toBe(false);
  });
});

describe('the directory', () => {
  it('is worked with for a while, and looked at anew before the next sealing once the hub knows other readers', async () => {
    const read: string[] = [];
    const hub = new Hub(async (path) => { read.push(typeof path === 'string' ? path : ''); return new Response('[]'); }, (length) => random.bytes(length));
    const told = { ok: true, marks: {}, agencies: [], colleagues: [], delegates: [], keyLog: { from: 0, lacks: false } };
    const keeper = new Keeper({ hub, secrets: { ask: async () => told } as unknown as Secrets, authenticators: {} as Authenticators, storage: { getItem: () => null, setItem: () => undefined }, now: () => AT, random: (length) => random.bytes(length), pin: async () => 'A'.repeat(40), signInAgain: async () => undefined });
    keeper.outdated();
    for (let i = 0; i < 2; i += 1) await keeper.trust(ME.agency, ['csc-north']);
    const lists = (): number => read.filter((path) => path.startsWith('/v1/agencies/csc-north/rosters')).length;
    expect(lists()).toBe(1);
    keeper.outdated();
    for (let i = 0; i < 2; i += 1) await keeper.trust(ME.agency, ['csc-north']);
    expect(lists()).toBe(2);
  });
});

describe('opening', () => {
  const wanted: Wanted = { envelope: 'e', expected: { type: 'request', from: 'csc-north', check: 'c', request: 'r', inReplyTo: null } };

  it('asks for nothing to be handed over until the key is unlocked and the directory holds', async () => {
    const { keeper, sent } = page((_, path) => (path === '/v1/step-ups' ? STEP_UP : path === '/v1/locked-keys/mine' ? problem(404, 'not-found') : {}));
    await expect(keeper.openAll(ME, [wanted])).rejects.toMatchObject({ code: 'no-key' });
    expect(JSON.parse(sent[0]!.body)).toEqual({ action: 'open-content', objects: ['e'] });
    expect(sent.some(({ path }) => path.includes('hand-over'))).toBe(false);
  });

  it('says what the hub refused by its code, and all that it said with it', async () => {
    const { keeper } = page(() => problem(403, 'role-not-allowed'));
    await expect(keeper.openAll(ME, [wanted])).rejects.toMatchObject({ status: 403, code: 'role-not-allowed', problem: { code: 'role-not-allowed' } });
  });
});

describe('what unlocking will take', () => {
  const away = (_: string, path: string): unknown => (path === '/v1/passkeys' ? [{ credential: b64(CREDENTIAL), disabledAt: null }] : problem(404, 'not-found'));

  it('is asked for while its page is read, and not once more by the press', async () => {
    const { keeper, sent } = page(away);
    keeper.fetchAhead(ME);
    keeper.fetchAhead(ME);
    const paths = sent.map(({ path }) => path).toSorted();
    expect(paths).toEqual(['/v1/agencies/school-north/rosters?from=1', '/v1/key-log/entries?from=0', '/v1/locked-keys/mine', '/v1/partnership', '/v1/passkeys', '/v1/team-key-copies/mine']);
    const unlock = (): Promise<unknown> => keeper.unlockBySecret(ME, { kind: 'passphrase', passphrase: 'five words that are long' });
    await expect(unlock()).rejects.toMatchObject({ code: 'no-key' });
    expect(sent).toHaveLength(paths.length);
    await expect(unlock()).rejects.toMatchObject({ code: 'no-key' });
    expect(sent.slice(paths.length).map(({ path }) => path)).toEqual(['/v1/locked-keys/mine']);
  });

  it('comes before a gesture that changes the session’s token', async () => {
    const { keeper, sent } = page((_, path) => (path === '/v1/step-ups' ? STEP_UP : path.startsWith('/v1/step-ups/') ? {} : path.startsWith('/v1/agencies') && path.endsWith('from=1') ? Array.from({ length: MOST_ROSTERS_AT_ONCE }, (_each, at) => ({ document: { version: at + 1 } })) : path.startsWith('/v1/agencies') ? [] : problem(404, 'not-found')));
    keeper.fetchAhead(ME);
    await expect(keeper.unlockByPasskey(ME, Promise.resolve(['e']))).rejects.toMatchObject({ code: 'no-key' });
    const paths = sent.map(({ path }) => path);
    expect(paths.indexOf('/v1/step-ups')).toBeGreaterThan(paths.indexOf('/v1/agencies/school-north/rosters?from=101'));
    expect(paths.indexOf('/v1/agencies/school-north/rosters?from=101')).toBeGreaterThan(0);
  });

  it('is judged by the worker as far as that takes no key', async () => {
    const { keeper, workers, asked } = page((_, path) => (path === '/v1/partnership' ? { document: {}, signatures: [] } : path.startsWith('/v1/agencies') ? [] : away(_, path)));
    keeper.fetchAhead(ME);
    keeper.fetchAhead(ME);
    await expect.poll(asked).toEqual(['verify-directory']);
    expect([workers(), keeper.isUnlocked, keeper.known]).toEqual([1, false, { agencies: [], colleagues: [] }]);
  });

  it('of somebody who came in by a code is no list that they may not see', () => {
    const { keeper, sent } = page(away);
    keeper.fetchAhead({ ...ME, session: { ...ME.session, kind: 'one-time-code' } });
    expect(sent.map(({ path }) => path)).not.toContain('/v1/passkeys');
  });
});
