import { describe, expect, it } from 'vitest';
import { ed25519Signer, noteVerifier } from '@lateral/tlog';
import { logOf, remembering } from './log-head.js';

const signer = ed25519Signer('log.example', new Uint8Array(32).fill(7));
const text = (head: number): Uint8Array => new TextEncoder().encode(`log.example\n${head}\n`);
const signed = async (head: number): Promise<[Uint8Array, Uint8Array]> => [text(head), await signer.sign(text(head))];

function counted(): { asked: () => number; log: ReturnType<typeof remembering> } {
  const real = noteVerifier(signer.key);
  let asked = 0;
  return { asked: () => asked, log: remembering({ ...real, verify: (...given) => { asked += 1; return real.verify(...given); } }) };
}

describe('heads of the log', () => {
  it('that are good are verified once', async () => {
    const { asked, log } = counted();
    const head = await signed(1);
    expect([log.verify(...head), log.verify(...head), log.verify(...(await signed(2))), asked()]).toEqual([true, true, true, 2]);
  });

  it('that are not are asked about each time, also where a good one was there before', async () => {
    const { asked, log } = counted();
    const [good, signature] = await signed(1);
    expect(log.verify(good, signature)).toBe(true);
    expect([log.verify(text(2), signature), log.verify(text(2), signature), log.verify(good, signature.map((byte) => byte ^ 1)), asked()]).toEqual([false, false, false, 4]);
  });

  it('are forgotten before there are too many of them', async () => {
    const { asked, log } = counted();
    for (let head = 0; head < 65; head += 1) expect(log.verify(...(await signed(head)))).toBe(true);
    expect([log.verify(...(await signed(0))), asked()]).toEqual([true, 66]);
  });

  it('belong to one key: another log has none of them', () => {
    expect(logOf('')).toBeNull();
    expect(logOf('no key')).toBeNull();
  });
});
