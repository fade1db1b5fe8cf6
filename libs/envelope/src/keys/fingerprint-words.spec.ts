import { describe, expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import { ENGLISH_WORDS, WELSH_WORDS } from './fingerprint-word-lists.js';
import { fingerprintWords } from './fingerprint-words.js';

const key = { agency: 'county-police', member: 'u-0000000a', fingerprint: '0123456789ABCDEF0123456789ABCDEF01234567' };

describe('the words of a fingerprint', () => {
  it('are these for these keys, for ever', async () => {
    expect(await fingerprintWords(key)).toEqual({ en: ['raven', 'rabbit', 'mouse', 'floor', 'belt', 'sheep'], cy: ['cigfran', 'cwningen', 'llygoden', 'llawr', 'gwregys', 'dafad'] });
    expect(await fingerprintWords({ ...key, member: null })).toEqual({ en: ['pencil', 'market', 'castle', 'world', 'book', 'tent'], cy: ['pensil', 'marchnad', 'castell', 'byd', 'llyfr', 'pabell'] });
    expect(createHash('sha256').update(`${ENGLISH_WORDS.join(' ')}\n${WELSH_WORDS.join(' ')}`).digest('hex')).toBe('43e9836d84926e8749cb34f4af12545776ca3a93a1f6da4d2e292d1033061896');
  });

  it('come from two lists of 256 that match place by place', () => {
    for (const words of [ENGLISH_WORDS, WELSH_WORDS]) {
      expect(new Set(words).size).toBe(256);
      for (const word of words) expect(word).toMatch(/^[a-zâéêîôûŵŷ]{2,14}$/u);
      const plain = words.map((word) => word.normalize('NFD').replace(/\p{M}/gu, ''));
      for (const [i, word] of plain.entries()) expect(plain.filter((other, j) => j > i && isNear(word, other))).toEqual([]);
    }
    expect(WELSH_WORDS[ENGLISH_WORDS.indexOf('castle')]).toBe('castell');
    expect(WELSH_WORDS[ENGLISH_WORDS.indexOf('rainbow')]).toBe('enfys');
  });

  it('are others for another key, another person or another agency with the same key', async () => {
    const phrase = async (change: Partial<typeof key>): Promise<string> => (await fingerprintWords({ ...key, ...change })).en.join(' ');
    const phrases = await Promise.all([phrase({}), phrase({ fingerprint: key.fingerprint.replace('0', '8') }), phrase({ member: 'u-0000000b' }), phrase({ agency: 'mid-trust' })]);
    expect(new Set(phrases).size).toBe(4);
  });

  it('are never those of a key id', async () => {
    for (const fingerprint of [key.fingerprint.slice(-16), key.fingerprint.toLowerCase(), '']) await expect(fingerprintWords({ ...key, fingerprint })).rejects.toThrow('whole fingerprint');
  });
});

/** Whether one letter changed, added or left out makes one word of the other. */
function isNear(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1);
}
