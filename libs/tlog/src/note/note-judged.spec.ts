import { describe, expect, it } from 'vitest';
import { signCheckpoint, openCheckpoint } from './checkpoint.js';
import { ed25519Signer, verifyEd25519 } from './ed25519.js';
import { noteJudged, type VerifyLater } from './note-judged.js';
import { addSignature } from './signed-note.js';

const log = ed25519Signer('log.example', new Uint8Array(32).fill(7));
const other = ed25519Signer('log.example', new Uint8Array(32).fill(8));
const head = (size: number): { origin: string; size: number; root: Uint8Array } => ({ origin: 'log.example', size, root: new Uint8Array(32).fill(size) });
const slowly: VerifyLater = async (...given) => verifyEd25519(...given);

describe('a note that is judged beforehand', () => {
  it('opens as it does with a verifier that judges at once', async () => {
    const note = await signCheckpoint(head(1), log);
    expect(openCheckpoint(note, await noteJudged(note, log.key, slowly))).toEqual({ ok: true, checkpoint: head(1), cosignatures: [] });
  });

  it('opens no other note, nor itself with another signature', async () => {
    const note = await signCheckpoint(head(1), log);
    const judged = await noteJudged(note, log.key, slowly);
    expect(openCheckpoint(await signCheckpoint(head(2), log), judged)).toEqual({ ok: false, code: 'bad-signature' });
    const line = note.slice(note.indexOf('\n\n') + 2);
    const flipped = line.replace(/.(.{4}\n)$/u, (_, end: string) => `${line.at(-6) === 'A' ? 'B' : 'A'}${end}`);
    expect(openCheckpoint(note.replace(line, flipped), judged)).toEqual({ ok: false, code: 'bad-signature' });
  });

  it('opens nothing where the signature is not good, is twice there, or is another key’s', async () => {
    const note = await signCheckpoint(head(1), log);
    const no: VerifyLater = async () => false;
    expect(openCheckpoint(note, await noteJudged(note, log.key, no))).toEqual({ ok: false, code: 'bad-signature' });
    const twice = note + note.slice(note.indexOf('\n\n') + 2);
    expect(openCheckpoint(twice, await noteJudged(twice, log.key, slowly))).toEqual({ ok: false, code: 'repeated-signature' });
    const theirs = await signCheckpoint(head(1), other);
    expect(openCheckpoint(theirs, await noteJudged(theirs, log.key, slowly))).toEqual({ ok: false, code: 'unknown-key' });
    const both = addSignature(theirs, note.slice(note.indexOf('\n\n') + 2))!;
    expect(openCheckpoint(both, await noteJudged(both, log.key, slowly))).toMatchObject({ ok: true });
  });

  it('says no of what is no note', async () => {
    const judged = await noteJudged('nothing', log.key, slowly);
    expect([judged.verify(new Uint8Array(), new Uint8Array()), openCheckpoint('nothing', judged)]).toEqual([false, { ok: false, code: 'malformed' }]);
  });
});
