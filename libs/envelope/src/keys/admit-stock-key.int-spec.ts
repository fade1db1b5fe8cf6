import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { utf8 } from '@lateral/contracts';
import { ToolFolder, hasTool, needs } from '@lateral/testing/envelope';
import { NOTATIONS, fingerprintOf, readPrivateKey, signDetached, verifyDetached, type Notation } from '../openpgp.js';
import { GPG_CONF, admitStockKey } from './admit-stock-key.js';
import { makePersonalKey } from './make-keys.js';
import { withRevocation } from './revoke-key.js';

const me = { agency: 'county-police', member: 'u-0000000a' };
const PSEUDONYM = `${me.member}@${me.agency}`;
let folder: ToolFolder;
beforeEach(() => { folder = new ToolFolder(); });
afterEach(() => folder.remove());

/** A key made by stock gpg, exported as its owner would. `more` are lines of its parameter file. */
function made(name: string, lines: string[], options: string[] = []): Uint8Array {
  folder.file('parameters', ['%no-protection', ...lines, `Name-Real: ${name}`, 'Expire-Date: 0', '%commit', ''].join('\n'));
  const ran = folder.gpg(...options, '--generate-key', 'parameters');
  if (ran.status !== 0) throw new Error(ran.said);
  folder.gpg('--output', 'exported', '--export');
  return folder.read('exported');
}
const ED25519 = ['Key-Type: EDDSA', 'Key-Curve: ed25519', 'Subkey-Type: ECDH', 'Subkey-Curve: cv25519'];
const rsa = (bits: number): string[] => ['Key-Type: RSA', `Key-Length: ${bits}`, 'Key-Usage: sign', 'Subkey-Type: RSA', `Subkey-Length: ${bits}`, 'Subkey-Usage: encrypt'];
const codeOf = async (bytes: Uint8Array, at = new Date(Date.now() + 1000)): Promise<string> => {
  const read = await admitStockKey(bytes, { ...me, at });
  return read.ok ? `admitted${read.signs ? ' to sign' : ''}` : read.code;
};

(hasTool('gpg') ? describe : describe.skip)(`somebody brings a key of their own, made by stock gpg${needs('gpg')}`, () => {
  it('which is admitted, armoured or not, and signs what we take', async () => {
    const bytes = made(PSEUDONYM, ED25519);
    folder.gpg('--armor', '--output', 'armoured', '--export');
    for (const each of [bytes, folder.read('armoured')]) expect(await codeOf(each)).toBe('admitted to sign');
    const admitted = await admitStockKey(bytes, { ...me, at: new Date(Date.now() + 1000) });
    if (!admitted.ok) throw new Error(admitted.code);
    const notation: Notation = { name: NOTATIONS.header, value: 'digest' };
    folder.file('document', 'words');
    folder.gpg('--sig-notation', `!${notation.name}=${notation.value}`, '--output', 'signed', '--detach-sign', 'document');
    expect(await verifyDetached(utf8('words'), folder.read('signed'), [admitted.key], notation)).toMatchObject({ ok: true, signer: admitted.fingerprint });
  });

  it('and reads only where it is RSA of 3,072 bits; less is refused', async () => {
    expect(await codeOf(made(PSEUDONYM, rsa(3072)))).toBe('admitted');
    folder.remove();
    folder = new ToolFolder();
    expect(await codeOf(made(PSEUDONYM, rsa(2048)))).toBe('weak-key');
  });

  it('but not one that is bound together over SHA-1', async () => {
    expect(await codeOf(made(PSEUDONYM, ED25519, ['--cert-digest-algo', 'SHA1']))).toBe('weak-signature');
  });

  it('nor one that tells a name, has no subkey to read with, or has its secret with it', async () => {
    expect(await codeOf(made('Bernadette Crowe', ED25519))).toBe('names-somebody');
    folder.gpg('--output', 'secret', '--export-secret-keys');
    expect(await codeOf(folder.read('secret'))).toBe('secret-key');
    folder.remove();
    folder = new ToolFolder();
    expect(await codeOf(made(PSEUDONYM, ED25519.slice(0, 2)))).toBe('no-encryption-subkey');
    for (const rubbish of ['', 'x', '-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nAAAA\n-----END PGP PUBLIC KEY BLOCK-----\n']) expect(await codeOf(utf8(rubbish))).toBe('unreadable');
  });

  it('nor one that has run out or was revoked', async () => {
    const bytes = made(PSEUDONYM, ED25519);
    const admitted = await admitStockKey(bytes, { ...me, at: new Date(Date.now() + 1000) });
    if (!admitted.ok) throw new Error(admitted.code);
    folder.gpg('--quick-set-expire', admitted.fingerprint, '1d');
    folder.gpg('--output', 'short', '--export');
    expect(await codeOf(folder.read('short'))).toBe('admitted to sign');
    expect(await codeOf(folder.read('short'), new Date(Date.now() + 3 * 86_400_000))).toBe('expired');
    expect(await codeOf(bytes, new Date('2020-01-01T00:00:00.000Z'))).toBe('expired');
    folder.gpg('--output', 'secret', '--export-secret-keys');
    const revoked = await withRevocation(await readPrivateKey(folder.read('secret')), { reason: 'retired', at: new Date() });
    expect(await codeOf(revoked.write())).toBe('revoked');
  });

  it('and verifies our signatures there with the lines we give, and only with them', async () => {
    const key = await makePersonalKey({ ...me, at: new Date('2025-01-01T00:00:00.000Z'), days: 20_000 });
    folder.gpg('--import', folder.file('key', key.toPublic().write()));
    folder.file('document', 'words');
    for (const name of Object.values(NOTATIONS)) {
      folder.file('ours', await signDetached(utf8('words'), key, { name, value: 'digest' }, new Date('2025-02-01T00:00:00.000Z')));
      folder.file('gpg.conf', '');
      expect(folder.gpg('--verify', 'ours', 'document').said).not.toMatch(/GOODSIG/);
      folder.file('gpg.conf', GPG_CONF);
      expect(folder.gpg('--verify', 'ours', 'document').said).toContain(`GOODSIG ${fingerprintOf(key).slice(-16)}`);
    }
  });
});
