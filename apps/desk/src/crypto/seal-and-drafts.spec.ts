import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uuid7 } from '@lateral/domain';
import { SystemRandom } from '@lateral/platform';
import { loadClientByRole, provisionPartnership, type Provisioned } from '@lateral/provision';
import { NARRATIVE, REQUEST_BODY } from '@lateral/testing/envelope';
import { SIGNATURE_TYPES, ed25519Signer, formatVerifierKey } from '@lateral/tlog';
import type { HandOverReply, MemberRole, SealedEnvelope } from '@lateral/contracts';
import type { CodedDraft, Letter, Told } from './protocol.js';
import { codedQuestion, unlockedVault } from '../../../../test/world/unlocked-vault.js';
import type { Vault } from './vault.js';

const random = new SystemRandom();
const AT = new Date('2026-11-22T09:00:00.000Z');
const plan = (id: string) => ({ id, type: 'SCHOOL' as const, nation: 'E' as const, name: { en: id, cy: id }, publicAuthority: true, mailbox: `${id}@mail.example.org`, language: 'en' as const });
const keyOf = (name: string): string => formatVerifierKey(ed25519Signer(name, random.bytes(32), SIGNATURE_TYPES.ed25519).key);
const newId = (): string => uuid7(AT, random.bytes(10));

let folder: string;
let made: Provisioned;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lateral-desk-'));
  made = await provisionPartnership({ agencies: [plan('school-north'), plan('csc-north')], at: new Date(AT.getTime() - 60_000), mode: 'test', logVerifierKey: keyOf('lateral.example/ledger'), keyLogVerifierKey: keyOf('lateral.example/keys'), folder });
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const vaultOf = (agency: string, role: MemberRole): Promise<Vault> => unlockedVault({ made, folder }, { agency, role, at: AT });
const record = codedQuestion('csc-north');
const letter = (change: Partial<Letter> = {}): Letter => ({ type: 'request', message: newId(), check: newId(), request: newId(), to: 'school-north', inReplyTo: null, corrects: null, body: REQUEST_BODY, narrative: NARRATIVE, record, ...change });
const handOver = (envelope: SealedEnvelope): HandOverReply => ({ envelope, receipts: { share: null } }) as unknown as HandOverReply;
const sealedBy = async (vault: Vault, written: Letter): Promise<SealedEnvelope> => ((await vault.carryOut('seal-message', { letter: written })) as Extract<Told<'seal-message'>, { ok: true }>).envelope;

describe('a message', () => {
  it('sealed by one desk is opened by the other, and by the sender\'s own team, as what it was sealed as', async () => {
    const [asking, answering, colleague] = await Promise.all([vaultOf('csc-north', 'practitioner'), vaultOf('school-north', 'responder'), vaultOf('csc-north', 'team_manager')]);
    const written = letter();
    const envelope = await sealedBy(asking, written);
    const expected = { type: 'request' as const, from: 'csc-north', check: written.check, request: written.request, message: written.message, inReplyTo: null };
    for (const vault of [answering, colleague]) expect(await vault.carryOut('open-message', { handOver: handOver(envelope), expected })).toMatchObject({ ok: true, body: REQUEST_BODY, narrative: NARRATIVE, mismatched: [], digest: envelope.header.content.digest });
    expect(await answering.carryOut('open-message', { handOver: handOver(envelope), expected: { ...expected, request: newId() } })).toMatchObject({ ok: false, step: 8 });
    expect(JSON.stringify(envelope)).not.toContain('Siân');
  });

  it('is sealed for nobody whom the root does not vouch for, by nobody whose key is locked', async () => {
    const asking = await vaultOf('csc-north', 'practitioner');
    expect(await asking.carryOut('seal-message', { letter: letter({ to: 'housing-north' }) })).toEqual({ ok: false, code: 'no-reader', of: 'housing-north' });
    expect(await asking.carryOut('seal-message', { letter: letter({ body: { ...REQUEST_BODY, referralReason: 'x'.repeat(50_000), serviceHistory: 'y'.repeat(50_000) } as Letter['body'] }) })).toMatchObject({ ok: true });
    await asking.carryOut('forget', null);
    expect(await asking.carryOut('seal-message', { letter: letter() })).toEqual({ ok: false, code: 'locked' });
  });

  it('attests of its words what they are, whatever the page says', async () => {
    const asking = await vaultOf('csc-north', 'practitioner');
    const envelope = await sealedBy(asking, letter({ record: { ...record, words: [{ field: 'necessity', present: true, length: '1000_and_over', linter: [] }] } as CodedDraft }));
    expect(envelope.justification.words.find(({ field }) => field === 'necessity')?.length).not.toBe('1000_and_over');
  });
});

