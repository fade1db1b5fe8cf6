import type { MemberRole, SessionKind } from '@lateral/contracts';

/** Who is acting: an agency's member by pseudonym, as the session says. */
export interface Actor {
  agency: string;
  member: string;
  roles: readonly MemberRole[];
  /** Set where the session reaches red checks and requests only. */
  reach?: 'red';
}

/** For whose eyes something is read. Of a check that they have left, and of what their session does not reach, there is nothing. */
export type Reader = Pick<Actor, 'agency' | 'member' | 'reach'>;

/** The session somebody acts in. A newcomer has one before they are anybody's member. */
export interface SessionStanding {
  /** Handle of the session; stays when its token is changed. */
  id: string;
  /** Hash of the token with which this was asked. By now the session may have another. */
  tokenHash: Uint8Array;
  kind: SessionKind;
  agency: string;
  /** When they came in. A first passkey is taken only soon after it. */
  startedAt: Date;
  /** Whether the member's own signing key was proven in it: asked of those whom a one-time code let in. */
  keyProven: boolean;
  /** Who the provider said it was; null for machines and one-time codes. */
  issuer: string | null;
  subject: string | null;
}

/** A write as it reached the door: the key that makes a retry the same act, and the digest of what was asked. */
export interface Attempt {
  key: string;
  digest: string;
}
