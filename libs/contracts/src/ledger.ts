/**
 * Kinds of ledger entry: a closed list. A leaf says its kind and a salted digest, and nothing else: no name, id, agency or time.
 */
export const ENTRY_KINDS = ['check', 'request', 'response', 'hand-over', 'opening', 'decision', 'outcome', 'withdrawal', 'closure', 'notice', 'evidence', 'sign-in', 'directory', 'incident', 'attempt', 'override', 'record-only', 'agreement', 'catalogue', 'session', 'key', 'recusal', 'erasure', 'key-fact'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** A leaf before it is hashed; its bytes are its canonical JSON. */
export interface LedgerLeaf {
  v: 1;
  k: EntryKind;
  /** `commitmentOf(record, salt)`. */
  c: string;
}

/** Message patterns of the ledger's TCP service, and what goes over them. Every one is safe to repeat. */
export const LEDGER_PATTERNS = {
  append: 'ledger.append.v1',
  checkpoint: 'ledger.checkpoint.v1',
  proveInclusion: 'ledger.prove-inclusion.v1',
  proveConsistency: 'ledger.prove-consistency.v1',
  addCosignature: 'ledger.add-cosignature.v1',
  ready: 'ledger.ready.v1',
} as const;

/** Leaves in commit order. A leaf that is already in keeps its index: appending twice is appending once. */
export interface AppendRequest { leaves: string[] }
/** Index of each leaf in the order sent, and the signed checkpoint that covers them all. */
export interface AppendReply { indexes: number[]; checkpoint: string }

export interface CheckpointReply { size: number; checkpoint: string }

/** By leaf hash (base64url SHA-256 of 0x00 and the leaf), so that a caller needs no index. */
export interface InclusionRequest { leafHash: string; size: number | null }
/** `null` where the leaf is not in yet. Hashes are base64. */
export type InclusionReply = { index: number; size: number; path: string[]; checkpoint: string } | null;

export interface ConsistencyRequest { from: number; to: number | null }
export interface ConsistencyReply { from: number; to: number; path: string[]; checkpoint: string }

/** A witness's signature line over the checkpoint of that size (C2SP tlog-cosignature). Unknown witnesses are refused. */
export interface CosignatureRequest { size: number; line: string }
export interface CosignatureReply { accepted: boolean }

/** A record must be under a signed head within this many milliseconds of its commit. */
export const MERGE_DELAY_MS = 60_000;

/** More leaves than these in one request are refused. */
export const MAX_APPEND_LEAVES = 1000;

/** Why the ledger refuses a message, and whether asking again can help. An ambiguous append may have happened: repeat it. */
export const LEDGER_REFUSALS = {
  'invalid-request': 'permanent',
  'unknown-size': 'permanent',
  'unknown-witness': 'permanent',
  'bad-cosignature': 'permanent',
  'not-sequencing': 'transient',
  'overloaded': 'transient',
  'append-refused': 'transient',
  'append-unknown': 'ambiguous',
  'internal': 'ambiguous',
} as const;
export type LedgerRefusalCode = keyof typeof LEDGER_REFUSALS;

/** What goes over the wire instead of a reply. `field` is a JSON pointer into the payload, never a value. */
export interface LedgerRefusal {
  code: LedgerRefusalCode;
  kind: (typeof LEDGER_REFUSALS)[LedgerRefusalCode];
  field?: string;
}

export interface ReadyReply { ready: boolean; down: string[] }

/** Who a process is to the others: the one URI in its certificate's subject alternative names. */
export const SERVICE_IDENTITIES = {
  hub: 'spiffe://lateral.example/hub',
  courier: 'spiffe://lateral.example/courier',
  ledger: 'spiffe://lateral.example/ledger',
} as const;
