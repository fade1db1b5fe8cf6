import { canonicalJson } from './canonical-json.js';
import { digestOf } from './digest.js';
import type { LedgerLeaf } from './ledger.js';
import type { KeyFact } from './people.js';

/**
 * The leaf of a fact about keys. Unlike the leaf of an act it has no salt: everyone must be able to make it again, and what it says is
 * about organisations.
 */
export function keyFactLeaf(fact: KeyFact): string {
  const leaf: LedgerLeaf = { v: 1, k: 'key-fact', c: digestOf('key-fact', fact) };
  return canonicalJson(leaf);
}
