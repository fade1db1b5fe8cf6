import type { AuditRow } from './writes.js';
import type { NewSession } from './sessions.js';

/** Whose sign-in at a provider is which member's. A person is issuer and subject, never an e-mail address. */
export interface PersonStore {
  /** Nobody where the membership that it was bound for had ended by `at`, as the agency's newest roster says; whoever is invited again is bound anew. */
  byProvider(issuer: string, subject: string, at: Date): Promise<{ agency: string; member: string } | null>;
}

/** A code that a custodian gave for one member who cannot sign in. Only its hash is kept; the newest of a member is the only one. */
export interface OneTimeCode { id: string; agency: string; member: string; codeHash: Uint8Array; expiresAt: Date }
export interface OneTimeCodeStore {
  issue(code: OneTimeCode, record: AuditRow): Promise<void>;
  /** The code that this is, unless it has run out or was spent. */
  find(code: Pick<OneTimeCode, 'agency' | 'member' | 'codeHash'>, at: Date): Promise<{ id: string } | null>;
  /** Spends it and starts the session, both or neither. False where it has been spent meanwhile. */
  spend(id: string, session: NewSession, record: AuditRow): Promise<boolean>;
}

/** What `me` says of the keys of a member. */
export interface OwnKeys {
  of(agency: string, member: string): Promise<{ passkeys: number; keyLocked: boolean }>;
}
