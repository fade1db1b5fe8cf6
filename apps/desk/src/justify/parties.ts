import type { Party } from '@lateral/domain/justification';
import type { KnownAgency } from '../crypto/protocol.js';

/** One side of a share as the rules ask about it. */
export function partyOf({ id, type, nation, publicAuthority, competentAuthority, commissionedProvider }: KnownAgency): Party {
  return { agency: id, type, nation, publicAuthority, competentAuthority, commissionedProvider };
}
