// A hub and two custodians of one agency show one asker another list of its people, rightly signed, so as to read what is sealed for it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { digestOf, keyFactLeaf, utf8, type KeyFact, type LockedKey, type MeReply, type Roster, type SignedDocument } from '@lateral/contracts';
import { cosignRoster, lockPersonalKey, makePersonalKey, newRecoveryCode, nextRoster, verifyPartnership, verifyRosterChain, type Joining } from '@lateral/envelope/keys';
import { SystemRandom } from '@lateral/platform';
import { loadClient, loadClientByRole, provisionPartnership, type Provisioned } from '@lateral/provision';
import { NARRATIVE, REQUEST_BODY } from '@lateral/testing/envelope';
import { sampleStack } from '@lateral/testing/fakes';
import { Frontier, SIGNATURE_TYPES, ed25519Signer, formatVerifierKey, leafHash, signCheckpoint } from '@lateral/tlog';
import type { Letter, ToWorker } from '../../apps/desk/src/crypto/protocol.js';
import { Secrets, type WorkerLike } from '../../apps/desk/src/crypto/secrets.js';
import { Vault } from '../../apps/desk/src/crypto/vault.js';
import { Hub } from '../../apps/desk/src/hub/hub.js';
import { Keeper } from '../../apps/desk/src/keeper/keeper.js';
import type { Member } from '../../apps/desk/src/keeper/keeper-deps.js';

const [ASKING, ASKED] = ['csc-north', 'school-north'];
const AT = new Date('2026-11-22T09:00:00.000Z');
const SIGNED_AT = new Date(AT.getTime() + 3_600_000);
const HOUR = 3_600_000;
const random = new SystemRandom();
const log = ed25519Signer('lateral.example/keys', random.bytes(32), SIGNATURE_TYPES.ed25519);
const plan = (id: string) => ({ id, type: 'SCHOOL' as const, nation: 'E' as const, name: { en: id, cy: id }, publicAuthority: true, mailbox: `${id}@mail.example.org`, language: 'en' as const });
type Signed = SignedDocument<Roster>;

