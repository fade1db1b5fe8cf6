import { sha256 } from '@noble/hashes/sha2.js';
import { argon2id } from 'hash-wasm';
import { canonicalJson, utf8 } from '@lateral/contracts';
import { ENGLISH_WORDS, WELSH_WORDS } from './fingerprint-word-lists.js';
import { FINGERPRINT } from './public-key.js';
import { COST_FLOOR } from './unlock/unlock-secret.js';

const WORDS = 6;

/** Whose key it is: a member of an agency, or (null) the agency itself. */
export interface KeyToCompare { agency: string; member: string | null; fingerprint: string }

/**
 * Six words, in English and in Welsh, that stand for a whole fingerprint; two people read them to each other before a custodian signs a
 * newcomer in. Six of 256 words are 48 bits, which would be too few by themselves: whoever wants another key with the same words tries
 * keys until one fits. So each try costs 64 MiB and three passes of Argon2id, salted with the very person: 2^48 tries at a thousand a second
 * and processor are nine thousand processor-years, for one newcomer, within the days between invitation and telephone call, and nothing
 * worked out beforehand helps with the next. More words would be compared less carefully. Throws a RangeError on a shortened fingerprint.
 */
export async function fingerprintWords({ agency, member, fingerprint }: KeyToCompare): Promise<{ en: string[]; cy: string[] }> {
  if (!FINGERPRINT.test(fingerprint)) throw new RangeError('a whole fingerprint is compared');
  const salt = sha256(utf8(`lateral/v1/fingerprint-words\0${canonicalJson({ agency, member })}`)).slice(0, 16);
  const places = await argon2id({ password: fingerprint, salt, memorySize: COST_FLOOR.memoryKiB, iterations: COST_FLOOR.passes, parallelism: COST_FLOOR.lanes, hashLength: 16, outputType: 'binary' });
  const of = (words: readonly string[]): string[] => [...places.slice(0, WORDS)].map((place) => words[place]!);
  return { en: of(ENGLISH_WORDS), cy: of(WELSH_WORDS) };
}
