import type { Secrets } from '../crypto/secrets.js';
import type { Member } from '../keeper/keeper-deps.js';

const FINGERPRINT_BYTES = 20;
const LEAST_WORDS = 5;
const LEAST_LETTERS = 3;

/**
 * Six words that make a passphrase: those of a fingerprint that is 160 random bits, so that the page needs no list of words of its own.
 * Six of 256 are 48 bits, each try of which costs whoever has the locked key the time and memory of Argon2id. Drawn again where a word
 * comes twice and too few different ones are left.
 */
export async function wordsByChance(secrets: Pick<Secrets, 'ask'>, { agency, member }: Member, random: (length: number) => Uint8Array): Promise<{ en: string; cy: string }> {
  for (;;) {
    const fingerprint = Array.from(random(FINGERPRINT_BYTES), (byte) => byte.toString(16).padStart(2, '0')).join('').toUpperCase();
    const words = await secrets.ask('words', { agency, member, fingerprint });
    if ([words.en, words.cy].every(isEnough)) return { en: words.en.join(' '), cy: words.cy.join(' ') };
  }
}

function isEnough(words: readonly string[]): boolean {
  return new Set(words.filter(({ length }) => length >= LEAST_LETTERS)).size >= LEAST_WORDS;
}