describe('a draft', () => {
  const value = { why: 'Siân said it.', focus: 'why' };

  it('for oneself is opened by its writer alone, under its own name alone', async () => {
    const [writer, colleague] = await Promise.all([vaultOf('csc-north', 'practitioner'), vaultOf('csc-north', 'team_manager')]);
    const draft = newId();
    const { sealed } = (await writer.carryOut('seal-draft', { draft, kind: 'check', value, readers: 'self' })) as { sealed: string };
    expect(await writer.carryOut('open-draft', { draft, kind: 'check', sealed })).toMatchObject({ ok: true, value });
    expect(await writer.carryOut('open-draft', { draft: newId(), kind: 'check', sealed })).toEqual({ ok: false, code: 'other-draft' });
    expect(await writer.carryOut('open-draft', { draft, kind: 'answer', sealed })).toEqual({ ok: false, code: 'other-draft' });
    expect(await colleague.carryOut('open-draft', { draft, kind: 'check', sealed })).toEqual({ ok: false, code: 'unreadable' });
  });

  it('for the team is opened by a colleague, who is told whose it is, and by no other agency', async () => {
    const [writer, colleague, other] = await Promise.all([vaultOf('csc-north', 'practitioner'), vaultOf('csc-north', 'team_manager'), vaultOf('school-north', 'responder')]);
    const draft = newId();
    const { sealed } = (await writer.carryOut('seal-draft', { draft, kind: 'answer', value, readers: 'team' })) as { sealed: string };
    const { member } = await loadClientByRole(folder, 'csc-north', 'practitioner');
    expect(await colleague.carryOut('open-draft', { draft, kind: 'answer', sealed })).toEqual({ ok: true, value, by: member });
    expect(await other.carryOut('open-draft', { draft, kind: 'answer', sealed })).toEqual({ ok: false, code: 'unreadable' });
    // A hub that puts it among the colleague's own drafts has put nothing there.
    expect(await colleague.carryOut('open-drafts', { kind: 'answer', drafts: [{ draft, sealed }, { draft: newId(), sealed }, { draft, sealed: 'AAAA' }] })).toEqual([{ ok: true, value, by: member }, { ok: false, code: 'other-draft' }, { ok: false, code: 'unreadable' }]);
    expect(await colleague.carryOut('open-draft', { draft, kind: 'answer', sealed, own: true })).toEqual({ ok: false, code: 'unreadable' });
  });

  it('is as long as its bucket, whatever is in it', async () => {
    const writer = await vaultOf('csc-north', 'practitioner');
    const lengths = await Promise.all(['?', 'A longer one.', 'Ŵ'.repeat(700)].map(async (why) => ((await writer.carryOut('seal-draft', { draft: newId(), kind: 'check', value: { why }, readers: 'self' })) as { sealed: string }).sealed.length));
    expect(new Set(lengths).size).toBe(1);
  });
});

describe('a file', () => {
  it('comes back as it was, or not at all', async () => {
    const vault = await vaultOf('school-north', 'responder');
    const bytes = Uint8Array.from({ length: 70_000 }, (_, i) => i % 251);
    const told = (await vault.carryOut('seal-attachment', { id: newId(), name: 'map.png', mime: 'image/png', bytes })) as Extract<Told<'seal-attachment'>, { ok: true }>;
    const opened = (await vault.carryOut('open-attachment', { ciphertext: told.ciphertext, key: told.key })) as Extract<Told<'open-attachment'>, { ok: true }>;
    expect(Buffer.from(opened.bytes).equals(Buffer.from(bytes))).toBe(true);
    expect(await vault.carryOut('open-attachment', { ciphertext: told.ciphertext.slice(0, -20), key: told.key })).toMatchObject({ ok: false });
  });
});
