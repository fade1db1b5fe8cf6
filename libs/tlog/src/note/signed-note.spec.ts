import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { fromBase64, toBase64 } from './base64.js';
import { ed25519Signer, noteVerifier, noteVerifierOf, verifyEd25519 } from './ed25519.js';
import { addSignature, formatNote, MAX_NOTE_SIGNATURES, parseNote, signNote, verifyNote } from './signed-note.js';
import { formatVerifierKey, parseVerifierKey, SIGNATURE_TYPES, verifierKey } from './verifier-key.js';

const signer = ed25519Signer('log.example/a', new Uint8Array(32).fill(1));
const other = ed25519Signer('log.example/b', new Uint8Array(32).fill(2));
const verifier = noteVerifier(signer.key);

describe('a verifier key', () => {
  it('reads back as it was written', () => {
    const text = formatVerifierKey(signer.key);
    expect(parseVerifierKey(text)).toEqual(signer.key);
    expect(noteVerifierOf(text, SIGNATURE_TYPES.cosignature)).toBeNull();
  });

  it('is refused where its key id is not its own, its type is foreign, its name is none or its length is wrong', () => {
    const [name, id, material] = formatVerifierKey(signer.key).split('+', 2).concat(formatVerifierKey(signer.key).split('+').slice(2).join('+'));
    const foreignType = toBase64(Uint8Array.of(6, ...signer.key.publicKey));
    for (const bad of [`${name}+00000000+${material}`, `${name}+${id}+${foreignType}`, `+${id}+${material}`, `a b+${id}+${material}`, `${name}+${id}+AAAA`, `${name}+${id?.toUpperCase()}x+${material}`, '']) {
      expect(parseVerifierKey(bad)).toBeNull();
    }
    expect(() => verifierKey('two words', SIGNATURE_TYPES.ed25519, signer.key.publicKey)).toThrow(RangeError);
  });
});

describe('a signed note', () => {
  it('verifies under its key, with blank lines in its text, beside signatures of unknown keys', async () => {
    const note = await signNote('first\n\nthird\n', [other, signer]);
    expect(verifyNote(note, [verifier])).toMatchObject({ ok: true, text: 'first\n\nthird\n', verified: [{ name: 'log.example/a' }] });
    expect(formatNote(parseNote(note)!)).toBe(note);
  });

  it('is believed by nobody who does not know the key, not even under its name', async () => {
    const note = await signNote('text\n', [signer]);
    const namesake = noteVerifier(ed25519Signer('log.example/a', new Uint8Array(32).fill(3)).key);
    expect(verifyNote(note, [])).toEqual({ ok: false, code: 'unknown-key' });
    expect(verifyNote(note, [namesake])).toEqual({ ok: false, code: 'unknown-key' });
  });

  it('falls with any changed letter of its text and any changed bit of its signature', async () => {
    const note = await signNote('size 7\n', [signer]);
    expect(verifyNote(note.replace('7', '8'), [verifier])).toEqual({ ok: false, code: 'bad-signature' });
    const parsed = parseNote(note)!;
    for (let bit = 0; bit < 512; bit += 37) {
      const signature = parsed.signatures[0]!.signature.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
      expect(verifyNote(formatNote({ text: parsed.text, signatures: [{ ...parsed.signatures[0]!, signature }] }), [verifier])).toEqual({ ok: false, code: 'bad-signature' });
    }
  });

  it('is refused whole where one trusted signature fails or one key signs twice', async () => {
    const parsed = parseNote(await signNote('text\n', [signer, other]))!;
    const broken = formatNote({ text: parsed.text, signatures: [parsed.signatures[0]!, { ...parsed.signatures[1]!, signature: new Uint8Array(64) }] });
    expect(verifyNote(broken, [verifier, noteVerifier(other.key)])).toEqual({ ok: false, code: 'bad-signature' });
    const twice = formatNote({ text: parsed.text, signatures: [parsed.signatures[0]!, parsed.signatures[0]!] });
    expect(verifyNote(twice, [verifier])).toEqual({ ok: false, code: 'repeated-signature' });
  });

  it('is not read where it breaks the format', async () => {
    const note = await signNote('text\n', [signer]);
    const line = note.slice(note.indexOf('\u2014'));
    const bad = [
      '', 'text\n', 'text\n\n', note.slice(0, -1), note.replace('text', 'te\u0000xt'), note.replace('text', 'te\rxt'), note.replace('text', 'te\ud800xt'),
      note.replace('\u2014', '-'), note.replace('log.example/a', 'log example'), note.replace('log.example/a', 'a+b'), note.replace('log.example/a', ''),
      note.replace(/=?\n$/, '!\n'), 'text\n\n\u2014 a AAAA\n', `text\n\n${line.repeat(MAX_NOTE_SIGNATURES + 1)}`, `text\n${line}`,
    ];
    for (const text of bad) expect(verifyNote(text, [verifier])).toEqual({ ok: false, code: 'malformed' });
    expect(parseNote(`text\n\n${line.repeat(MAX_NOTE_SIGNATURES)}`)?.signatures).toHaveLength(MAX_NOTE_SIGNATURES);
  });

  it('takes a further signature once', async () => {
    const one = await signNote('text\n', [signer]);
    const line = (await signNote('text\n', [other])).split('\n')[2]!;
    const two = addSignature(one, line)!;
    expect(verifyNote(two, [verifier, noteVerifier(other.key)])).toMatchObject({ ok: true, verified: [{}, {}] });
    expect(addSignature(two, line)).toBeNull();
    expect(addSignature(one, 'no line')).toBeNull();
  });

  it('is not made of a text that does not end its line', async () => {
    await expect(signNote('text', [signer])).rejects.toThrow(RangeError);
  });
});

describe('Ed25519', () => {
  it('verifies nothing of a wrong length or off the curve, without throwing', () => {
    const message = Uint8Array.of(1);
    expect(verifyEd25519(message, new Uint8Array(63), signer.key.publicKey)).toBe(false);
    expect(verifyEd25519(message, new Uint8Array(64), new Uint8Array(31))).toBe(false);
    expect(verifyEd25519(message, new Uint8Array(64).fill(255), new Uint8Array(32).fill(255))).toBe(false);
  });
});

describe('base64', () => {
  it('reads back what it wrote, and has one spelling for one value', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(fromBase64(toBase64(bytes))).toEqual(bytes);
    }));
    for (const bad of ['A', 'AA', 'AAA', 'AB==', 'AAB=', 'AA-_', 'AA==AA==', '====', 'A===', ' AAA', 'AAAA\n']) expect(fromBase64(bad)).toBeNull();
  });
});