let folder: string;
let made: Provisioned;
let me: Member;
let locked: LockedKey;
const recoveryCode = newRecoveryCode(random);
/** What everybody else is shown after the first list, and what this one asker is: a data protection officer more, who opens narratives. */
let [real, forked]: Signed[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lateral-forked-'));
  const logVerifierKey = formatVerifierKey(ed25519Signer('lateral.example/ledger', random.bytes(32), SIGNATURE_TYPES.ed25519).key);
  made = await provisionPartnership({ agencies: [plan(ASKING), plan(ASKED)], at: AT, mode: 'test', logVerifierKey, keyLogVerifierKey: formatVerifierKey(log.key), folder });
  const { agency, member, personal } = await loadClientByRole(folder, ASKING, 'practitioner');
  me = { agency, member, roles: ['practitioner'], session: { id: 's-1', kind: 'person' } } as unknown as MeReply as Member;
  ({ locked } = await lockPersonalKey({ agency, member, key: personal, secrets: [{ kind: 'passkey', credential: 'AAAAAAAAAAAAAAAAAAAAAA', prf: random.bytes(32) }, { kind: 'recovery-code', code: recoveryCode }], random }));
  const ghost = await makePersonalKey({ agency: ASKED, member: 'u-ffffffffffffffff', at: AT });
  [real, forked] = [await signedByTwo({}), await signedByTwo({ join: [{ member: 'u-ffffffffffffffff', roles: ['data_protection_officer'], key: ghost.toPublic(), signIn: null }] })];
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const first = (agency: string): Signed => made.registration.rosters.find(({ document }) => document.agency === agency)!;
const fact = ({ document }: Signed): KeyFact => ({ v: 1, kind: 'roster', of: document.agency, version: document.version, digest: digestOf('roster', document) });

/** As any list comes about: one custodian proposes it, the other signs. */
async function signedByTwo({ join = [] }: { join?: readonly Joining[] }): Promise<Signed> {
  const file = await verifyPartnership(made.registration.partnership, { rootFingerprint: made.rootFingerprint, now: AT });
  if (!file.ok) throw new Error(file.code);
  const agency = file.partnership.agencies.get(ASKED)!;
  const chain = await verifyRosterChain([first(ASKED)], agency);
  if (!chain.ok) throw new Error(chain.code);
  const names = made.members.filter((each) => each.agency === ASKED && each.roles.includes('custodian'));
  const [one, other] = await Promise.all(names.slice(0, 2).map(({ member }) => loadClient(folder, ASKED, member)));
  const { proposal } = await nextRoster(chain.newest, { join, delegates: join.length === 0 ? [{ agency: ASKING, hours: [{ day: 1, from: '00:00', to: '01:00' }], from: AT.toISOString(), until: null }] : [] }, { agencyKey: one!.primary!, custodianKey: one!.personal, at: SIGNED_AT });
  const signed = await cosignRoster(proposal, { agency, before: chain.newest, custodianKey: other!.personal, at: SIGNED_AT, deleting: [] });
  if (!signed.ok) throw new Error(signed.code);
  return { ...proposal.roster, signatures: [...proposal.roster.signatures, signed.signature] };
}

/** What a hub gives out, and everything that is sent to it. */
class EvilHub {
  readonly writes: string[] = [];
  readonly reads: string[] = [];
  asked: Signed[] = [first(ASKED)];
  logged: KeyFact[] = [fact(first(ASKING)), fact(first(ASKED))];
  isLogAway = false;

  readonly fetch: typeof fetch = async (input, init) => {
    const path = typeof input === 'string' ? input : '';
    const method = init?.method ?? 'GET';
    (method === 'GET' ? this.reads : this.writes).push(path);
    const answer = method === 'GET' ? await this.answer(path) : undefined;
    return answer === undefined ? new Response(JSON.stringify({ code: 'unavailable' }), { status: 503 }) : new Response(JSON.stringify(answer));
  };

  private async answer(path: string): Promise<unknown> {
    const from = Number(/from=(\d+)/u.exec(path)?.[1] ?? 0);
    if (path === '/v1/partnership') return made.registration.partnership;
    if (path === '/v1/locked-keys/mine') return locked;
    if (path === '/v1/team-key-copies/mine') return made.registration.copies.filter(({ agency, member }) => agency === me.agency && member === me.member);
    if (path.startsWith(`/v1/agencies/${ASKED}/`)) return this.asked.slice(from - 1);
    if (path.startsWith(`/v1/agencies/${ASKING}/`)) return [first(ASKING)].slice(from - 1);
    return path.startsWith('/v1/key-log/') && !this.isLogAway ? { from, facts: this.logged.slice(from), checkpoint: await this.head() } : undefined;
  }

  private head(): Promise<string> {
    const tree = new Frontier();
    for (const each of this.logged) tree.append(leafHash(utf8(keyFactLeaf(each))));
    return signCheckpoint({ origin: 'lateral.example/keys', size: this.logged.length, root: tree.root() }, log);
  }
}

/** A desk in front of that hub, unlocked, `hours` after the lists were signed. */
async function desk(evil: EvilHub, hours: number): Promise<{ ask: (urgency: string) => Promise<unknown> }> {
  const now = (): Date => new Date(SIGNED_AT.getTime() + hours * HOUR);
  let marks: string | null = null;
  const keeper = new Keeper({
    hub: new Hub(evil.fetch, (length) => random.bytes(length)), secrets: new Secrets(() => workerHere(now), () => undefined), authenticators: {} as CredentialsContainer,
    storage: { getItem: () => marks, setItem: (_: string, text: string) => { marks = text; } }, now, random: (length) => random.bytes(length), pin: async () => made.rootFingerprint,
    signInAgain: async () => undefined,
  });
  await keeper.unlockBySecret(me, { kind: 'recovery-code', code: recoveryCode });
  return { ask: (urgency) => keeper.seal(me, [letter(urgency)]).then((sealed) => sealed.length, (error: unknown) => ({ ...(error as object) })) };
}

function workerHere(now: () => Date): WorkerLike {
  const vault = new Vault({ now, random, onLocked: () => undefined });
  const worker: WorkerLike = {
    onmessage: null,
    onerror: null,
    postMessage: (message) => {
      const { id, kind, given } = structuredClone(message) as ToWorker;
      void vault.carryOut(kind, given).then((told) => worker.onmessage?.({ data: { id, told } }), () => worker.onmessage?.({ data: { id, fault: true } }));
    },
    terminate: () => undefined,
  };
  return worker;
}

const id = (n: number): string => `01900000-0000-7000-8000-00000000000${n}`;
const letter = (urgency: string): Letter => ({
  type: 'request', message: id(1), check: id(2), request: id(3), to: ASKED, inReplyTo: null, corrects: null, body: REQUEST_BODY, narrative: NARRATIVE,
  record: {
    direction: 'asking', agency: ASKING, purpose: 's47_enquiry', urgency, threshold: 's47', subjectKind: 'child', strategyDiscussionAt: null, subjects: [{ subject: 'p1', role: 'child' }], categories: ['edu.attendance'],
    window: null, specialCategory: false, criminalOffence: false, stack: sampleStack(), lessIntrusive: null, consent: null, thirdParties: [], response: null, acknowledgements: [], override: null,
  } as Letter['record'],
});
const CONTRADICTED = expect.objectContaining({ code: 'key-log-contradicts', of: ASKED }) as unknown;
const LATE = expect.objectContaining({ code: 'key-log-late-there', of: ASKED }) as unknown;

it('and the true list is sealed for: what a desk lacks of the log it asks for once, from where it left off', async () => {
  const hub = new EvilHub();
  const { ask } = await desk(hub, 1);
  expect(hub.reads.filter((path) => path.includes('key-log'))).toEqual(['/v1/key-log/entries?from=0']);
  hub.asked = [first(ASKED), real!];
  hub.logged.push(fact(real!));
  expect(await ask('amber')).toBe(1);
  expect(await ask('amber')).toBe(1);
  expect(hub.reads.filter((path) => path.includes('key-log')).slice(1)).toEqual(['/v1/key-log/entries?from=2']);
});

it('attack: a list beside the true one that is in the log: nothing is sealed for those people, not even what is red', async () => {
  for (const isKnownAtUnlock of [true, false]) {
    const hub = new EvilHub();
    hub.asked = [first(ASKED), forked!];
    if (isKnownAtUnlock) hub.logged.push(fact(real!));
    const { ask } = await desk(hub, 1);
    if (!isKnownAtUnlock) hub.logged.push(fact(real!));
    expect([await ask('amber'), await ask('red')]).toEqual([CONTRADICTED, CONTRADICTED]);
    expect(hub.writes).toEqual([]);
  }
});

it('attack: a list that is kept out of the log: it is believed for a day, and then for what is red alone, though the log be said to be away', async () => {
  for (const isLogAway of [false, true]) {
    const hub = new EvilHub();
    hub.asked = [first(ASKED), forked!];
    const { ask } = await desk(hub, 24.1);
    hub.isLogAway = isLogAway;
    expect([await ask('amber'), await ask('red')]).toEqual([LATE, 1]);
    expect(hub.writes).toEqual([]);
  }
});

it('attack: both lists in one log, or a log made anew for one asker', async () => {
  const hub = new EvilHub();
  hub.asked = [first(ASKED), forked!];
  hub.logged.push(fact(real!), fact(forked!));
  expect(await (await desk(hub, 1)).ask('red')).toEqual(CONTRADICTED);
  const other = new EvilHub();
  const { ask } = await desk(other, 1);
  other.asked = [first(ASKED), forked!];
  // The same size as far as was seen, and not the same leaves.
  other.logged = [{ ...fact(first(ASKING)), of: 'somebody-else' }, fact(first(ASKED)), fact(forked!)];
  expect([await ask('amber'), await ask('red')]).toEqual([expect.objectContaining({ code: 'other-tree' }), expect.objectContaining({ code: 'other-tree' })]);
  expect([...hub.writes, ...other.writes]).toEqual([]);
});

it('attack: the newest list, in which somebody was taken out, kept back from one asker', async () => {
  const hub = new EvilHub();
  hub.logged.push(fact(real!));
  const { ask } = await desk(hub, 1);
  expect([await ask('amber'), await ask('red'), hub.writes]).toEqual([CONTRADICTED, CONTRADICTED, []]);
});
