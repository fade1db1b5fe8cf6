import type { SessionKind } from '@lateral/contracts';
import type { LogoutNotice } from './providers.js';
import type { AuditRow } from './writes.js';

/** A session as it is stored. Of its token there is only the hash. */
export interface Session {
  /** uuid v7: a handle that may be shown; it stays when the token is changed. */
  id: string;
  kind: SessionKind;
  agency: string;
  /** null for a newcomer. */
  member: string | null;
  /** Who the provider said it was; null for machines and one-time codes. */
  issuer: string | null;
  subject: string | null;
  /** The provider's own name (`sid`) for that sign-in, by which it may end it; null where it gave none. */
  sid: string | null;
  startedAt: Date;
  seenAt: Date;
  /** When it ends if nobody uses it meanwhile; null where that does not end it. */
  idleUntil: Date | null;
  /** When it ends, used or not. */
  expiresAt: Date;
  /** When the member's own signing key was proven in it; null where it was not, and for every session as it begins. */
  keyProvenAt: Date | null;
}
export type NewSession = Omit<Session, 'keyProvenAt'> & { tokenHash: Uint8Array };

/**
 * Whose sessions: a member's, however they came in; somebody's at a provider; or those of one sign-in there. A sign-in of somebody who is
 * named (subject and sid) is also whatever that person has from there without a name of its own.
 */
export type SessionsOf = { agency: string; member: string } | SessionsFrom;
export type SessionsFrom = { issuer: string; subject: string } | { issuer: string; sid: string } | { issuer: string; subject: string; sid: string };

export interface SessionStore {
  /** False where the assertion's id has been used: the insert is the check, so two hubs cannot both accept it. */
  startMachine(session: NewSession, assertion: { id: string; expiresAt: Date }, record: AuditRow): Promise<boolean>;
  start(session: NewSession, records: readonly AuditRow[]): Promise<void>;
  /** Null for a token that nobody has, and for one whose session has ended. */
  find(tokenHash: Uint8Array, at: Date): Promise<Session | null>;
  /** Says that it is in use; called at most once a minute for each. */
  seen(id: string, seenAt: Date, idleUntil: Date): Promise<void>;
  /** Gives the session another token; the one before is nothing from then on. False where the session has ended. */
  rotate(id: string, tokenHash: Uint8Array, at: Date): Promise<boolean>;
  /** Which of these have not ended, by their handles. */
  living(ids: readonly string[], at: Date): Promise<string[]>;
  /** Those that have not ended, newest first. */
  list(of: SessionsOf, at: Date): Promise<Session[]>;
  /** Ends all of them, or `only` one, or all `except` one, at once and everywhere; the records are written where any was. Returns how many. */
  end(of: SessionsOf, which: { only?: string; except?: string }, records: readonly AuditRow[]): Promise<number>;
  /**
   * Ends all of them because a provider said so, and spends the notice, both or neither: what was spent and not carried out would never be. False where a
   * notice of this id has been acted on; nothing ends then, so that an old one cannot end what began after it.
   */
  endOnNotice(notice: Pick<LogoutNotice, 'agency' | 'id' | 'expiresAt'>, of: SessionsFrom, records: readonly AuditRow[]): Promise<boolean>;
}

/** What a session by a one-time code was given last, to be signed with the member's own key. */
export interface KeyProofStore {
  /** Keeps the challenge in place of the one before. False where the session has ended, is of another kind, or has proven its key. */
  challenge(session: string, challenge: { nonce: string; expiresAt: Date }, at: Date): Promise<boolean>;
  /** The session's challenge, unless there is none or it has run out. */
  challenged(session: string, at: Date): Promise<string | null>;
  /** Spends it: the key is proven from then on and the session has another token. False where it is not the session's challenge any more. */
  prove(write: { session: string; nonce: string; tokenHash: Uint8Array; at: Date }, record: AuditRow): Promise<boolean>;
}
