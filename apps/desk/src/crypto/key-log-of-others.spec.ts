import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf, keyFactLeaf, utf8, type HandOverReply, type KeyFact, type Roster, type SealedEnvelope, type SignedDocument } from '@lateral/contracts';
import { uuid7 } from '@lateral/domain';
import { following, lockPersonalKey, newRecoveryCode, signRoster, verifyPartnership, verifyRosterChain } from '@lateral/envelope/keys';
import { SystemRandom } from '@lateral/platform';
import { loadClient, loadClientByRole, provisionPartnership, type Provisioned } from '@lateral/provision';
import { NARRATIVE, REQUEST_BODY } from '@lateral/testing/envelope';
import { sampleStack } from '@lateral/testing/fakes';
import { Frontier, SIGNATURE_TYPES, ed25519Signer, formatVerifierKey, leafHash, signCheckpoint } from '@lateral/tlog';
import type { Letter, Told } from './protocol.js';
import { Vault } from './vault.js';

const HOUR = 3_600_000;
const [OWN, ASKED] = ['csc-north', 'school-north'];
const AT = new Date('2026-11-22T09:00:00.000Z');
const random = new SystemRandom();
const log = ed25519Signer('lateral.example/keys', random.bytes(32), SIGNATURE_TYPES.ed25519);
const plan = (id: string) => ({ id, type: 'SCHOOL' as const, nation: 'E' as const, name: { en: id, cy: id }, publicAuthority: true, mailbox: `${id}@mail.example.org`, language: 'en' as const });
type Rosters = SignedDocument<Roster>[];

let folder: string;
let made: Provisioned;
/** The asked agency's second roster, and another under the same version, each signed by the same two custodians. */
let [real, forked]: Rosters = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lateral-key-log-'));
  const logVerifierKey = formatVerifierKey(ed25519Signer('lateral.example/ledger', random.bytes(32), SIGNATURE_TYPES.ed25519).key);
  made = await provisionPartnership({ agencies: [plan(OWN), plan(ASKED)], at: AT, mode: 'test', logVerifierKey, keyLogVerifierKey: formatVerifierKey(log.key), folder });
  [real, forked] = [await secondRoster([]), await secondRoster([{ agency: OWN, hours: [{ day: 1, from: '00:00', to: '01:00' }], from: AT.toISOString(), until: null }])];
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const first = (agency: string): SignedDocument<Roster> => made.registration.rosters.find(({ document }) => document.agency === agency)!;
async function secondRoster(delegates: Roster['delegates']): Promise<SignedDocument<Roster>> {
  const file = await verifyPartnership(made.registration.partnership, { rootFingerprint: made.rootFingerprint, now: AT });
  const before = file.ok ? await verifyRosterChain([first(ASKED)], file.partnership.agencies.get(ASKED)!) : file;
  if (!before.ok) throw new Error(before.code);
  const names = made.members.filter(({ agency, roles }) => agency === ASKED && roles.includes('custodian'));
  const custodians = await Promise.all(names.slice(0, 2).map(({ member }) => loadClient(folder, ASKED, member)));
  const document = { ...first(ASKED).document, ...following(first(ASKED).document), delegates, issued: new Date(AT.getTime() + 48 * HOUR).toISOString() };
  return signRoster(document, { agencyKey: custodians[0]!.primary!, custodians: custodians.map(({ personal }) => personal), before: before.newest });
}

