import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { argon2id } from 'hash-wasm';
import { utf8, type PassphraseCost } from '@lateral/contracts';
import type { RandomBytes } from '../aes-gcm.js';
import { fromPaper, toPaper } from '../paper-text.js';

/** What a person brings to unlock their key. It stays on the client: no field of it is ever sent anywhere. */
export type UnlockSecret =
  | { kind: 'passkey'; /** Credential id, base64url. */ credential: string; /** First result of the PRF extension over `PRF_INPUT`: 32 bytes. */ prf: Uint8Array }
  | { kind: 'passphrase'; passphrase: string; /** The floor where left out. */ cost?: PassphraseCost }
  | { kind: 'recovery-code'; code: string };

/** 64 MiB, three passes, one lane: about 0.2 s on a laptop. A client derives with no less, whoever says otherwise. */
export const COST_FLOOR: Readonly<PassphraseCost> = Object.freeze({ memoryKiB: 65_536, passes: 3, lanes: 1 });
/** More than this stops a browser, and is refused unread. */
export const COST_CEILING: Readonly<PassphraseCost> = Object.freeze({ memoryKiB: 262_144, passes: 12, lanes: 8 });

const LEAST_WORDS = 5;
const LEAST_LETTERS = 3;
const RECOVERY = 'recovery-code';

/** What is wrong with a cost, or null. A server that could lower it could try a person's words by the million. */
export function faultOfCost(cost: PassphraseCost): 'weak-cost' | 'excessive-cost' | null {
  const names = ['memoryKiB', 'passes', 'lanes'] as const;
  if (names.some((name) => !Number.isSafeInteger(cost[name]) || cost[name] < COST_FLOOR[name])) return 'weak-cost';
  return names.some((name) => cost[name] > COST_CEILING[name]) ? 'excessive-cost' : null;
}

/** What is wrong with a passphrase that somebody chooses, or null: at least five different words of three letters. */
export function faultOfPassphrase(passphrase: string): 'too-few-words' | null {
  const words = new Set(normalised(passphrase).split(' ').filter((word) => word.length >= LEAST_LETTERS));
  return words.size >= LEAST_WORDS ? null : 'too-few-words';
}

/** A new recovery code for paper: 128 random bits and a check part, in eight groups of four. */
export function newRecoveryCode(random: RandomBytes): string {
  return toPaper(random.bytes(16), RECOVERY);
}

/** The 16 bytes of a recovery code, or null where a letter is mistyped. */
export function recoveryCodeFrom(text: string): Uint8Array | null {
  const bytes = fromPaper(text, RECOVERY);
  return bytes?.length === 16 ? bytes : null;
}

/** A key that wraps, and 16 bytes that tell a wrong secret from a changed wrapping. */
export interface DerivedKey { kek: Uint8Array; check: Uint8Array }

/** Derives from a secret; null for a mistyped recovery code or a PRF result that is none. `cost` counts for a passphrase only and was judged before. */
export async function deriveKey(secret: UnlockSecret, salt: Uint8Array, cost: PassphraseCost | null): Promise<DerivedKey | null> {
  switch (secret.kind) {
    case 'passkey': return secret.prf.length === 32 ? expanded(secret.prf, salt, 'prf') : null;
    case 'passphrase': return cost === null ? null : expanded(await stretched(secret.passphrase, salt, cost), salt, 'passphrase');
    case 'recovery-code': {
      const bytes = recoveryCodeFrom(secret.code);
      return bytes === null ? null : expanded(bytes, salt, 'recovery-code');
    }
  }
}

function stretched(passphrase: string, salt: Uint8Array, { memoryKiB, passes, lanes }: PassphraseCost): Promise<Uint8Array> {
  return argon2id({ password: normalised(passphrase), salt, memorySize: memoryKiB, iterations: passes, parallelism: lanes, hashLength: 32, outputType: 'binary' });
}

// The same words typed on another keyboard, in capitals or with two spaces are the same words.
function normalised(passphrase: string): string {
  return passphrase.normalize('NFKC').toLowerCase().trim().replace(/\s+/gu, ' ');
}

function expanded(input: Uint8Array, salt: Uint8Array, kind: string): DerivedKey {
  const of = (info: string, length: number): Uint8Array => hkdf(sha256, input, salt, utf8(info), length);
  return { kek: of(`lateral/v1/kek/${kind}`, 32), check: of(`lateral/v1/kek/${kind}/check`, 16) };
}
