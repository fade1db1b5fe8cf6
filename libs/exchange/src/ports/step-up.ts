import type { GrantedStepUpReply, ProviderStepUpReply } from '@lateral/contracts';
import type { StepUpAction } from '@lateral/domain/access';
import type { Result } from '../result.js';
import type { SessionStanding } from './actor.js';
import type { AuditRow } from './writes.js';

/** A gesture that was asked for: for one kind of act on these objects, in one session. */
export interface StepUp {
  id: string;
  session: string;
  agency: string;
  member: string;
  action: StepUpAction;
  /** Sorted, each once. */
  objects: readonly string[];
  nonce: string;
  at: Date;
  expiresAt: Date;
  spentAt: Date | null;
}

export interface SpendWrite {
  stepUp: string;
  session: string;
  at: Date;
  /** The passkey that answered and its new counter; null where the provider did. */
  passkey: { id: string; counter: number } | null;
}

export interface StepUpStore {
  begin(stepUp: Omit<StepUp, 'spentAt'>): Promise<void>;
  /** One of this session's, spent or not; null for any other. */
  find(stepUp: string, session: string): Promise<StepUp | null>;
  /**
   * Spends it: false where that has happened before, where it has run out or is another session's, and where the passkey has been
   * disabled or its counter would not go up. Nothing is granted yet.
   */
  spend(write: SpendWrite): Promise<boolean>;
  /** Grants what was spent, with its record. False where it was granted before. */
  grant(write: { stepUp: string; session: string; at: Date; until: Date }, record: AuditRow): Promise<boolean>;
  /** What was granted to a session for this kind of act at `since` or after. */
  granted(session: string, action: StepUpAction, since: Date): Promise<{ objects: readonly string[]; grantedAt: Date }[]>;
}

/** What a granted step-up comes to. `token` is the session's new one, for the cookie and nothing else. */
export interface GrantedStepUp { reply: GrantedStepUpReply; token: string }

/** For the door through which people come back from their provider. */
export interface StepUpGrants {
  /**
   * Grants what `session` asked for because its person has just signed in again. Refused (`not-found`, `assertion-refused`) where it was
   * not this session's, is spent or has run out, where `who` is another than the session's person, and where `authenticatedAt`
   * (`auth_time`) is from before it was asked. `proof` is the base64url SHA-256 of the id token.
   */
  grantByProvider(fresh: FreshSignIn): Promise<Result<GrantedStepUp>>;
}
export interface FreshSignIn {
  stepUp: string;
  session: SessionStanding;
  who: { issuer: string; subject: string };
  authenticatedAt: Date;
  proof: string;
}

/** The way to a fresh sign-in at the agency's provider (`max_age=0`), for those agencies whose policy lets it stand in for a passkey. */
export interface StepUpSignIn {
  allowed(session: SessionStanding): boolean;
  /** `browserSecret` goes into the cookie of the start (`keepStart` of apps/hub/src/sign-in/cookies.ts), never into the body: without it nothing that comes back is taken. */
  start(session: SessionStanding, stepUp: string): Promise<Result<ProviderStepUpReply & { browserSecret: string }>>;
}
