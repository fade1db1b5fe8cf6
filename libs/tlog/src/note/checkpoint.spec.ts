import { describe, expect, it } from 'vitest';
import { Frontier } from '../merkle/frontier.js';
import { EMPTY_ROOT, leafHash } from '../merkle/hashes.js';
import { inclusionPath } from '../merkle/paths.js';
import { toBase64 } from './base64.js';
import { formatCheckpoint, openCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint.js';
import { ed25519Signer, noteVerifier } from './ed25519.js';
import { addSignature, parseNote, signNote } from './signed-note.js';
import { formatTlogProof, parseTlogProof, verifyTlogProof } from './tlog-proof.js';
import { SIGNATURE_TYPES } from './verifier-key.js';
import { cosign } from './witness.js';

const log = ed25519Signer('lateral.example/partnership/shares', new Uint8Array(32).fill(1));
const witness = ed25519Signer('witness.example/w1', new Uint8Array(32).fill(2), SIGNATURE_TYPES.cosignature);
const stranger = ed25519Signer('witness.example/w9', new Uint8Array(32).fill(9), SIGNATURE_TYPES.cosignature);
const logVerifier = noteVerifier(log.key);
const witnessVerifier = noteVerifier(witness.key);
const root = leafHash(Uint8Array.of(5));
const head = { origin: log.name, size: 7, root };
const TIME = 1_795_000_000;

describe('a checkpoint', () => {
  it('reads back as it was written, and tolerates extension lines', () => {
    const text = formatCheckpoint(head);
    expect(text).toBe(`lateral.example/partnership/shares\n7\n${toBase64(root)}\n`);
    expect(parseCheckpoint(text)).toEqual(head);
    expect(parseCheckpoint(`${text}something else\n`)).toEqual(head);
    expect(parseCheckpoint(formatCheckpoint({ origin: 'x', size: 0, root: EMPTY_ROOT }))?.size).toBe(0);
  });

  it('is not read where a line is missing, empty or says no size and root', () => {
    const encoded = toBase64(root);
    for (const bad of ['', 'o\n7\n', `o\n7\n${encoded}`, `\n7\n${encoded}\n`, `o\n07\n${encoded}\n`, `o\n-7\n${encoded}\n`, `o\n7.0\n${encoded}\n`, `o\n9007199254740992\n${encoded}\n`, `o\n7\n${encoded.slice(4)}\n`, `o\n7\n${encoded}\n\n`, `o\n0\n${encoded}\n`]) {
      expect(parseCheckpoint(bad)).toBeNull();
    }
    expect(() => formatCheckpoint({ origin: 'a\nb', size: 1, root })).toThrow(RangeError);
  });

  it('opens under the one log key, and under no other key, name or origin', async () => {
    const note = await signCheckpoint(head, log);
    expect(openCheckpoint(note, logVerifier)).toEqual({ ok: true, checkpoint: head, cosignatures: [] });
    expect(openCheckpoint(note, witnessVerifier)).toEqual({ ok: false, code: 'unknown-key' });
    expect(openCheckpoint(await signCheckpoint({ ...head, origin: 'another' }, log), logVerifier)).toEqual({ ok: false, code: 'wrong-origin' });
    expect(openCheckpoint(await signNote('not a checkpoint\n', [log]), logVerifier)).toEqual({ ok: false, code: 'malformed' });
    expect(openCheckpoint(note.replace('\n7\n', '\n8\n'), logVerifier)).toEqual({ ok: false, code: 'bad-signature' });
  });
});

describe('a cosignature', () => {
  it('counts with its time for a witness the reader knows, and not for another', async () => {
    const note = await signCheckpoint(head, log);
    const seen = addSignature(addSignature(note, await cosign(note, witness, TIME))!, await cosign(note, stranger, TIME))!;
    expect(openCheckpoint(seen, logVerifier, [witnessVerifier])).toMatchObject({ ok: true, cosignatures: [{ name: witness.name, time: TIME }] });
    expect(openCheckpoint(seen, logVerifier)).toMatchObject({ ok: true, cosignatures: [] });
  });

  it('does not stand in for the log', async () => {
    const note = await signCheckpoint(head, log);
    const alone = parseNote(note)!.text + '\n' + (await cosign(note, witness, TIME));
    expect(openCheckpoint(alone, logVerifier, [witnessVerifier])).toEqual({ ok: false, code: 'unknown-key' });
  });

  it('falls with its time', async () => {
    const note = await signCheckpoint(head, log);
    const early = parseNote(parseNote(note)!.text + '\n' + (await cosign(note, witness, TIME)))!.signatures[0]!;
    const late = early.signature.slice();
    late[7]! ^= 1;
    expect(witnessVerifier.verify(new TextEncoder().encode(formatCheckpoint(head)), early.signature)).toBe(true);
    expect(witnessVerifier.verify(new TextEncoder().encode(formatCheckpoint(head)), late)).toBe(false);
    expect(witnessVerifier.verify(new TextEncoder().encode(formatCheckpoint(head)), early.signature.slice(1))).toBe(false);
  });

  it('is given to checkpoints only, at a time', async () => {
    await expect(cosign(await signNote('free text\n', [log]), witness, TIME)).rejects.toThrow(RangeError);
    await expect(cosign(await signCheckpoint(head, log), witness, 1.5)).rejects.toThrow(RangeError);
  });
});

describe('a tlog-proof', () => {
  const nodes = new Map<string, Uint8Array>();
  const frontier = new Frontier();
  const leaves = [0, 1, 2, 3, 4, 5, 6].map((i) => leafHash(Uint8Array.of(i)));
  for (const leaf of leaves) for (const { level, index, hash } of frontier.append(leaf)) nodes.set(`${level}/${index}`, hash);
  const path = inclusionPath(4, 7, (level, index) => nodes.get(`${level}/${index}`));
  const proof = async (index = 4) => formatTlogProof({ extra: Uint8Array.of(1, 2), index, path, checkpoint: await signCheckpoint({ ...head, root: frontier.root() }, log) });

  it('proves its leaf and no other, at its index and no other', async () => {
    expect(verifyTlogProof(await proof(), leaves[4]!, logVerifier)).toMatchObject({ ok: true, index: 4, checkpoint: { size: 7 } });
    expect(verifyTlogProof(await proof(), leaves[3]!, logVerifier)).toEqual({ ok: false, code: 'not-included' });
    expect(verifyTlogProof(await proof(5), leaves[4]!, logVerifier)).toEqual({ ok: false, code: 'not-included' });
    expect(verifyTlogProof(await proof(), leaves[4]!, witnessVerifier)).toEqual({ ok: false, code: 'unknown-key' });
  });

  it('reads back as it was written, with and without extra data and path', async () => {
    const text = await proof();
    expect(formatTlogProof(parseTlogProof(text)!)).toBe(text);
    const single = formatTlogProof({ extra: null, index: 0, path: [], checkpoint: await signCheckpoint({ ...head, size: 1, root: leaves[0]! }, log) });
    expect(parseTlogProof(single)).toMatchObject({ extra: null, index: 0, path: [] });
    expect(verifyTlogProof(single, leaves[0]!, logVerifier)).toMatchObject({ ok: true });
  });

  it('is not read where it breaks the format', async () => {
    const text = await proof();
    for (const bad of ['', text.slice(1), text.replace('index 4', 'index 04'), text.replace('index 4', 'at 4'), text.replace('extra ', 'extra !'), text.replace('\n\n', '\n'), text.replace('index 4\n', 'index 4\nAAAA\n'), text.slice(0, -1)]) {
      expect(verifyTlogProof(bad, leaves[4]!, logVerifier)).toEqual({ ok: false, code: 'malformed' });
    }
  });
});
