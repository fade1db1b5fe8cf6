import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import * as openpgp from 'openpgp';
import { utf8 } from '@lateral/contracts';
import { ToolFolder, hasTool, needs } from '@lateral/testing/envelope';
import { NOTATIONS, OPTIONS, decryptWith, encryptTo, fingerprintOf, signDetached, verifyDetached, type Notation, type PrivateKey } from './openpgp.js';

// An agency that wants to be able to read with stock tools takes a team key without the AEAD flag: what is sealed for it is then in the older
// container, which they know. Times are in the past of any machine this runs on, and the keys have no end.
const MADE = new Date('2025-01-01T00:00:00.000Z');
const AT = new Date('2025-02-01T00:00:00.000Z');
const EVER = new Date('2100-01-01T00:00:00.000Z');
const NOTATION: Notation = { name: NOTATIONS.context, value: 'Zm9yLWludGVyb3A' };
const TEXT = utf8('Line one\nLine two\r\nŵŷ \u{1f600} trailing space \n\n');
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function keyFor(name: string): Promise<PrivateKey> {
  const { privateKey } = await openpgp.generateKey({ type: 'ecc', curve: 'curve25519Legacy', userIDs: [{ name }], date: MADE, format: 'object', config: { ...OPTIONS, aeadProtect: false } });
  return privateKey;
}

let team: PrivateKey;
let member: PrivateKey;
let folder: ToolFolder;
const reader = () => [{ key: team.toPublic(), epoch: fingerprintOf(team.subkeys[0]!) }];
beforeAll(async () => { [team, member] = [await keyFor('team'), await keyFor('member')]; });
beforeEach(() => { folder = new ToolFolder(); });
afterEach(() => folder.remove());

(hasTool('gpg') ? describe : describe.skip)(`a team key without AEAD and stock gpg${needs('gpg')}`, () => {
  it('opens there, byte for byte, what was sealed here; and is good once gpg is told our notation', async () => {
    folder.gpg('--import', folder.file('team.key', team.write()));
    folder.gpg('--import', folder.file('member.pub', member.toPublic().write()));
    folder.file('sealed', await encryptTo(TEXT, reader(), member, NOTATION, AT));
    const { said } = folder.gpg('--known-notation', NOTATIONS.context, '--output', 'opened', '--decrypt', 'sealed');
    expect(said).toMatch(/GOODSIG/);
    expect(sha256(folder.read('opened'))).toBe(sha256(TEXT));
  });

  it('opens here, byte for byte, what was sealed there with the notation', async () => {
    folder.gpg('--import', folder.file('member.key', member.write()));
    folder.gpg('--import', folder.file('team.pub', team.toPublic().write()));
    folder.file('text', TEXT);
    const by = fingerprintOf(member);
    folder.gpg('--local-user', by, '--recipient', fingerprintOf(team), '--sig-notation', `!${NOTATION.name}=${NOTATION.value}`, '--output', 'sealed', '--sign', '--encrypt', 'text');
    expect(await decryptWith(folder.read('sealed'), [team], [member.toPublic()], NOTATION, EVER)).toMatchObject({ ok: true, plaintext: TEXT, signer: by });
    expect(await decryptWith(folder.read('sealed'), [team], [member.toPublic()], { ...NOTATION, value: 'other' }, EVER)).toEqual({ ok: false, code: 'wrong-notation' });
  });

  it('signs and verifies a document in both directions', async () => {
    folder.gpg('--import', folder.file('member.key', member.write()));
    const notation: Notation = { name: NOTATIONS.header, value: 'digest' };
    folder.file('document', TEXT);
    folder.gpg('--local-user', fingerprintOf(member), '--sig-notation', `!${notation.name}=${notation.value}`, '--output', 'theirs', '--detach-sign', 'document');
    expect(await verifyDetached(TEXT, folder.read('theirs'), [member.toPublic()], notation)).toMatchObject({ ok: true });
    folder.file('ours', await signDetached(TEXT, member, notation, AT));
    expect(folder.gpg('--known-notation', notation.name, '--verify', 'ours', 'document').said).toMatch(/GOODSIG/);
  });
});

(hasTool('sq') ? describe : describe.skip)(`a team key without AEAD and stock sq${needs('sq')}`, () => {
  it('opens there, byte for byte, what was sealed here', async () => {
    folder.file('sealed', await encryptTo(TEXT, reader(), member, NOTATION, AT));
    const ran = folder.sq('decrypt', '--recipient-key', folder.file('team.key', team.write()), '--output', 'opened', 'sealed');
    expect(ran).toMatchObject({ status: 0 });
    expect(sha256(folder.read('opened'))).toBe(sha256(TEXT));
  });

  it('seals there what opens here, byte for byte; without our notation it counts for nothing', async () => {
    folder.file('text', TEXT);
    folder.sq('encrypt', '--binary', '--recipient-cert', folder.file('team.pub', team.toPublic().write()), '--signer-key', folder.file('member.key', member.write()), '--output', 'sealed', 'text');
    const sealed = folder.read('sealed');
    // Good to the library, but it cannot carry our notation and names intended recipients in a subpacket of its own: not a signature of ours.
    expect(await decryptWith(sealed, [team], [member.toPublic()], NOTATION, EVER)).toEqual({ ok: false, code: 'unusual-signature' });
    const message = await openpgp.readMessage({ binaryMessage: sealed });
    const opened = await openpgp.decrypt({ message, decryptionKeys: team, verificationKeys: member.toPublic(), expectSigned: true, format: 'binary' });
    expect(sha256(opened.data)).toBe(sha256(TEXT));
  });

  it('signs a document there that verifies here', async () => {
    folder.file('document', TEXT);
    const notation: Notation = { name: NOTATIONS.header, value: 'digest' };
    folder.sq('sign', '--binary', '--detached', '--notation', `!${notation.name}`, notation.value, '--signer-key', folder.file('member.key', member.write()), '--output', 'theirs', 'document');
    expect(await verifyDetached(TEXT, folder.read('theirs'), [member.toPublic()], notation)).toMatchObject({ ok: true });
  });
});