const fact = ({ document }: SignedDocument<Roster>): KeyFact => ({ v: 1, kind: 'roster', of: document.agency, version: document.version, digest: digestOf('roster', document) });
async function headOf(facts: readonly KeyFact[]): Promise<string> {
  const tree = new Frontier();
  for (const each of facts) tree.append(leafHash(utf8(keyFactLeaf(each))));
  return signCheckpoint({ origin: 'lateral.example/keys', size: facts.length, root: tree.root() }, log);
}
const letter = (urgency: string): Letter => ({
  type: 'request', message: uuid7(AT, random.bytes(10)), check: uuid7(AT, random.bytes(10)), request: uuid7(AT, random.bytes(10)), to: ASKED, inReplyTo: null, corrects: null, body: REQUEST_BODY, narrative: NARRATIVE,
  record: {
    direction: 'asking', agency: OWN, purpose: 's47_enquiry', urgency, threshold: 's47', subjectKind: 'child', strategyDiscussionAt: null, subjects: [{ subject: 'p1', role: 'child' }], categories: ['edu.attendance'],
    window: null, specialCategory: false, criminalOffence: false, stack: sampleStack(), lessIntrusive: null, consent: null, thirdParties: [], response: null, acknowledgements: [], override: null,
  } as Letter['record'],
});

/** Somebody of the asking agency, unlocked, `hours` after the partnership began. */
class Desk {
  private marks: Extract<Told<'verify-directory'>, { ok: true }>['marks'] | null = null;
  private constructor(private readonly vault: Vault) {}

  static async of(agency: string, hours: number): Promise<Desk> {
    const { member, personal } = await loadClientByRole(folder, agency, agency === OWN ? 'practitioner' : 'responder');
    const code = newRecoveryCode(random);
    const { locked } = await lockPersonalKey({ agency, member, key: personal, secrets: [{ kind: 'passkey', credential: 'AAAAAAAAAAAAAAAAAAAAAA', prf: random.bytes(32) }, { kind: 'recovery-code', code }], random });
    const vault = new Vault({ now: () => new Date(AT.getTime() + hours * HOUR), random, onLocked: () => undefined });
    await vault.carryOut('unlock', { locked, secret: { kind: 'recovery-code', code }, expected: { agency, member } });
    return new Desk(vault);
  }

  /** What the hub shows of the asked agency: where the key log is to be asked from, if it lacks some of it. */
  async trust(own: string, asked: Rosters): Promise<number | null> {
    const other = own === OWN ? ASKED : OWN;
    const shown = { own, partnership: made.registration.partnership, versions: null, rosters: [own === ASKED ? asked : [first(own)], other === ASKED ? asked : [first(other)]], pin: made.rootFingerprint, marks: this.marks };
    const told = await this.vault.carryOut('verify-directory', shown);
    if (!told.ok) throw new Error(told.code);
    this.marks = told.marks;
    return told.keyLog.lacks ? told.keyLog.from : null;
  }

  async look(facts: readonly KeyFact[], from = 0): Promise<string> {
    const told = await this.vault.carryOut('check-key-log', { shown: { from, facts: facts.slice(from), checkpoint: await headOf(facts) }, marks: this.marks! });
    if (!told.ok) return told.code;
    this.marks = told.marks;
    return told.state;
  }

  seal = (urgency: string): Promise<Told<'seal-message'>> => this.vault.carryOut('seal-message', { letter: letter(urgency) });

  async open(envelope: SealedEnvelope, { check, request, message }: Pick<Letter, 'check' | 'request' | 'message'>): Promise<string> {
    const told = await this.vault.carryOut('open-message', { handOver: { envelope, receipts: { share: null } } as unknown as HandOverReply, expected: { type: 'request', from: OWN, check, request, message, inReplyTo: null } });
    return told.ok ? 'opened' : told.code;
  }
}

const both = (): KeyFact[] => [fact(first(OWN)), fact(first(ASKED))];
const LATE = { ok: false, code: 'key-log-late-there', of: ASKED };
const CONTRADICTED = { ok: false, code: 'key-log-contradicts', of: ASKED };

