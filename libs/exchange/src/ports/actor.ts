import type { MemberRole } from '@lateral/contracts';

/** Who is acting: an agency's member by pseudonym, as the session says. */
export interface Actor {
  agency: string;
  member: string;
  roles: readonly MemberRole[];
}

/** A write as it reached the door: the key that makes a retry the same act, and the digest of what was asked. */
export interface Attempt {
  key: string;
  digest: string;
}
