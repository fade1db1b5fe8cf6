import type { RandomBytes } from '../aes-gcm.js';
import { ENGLISH_WORDS, WELSH_WORDS } from '../fingerprint-word-lists.js';
import { faultOfPassphrase } from './unlock-secret.js';

const WORDS = 7;

/**
 * A passphrase for somebody who does not want to think of one: seven words of 256, which are 56 bits behind Argon2id. Every set of words that
 * is drawn twice or is too short for the rule is drawn again.
 */
export function offeredPassphrase(random: RandomBytes, language: 'en' | 'cy'): string {
  const words = language === 'en' ? ENGLISH_WORDS : WELSH_WORDS;
  for (;;) {
    const drawn = [...random.bytes(WORDS)].map((place) => words[place]!);
    const passphrase = drawn.join(' ');
    if (new Set(drawn).size === WORDS && faultOfPassphrase(passphrase) === null) return passphrase;
  }
}
