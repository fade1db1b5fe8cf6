import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf, utf8, keyFactLeaf, type KeyFact } from '@lateral/contracts';
import { lockPersonalKey, newRecoveryCode, type VersionMarks } from '@lateral/envelope/keys';
import { SystemRandom } from '@lateral/platform';
import { loadClientByRole, provisionPartnership, type Client, type Provisioned } from '@lateral/provision';
import { Frontier, SIGNATURE_TYPES, ed25519Signer, formatVerifierKey, leafHash, signCheckpoint } from '@lateral/tlog';
import type { KeyLogState, Letter, Told } from './protocol.js';
import { Vault } from './vault.js';

const HOUR = 3_600_000;
const AGENCY = 'school-north';
const AT = new Date('2026-11-22T09:00:00.000Z');
const random = new SystemRandom();
const log = ed25519Signer('lateral.example/keys', random.bytes(32), SIGNATURE_TYPES.ed25519);
const plan = { id: AGENCY, type: 'SCHOOL' as const, nation: 'E' as const, name: { en: AGENCY, cy: AGENCY }, publicAuthority: true, mailbox: 'school@mail.example.org', language: 'en' as const };
const letter = (urgency: string): Letter => ({ to: 'nobody-there', record: { urgency } }) as unknown as Letter;

let folder: string;
let made: Provisioned;
let client: Client;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lateral-key-log-'));
  const logVerifierKey = formatVerifierKey(ed25519Signer('lateral.example/ledger', random.bytes(32), SIGNATURE_TYPES.ed25519).key);
  made = await provisionPartnership({ agencies: [plan], at: AT, mode: 'test', logVerifierKey, keyLogVerifierKey: formatVerifierKey(log.key), folder });
  client = await loadClientByRole(folder, AGENCY, 'responder');
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A device by the hours since the roster was signed; each check is a new sign-in at it. */
class Device {
  marks: VersionMarks | null = null;
  private hours = 0;
  private vault = this.fresh();

  /** What the key log holds; null: the hub says that it cannot be asked. */
  async check(hours: number, facts: readonly KeyFact[] | null): Promise<KeyLogState> {
    this.hours = hours;
    this.vault = this.fresh();
    const code = newRecoveryCode(random);
    const { agency, member, personal } = client;
    const { locked } = await lockPersonalKey({ agency, member, key: personal, secrets: [{ kind: 'passkey', credential: 'AAAAAAAAAAAAAAAAAAAAAA', prf: random.bytes(32) }, { kind: 'recovery-code', code }], random });
    await this.vault.carryOut('unlock', { locked, secret: { kind: 'recovery-code', code }, expected: { agency, member } });
    const shown = { own: AGENCY, partnership: made.registration.partnership, versions: null, rosters: made.registration.rosters.map((roster) => [roster]), pin: made.rootFingerprint, marks: this.marks };
    const { marks } = (await this.vault.carryOut('verify-directory', shown)) as Extract<Told<'verify-directory'>, { ok: true }>;
    const told = (await this.vault.carryOut('check-key-log', { shown: facts === null ? null : { facts: [...facts], checkpoint: await headOf(facts) }, marks })) as Extract<Told<'check-key-log'>, { ok: true }>;
    this.marks = JSON.parse(JSON.stringify(told.marks)) as VersionMarks;
    return told.state;
  }

  /** Why a letter of that urgency is not sealed; `no-reader` where it is only that there is nobody to read it. */
  async refusal(urgency: string): Promise<string> {
    return ((await this.vault.carryOut('seal-message', { letter: letter(urgency) })) as { code: string }).code;
  }

  private fresh(): Vault {
    return new Vault({ now: () => new Date(AT.getTime() + this.hours * HOUR), random, onLocked: () => undefined });
  }
}

const fact = (): KeyFact => ({ v: 1, kind: 'roster', of: AGENCY, version: 1, digest: digestOf('roster', made.registration.rosters[0]!.document) });
function headOf(facts: readonly KeyFact[]): Promise<string> {
  const tree = new Frontier();
  for (const each of facts) tree.append(leafHash(utf8(keyFactLeaf(each))));
  return signCheckpoint({ origin: 'lateral.example/keys', size: facts.length, root: tree.root() }, log);
}

describe('a roster that is not in the key log', () => {
  it('is on its way for a day after it was signed, and then sent by no more, but for what is red', async () => {
    const device = new Device();
    expect([await device.check(1, []), await device.refusal('amber')]).toEqual(['waiting', 'no-reader']);
    expect([await device.check(24, []), await device.refusal('amber')]).toEqual(['waiting', 'no-reader']);
    expect([await device.check(24.1, []), await device.refusal('amber'), await device.refusal('red')]).toEqual(['overdue', 'key-log-late', 'no-reader']);
    expect([await new Device().check(24.1, []), await device.check(25, [fact()]), await device.refusal('amber')]).toEqual(['overdue', 'exact', 'no-reader']);
  });
});

describe('a roster that was missing from the key log for too long', () => {
  it('is not on its way again because the hub says that the log cannot be asked: red alone is sent, until the log is shown to hold it', async () => {
    const device = new Device();
    expect([await device.check(25, []), device.marks!.keyLogOverdue]).toEqual(['overdue', [{ agency: AGENCY, version: 1 }]]);
    for (const hours of [26, 49, 97]) expect([await device.check(hours, null), await device.refusal('amber'), await device.refusal('red')]).toEqual(['overdue', 'key-log-late', 'no-reader']);
    expect([await device.check(98, [fact()]), device.marks!.keyLogOverdue, await device.check(99, null), await device.refusal('amber')]).toEqual(['exact', undefined, 'away', 'no-reader']);
  });

  it('does not begin the days anew for which the log was away', async () => {
    const device = new Device();
    expect([await device.check(2, null), await device.check(30, []), device.marks!.keyLogAway]).toEqual(['away', 'overdue', '2026-11-22']);
    expect([await device.check(100, null), await device.check(101, [fact()]), device.marks!.keyLogAway]).toEqual(['overdue', 'exact', undefined]);
  });
});

describe('a key log that cannot be asked', () => {
  it('is the hub’s word for three days, by the marks of the device; an answer begins them anew', async () => {
    const device = new Device();
    expect([await device.check(1, [fact()]), await device.check(100, null), await device.refusal('amber')]).toEqual(['exact', 'away', 'no-reader']);
    expect([await device.check(172, null), await device.refusal('amber')]).toEqual(['away', 'no-reader']);
    expect([await device.check(196, null), await device.refusal('amber'), await device.refusal('red')]).toEqual(['silent', 'key-log-late', 'no-reader']);
    expect([await device.check(197, [fact()]), device.marks!.keyLogAway, await device.check(198, null), await device.refusal('amber')]).toEqual(['exact', undefined, 'away', 'no-reader']);
  });
});
