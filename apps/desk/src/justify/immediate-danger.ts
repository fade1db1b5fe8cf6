import { emergencyStack, isWithinReach, type LawfulStack } from '@lateral/domain/justification';
import type { Surroundings } from './asking.js';
import { partyOf } from './parties.js';
import type { Judged } from './verdict.js';

/** Whether what is relied on is in the way, and out of an override's reach: missing, or named by what blocks. */
export function isStoppedByBasis({ isBaseless, leave }: Judged): boolean {
  return isBaseless || (!leave.goes && leave.blocked.some((finding) => finding.field.startsWith('/stack') && !isWithinReach(finding, leave.blocked)));
}

/** Immediate danger as a basis of its own (fact file 1.12), for a share that its basis stops; null where the law does not carry it. */
export function basisInDanger(judged: Judged, { own, law, on }: Pick<Surroundings, 'own' | 'law' | 'on'>): LawfulStack | null {
  return isStoppedByBasis(judged) ? emergencyStack(judged.record, partyOf(own), law.catalogue, on) : null;
}