describe('the roster of an agency that is asked', () => {
  it('is sealed for where the key log holds it, without a second look', async () => {
    const desk = await Desk.of(OWN, 49);
    await desk.trust(OWN, [first(ASKED), real!]);
    expect(await desk.look([...both(), fact(real!)])).toBe('exact');
    expect(await desk.trust(OWN, [first(ASKED), real!])).toBeNull();
    expect(await desk.seal('amber')).toMatchObject({ ok: true });
  });

  it('may be on its way for a day after it was signed; after that only what is red goes there', async () => {
    // Nor is it on its way before it was signed, by whoever dates it ahead.
    const [early, late, ahead] = [await Desk.of(OWN, 48 + 23.9), await Desk.of(OWN, 48 + 24.1), await Desk.of(OWN, 23.9)];
    for (const desk of [early, late, ahead]) {
      await desk.trust(OWN, [first(ASKED), real!]);
      expect(await desk.look(both())).toBe('exact');
      expect(await desk.trust(OWN, [first(ASKED), real!])).toBe(2);
    }
    expect([await early.seal('amber'), await late.seal('amber'), await late.seal('red'), await ahead.seal('amber')]).toMatchObject([{ ok: true }, LATE, { ok: true }, LATE]);
    expect([await late.look([...both(), fact(real!)], 2), await late.trust(OWN, [first(ASKED), real!])]).toEqual(['exact', null]);
    expect(await late.seal('amber')).toMatchObject({ ok: true });
  });

  it('is nobody’s where the log holds another under its version: nothing is sealed for it, red or not', async () => {
    const desk = await Desk.of(OWN, 49);
    await desk.trust(OWN, [first(ASKED), forked!]);
    expect(await desk.look([...both(), fact(real!)])).toBe('exact');
    expect([await desk.seal('amber'), await desk.seal('red')]).toEqual([CONTRADICTED, CONTRADICTED]);
    const twice = await Desk.of(OWN, 49);
    await twice.trust(OWN, [first(ASKED), real!]);
    await twice.look([...both(), fact(real!), fact(forked!)]);
    expect(await twice.seal('red')).toEqual(CONTRADICTED);
  });

  it('is nobody’s where the log held a newer one before it was shown; what came in since is for the next time', async () => {
    const desk = await Desk.of(OWN, 49);
    await desk.trust(OWN, [first(ASKED)]);
    await desk.look(both());
    await desk.trust(OWN, [first(ASKED)]);
    expect([await desk.look([...both(), fact(real!)], 2), await desk.seal('amber')]).toMatchObject(['exact', { ok: true }]);
    expect([await desk.trust(OWN, [first(ASKED)]), await desk.seal('red')]).toEqual([null, CONTRADICTED]);
    expect([await desk.trust(OWN, [first(ASKED), real!]), await desk.seal('red')]).toMatchObject([null, { ok: true }]);
  });

  it('is not taken on a hub’s word that the log cannot be asked again: it is judged by what the log said before', async () => {
    const desk = await Desk.of(OWN, 48 + 24.1);
    await desk.trust(OWN, [first(ASKED)]);
    await desk.look(both());
    await desk.trust(OWN, [first(ASKED), forked!]);
    expect(await desk.seal('amber')).toEqual(LATE);
  });
});

describe('the roster of an agency that asks', () => {
  it('is believed of no signature where the log contradicts it; where it is late, opening goes on', async () => {
    const asking = await Desk.of(OWN, 49);
    await asking.trust(OWN, [first(ASKED)]);
    const sealed = (await asking.seal('amber')) as Extract<Told<'seal-message'>, { ok: true }>;
    const { check, request, message } = sealed.envelope.header.context;
    const ids = { check, request, message };
    const reading = async (facts: KeyFact[]): Promise<string> => {
      const desk = await Desk.of(ASKED, 49);
      await desk.trust(ASKED, [first(ASKED)]);
      await desk.look(facts);
      return desk.open(sealed.envelope, ids);
    };
    // No copy of the team key was taken: whoever gets as far as that was stopped by nothing before.
    expect(await reading(both())).toBe('no-key');
    expect(await reading([fact(first(ASKED))])).toBe('no-key');
    expect(await reading([fact(first(ASKED)), { ...fact(first(OWN)), digest: 'X'.repeat(43) }])).toBe('key-log-contradicts');
  });
});
