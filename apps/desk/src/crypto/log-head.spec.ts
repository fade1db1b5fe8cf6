import { afterEach, describe, expect, it, vi } from 'vitest';
import { ed25519Signer, formatVerifierKey, noteVerifier, openCheckpoint, signCheckpoint } from '@lateral/tlog';
import { headsOf, LogHeads, verifyHere } from './log-head.js';

const signer = ed25519Signer('log.example', new Uint8Array(32).fill(7));
const other = ed25519Signer('log.example', new Uint8Array(32).fill(8));
const head = (size: number, by = signer): Promise<string> => signCheckpoint({ origin: 'log.example', size, root: new Uint8Array(32).fill(size) }, by);

function counted(): { asked: () => number; heads: LogHeads } {
  let asked = 0;
  return { asked: () => asked, heads: new LogHeads(signer.key, (...given) => { asked += 1; return verifyHere(...given); }) };
}
const opens = async (heads: LogHeads, note: string): Promise<boolean> => openCheckpoint(note, await heads.of(note)).ok;

describe('heads of the log', () => {
  it('are asked about once each', async () => {
    const { asked, heads } = counted();
    expect([await opens(heads, await head(1)), await opens(heads, await head(1)), await opens(heads, await head(2)), asked()]).toEqual([true, true, true, 2]);
  });

  it('are not good for one that was: by another key, or with another text', async () => {
    const { heads } = counted();
    const good = await head(1);
    expect(await opens(heads, good)).toBe(true);
    const changed = good.replace('\n1\n', '\n2\n');
    expect([await opens(heads, changed), await opens(heads, changed), await opens(heads, await head(1, other))]).toEqual([false, false, false]);
    expect(openCheckpoint(changed, await heads.of(good)).ok).toBe(false);
  });

  it('are forgotten before there are too many of them, but not by whoever is holding one', async () => {
    const { asked, heads } = counted();
    const first = await heads.of(await head(65));
    for (let size = 1; size <= 64; size += 1) expect(await opens(heads, await head(size))).toBe(true);
    expect(openCheckpoint(await head(65), first).ok).toBe(true);
    expect([await opens(heads, await head(65)), asked()]).toEqual([true, 66]);
  });

  it('that could not be judged are asked about again', async () => {
    let isThere = false;
    const heads = new LogHeads(signer.key, async (...given) => {
      if (!isThere) throw new Error('its code did not come');
      return verifyHere(...given);
    });
    await expect(heads.of(await head(1))).rejects.toThrow('did not come');
    isThere = true;
    expect(await opens(heads, await head(1))).toBe(true);
  });

  it('belong to one key: another log has none of them', () => {
    const vkey = formatVerifierKey(signer.key);
    expect(headsOf(vkey)).toBe(headsOf(vkey));
    expect(headsOf(formatVerifierKey(other.key))).not.toBe(headsOf(vkey));
    expect([headsOf(''), headsOf('no key')]).toEqual([null, null]);
  });
});

describe('this browser’s Ed25519', () => {
  afterEach(() => { vi.restoreAllMocks(); });
  const text = new TextEncoder().encode('log.example\n1\n');
  const judged = async (): Promise<boolean[]> => {
    const signature = await signer.sign(text);
    const wrong = signature.map((byte, at) => (at === 3 ? byte ^ 1 : byte));
    return Promise.all([verifyHere(text, signature, signer.key.publicKey), verifyHere(text, wrong, signer.key.publicKey), verifyHere(text, signature, other.key.publicKey), verifyHere(text, signature, new Uint8Array(31))]);
  };

  it('says what ours says', async () => {
    expect(await judged()).toEqual([true, false, false, false]);
    expect(noteVerifier(signer.key).verify(text, await signer.sign(text))).toBe(true);
  });

  it('is ours where it has none', async () => {
    vi.spyOn(globalThis.crypto.subtle, 'importKey').mockRejectedValue(new DOMException('none', 'NotSupportedError'));
    const verify = vi.spyOn(globalThis.crypto.subtle, 'verify');
    expect(await judged()).toEqual([true, false, false, false]);
    expect(verify).not.toHaveBeenCalled();
  });
});
