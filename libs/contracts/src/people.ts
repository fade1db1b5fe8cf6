import type { Role, StepUpAction } from '@lateral/domain/access';
import type { CustodyCopy, Roster, SignedDocument, TeamKeyCopy } from './directory.js';

/**
 * How somebody came in. A `person` came from their agency's provider; a `machine` proved the sign-in key of its roster entry; a
 * `one-time-code` session was let in by a custodian and reaches red checks only, and no content before the member's key is proven; a `newcomer` came from a provider, belongs to no roster
 * yet, and may do nothing but join.
 */
export const SESSION_KINDS = ['person', 'machine', 'one-time-code', 'newcomer'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

/** A session as its owner sees it. `id` is a handle, never the token. */
export interface SessionView { id: string; kind: SessionKind; startedAt: string; seenAt: string; expiresAt: string; current: boolean }
/** GET me: who the hub thinks is asking. `member` is null for a newcomer. */
export interface MeReply { agency: string; member: string | null; roles: Role[]; session: SessionView; passkeys: number; keyLocked: boolean }

/** GET sign-in/agencies: where a person may start; open to all, as the partnership file is. */
export interface SignInAgency { agency: string; name: { en: string; cy: string } }

/** POST sign-in/code: in place of the provider, where that is down or has locked somebody out. Codes come from a custodian. */
export interface CodeSignInBody { agency: string; member: string; code: string }

/** POST one-time-codes (custodian): for one member, once, 15 minutes; the code is shown once. */
export interface OneTimeCodeBody { member: string }
export interface OneTimeCodeReply { id: string; code: string; expires: string }

/**
 * POST key-proofs (one-time-code session): whoever made a code knows it as well as the member does, so it opens the door and no more until
 * the member's own key has signed. `nonce` is 32 bytes as base64url; a later one makes it void.
 */
export interface KeyProofReply { session: string; nonce: string; expires: string }
/** What is signed: detached OpenPGP over `lateral/v1/key-proof\0` and canonical JSON, with the document notation. A client makes it of what it knows itself and the nonce. */
export interface KeyProof { v: 1; agency: string; member: string; session: string; nonce: string }
/** POST key-proofs/signature: by the member's key in the roster in force, base64url. The session goes on under a new cookie. */
export interface KeyProofBody { signature: string }

/** POST step-ups: one gesture for one kind of act on these objects. Objects: message ids, digests of rosters, ids of invitations, pseudonyms, and those of STEP_UP_OBJECTS; a refusal names the ones it needs. */
export interface StepUpBody { action: StepUpAction; objects: string[] }
/**
 * `challenge` = base64url SHA-256 of `lateral/v1/step-up\0` and canonical JSON of {action, nonce, objects (sorted), session}: a gesture for one thing is none for
 * another. `credentials` are the passkeys that may answer; `provider` says whether agency policy lets a fresh sign-in stand in for one.
 */
export interface StepUpReply { id: string; nonce: string; challenge: string; credentials: string[]; rpId: string; provider: boolean; expires: string }
/** POST step-ups/{id}/passkey: a WebAuthn assertion as base64url, without any extension result: a body that holds `prf` is refused. */
export interface PasskeyAssertionBody { credential: string; clientData: string; authenticatorData: string; signature: string; userHandle: string | null }
/** 201 from POST step-ups/{id}/passkey: what is now open, and until when. The session's token has changed with it. */
export interface GrantedStepUpReply { id: string; action: StepUpAction; objects: string[]; until: string }
/** POST step-ups/{id}/provider: where to send the browser for a fresh sign-in (`max_age=0`). */
export interface ProviderStepUpReply { location: string }

/** POST passkeys/options: what a browser needs to make a passkey; its own part (PRF) it adds itself and keeps. */
export interface PasskeyOptionsReply { challenge: string; rpId: string; user: string; exclude: string[]; expires: string }
/** POST passkeys: an attestation as base64url, extension results left out. */
export interface EnrolPasskeyBody { credential: string; clientData: string; attestation: string; transports: string[] }
/** `credential` says which way of unlocking goes with it. */
export interface PasskeyView { id: string; credential: string; enrolledAt: string; usedAt: string | null; disabledAt: string | null }

/** Ways to unwrap the key that locks a personal key. */
export const UNLOCK_KINDS = ['passkey', 'passphrase', 'recovery-code'] as const;
export type UnlockKind = (typeof UNLOCK_KINDS)[number];
/** Argon2id by its three costs; a client refuses less than its own floor, whoever asks. */
export interface PassphraseCost { memoryKiB: number; passes: number; lanes: number }
/** One wrapping of the 32 random bytes that lock a personal key: AES-256-GCM under a key only the person can make. base64url. */
export interface UnlockMethod { id: string; kind: UnlockKind; credential: string | null; salt: string; cost: PassphraseCost | null; wrapped: string }
/** PUT locked-keys/mine and its reading: a personal key that nobody but its owner can unlock. `version` goes up by one. */
export interface LockedKey { v: 1; agency: string; member: string; fingerprint: string; version: number; locked: string; methods: UnlockMethod[] }

/** POST invitations (custodian): the person who brings the code becomes this member once two custodians have signed the roster. */
export interface InvitationBody { id: string; member: string; roles: Role[] }
/** Of a repetition under the same key: another code, under an id of its own. The one before is void. */
export interface InvitationReply { id: string; code: string; expires: string }
/** POST invitations/redemption (newcomer): the code is spent, and this sign-in belongs to that member from now on. */
export interface RedemptionBody { code: string }
/** PUT joiners/mine: the public key made in the newcomer's browser. */
export interface JoinerKeyBody { key: string; fingerprint: string }
/** GET joiners (custodian): compare the words of the fingerprint with the person themself, by telephone or face to face. */
export interface JoinerView { invitation: string; member: string; roles: Role[]; key: string | null; fingerprint: string | null; redeemedAt: string | null }

/** The agency key locked under a secret of which any two of three paper shares make the whole. */
export interface RecoveryKit { v: 1; agency: string; primary: string; made: string; sealed: string }

/** POST roster-proposals (custodian): the next roster, with what its people need. Published when two custodians of the roster before have signed it. */
export interface RosterProposalBody { roster: SignedDocument<Roster>; copies: TeamKeyCopy[]; custody: CustodyCopy[] }
/** What waits, with everything that will be handed out: the second custodian's client holds it against the digest in the roster before it signs. */
export interface RosterProposalView extends RosterProposalBody { agency: string; version: number; digest: string; proposedBy: string; proposedAt: string }
/** POST roster-proposals/{version}/cosignature: the second custodian's signature over the same document. base64url. */
export interface RosterCosignatureBody { signature: string }
export interface RosterStandingReply { agency: string; version: number; state: 'waiting' | 'published' }

/** What the key log holds a leaf for. Public, so that everyone can make the leaf again and miss one. */
export const KEY_FACT_KINDS = ['partnership', 'roster', 'recovery-kit'] as const;
export type KeyFactKind = (typeof KEY_FACT_KINDS)[number];
/** Facts about organisations' keys: no person is named, and digests are of documents that every member may read. */
export interface KeyFact { v: 1; kind: KeyFactKind; /** Agency, or partnership for its file. */ of: string; version: number; digest: string }
/** GET key-log/entries?from: facts in the log's order. Leaf: `{v:1,k:'key-fact',c:digestOf('key-fact', fact)}`. */
export interface KeyLogEntries { from: number; facts: KeyFact[]; checkpoint: string }
