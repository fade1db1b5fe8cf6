import { ACTS, isSecondPerson, type Doer } from '../access/index.js';
import type { AgreementVersion } from './agreement.js';

/** One signatory's word for one version, bound to its digest: it says nothing of a text that was changed since. */
export interface Approval {
  digest: string;
  /** The same for one person whichever agency they sign for: the subject of their sign-in. */
  signatory: string;
  agency: string;
}

/**
 * A version is published once two people of two agencies that are parties to it approved that very text. What is published
 * stays so, whatever comes after. Approvals by strangers and of another text count for nothing.
 */
export function approvalState(proposed: AgreementVersion, approvals: readonly Approval[]): 'proposed' | 'published' {
  const parties = new Set(proposed.document.parties.map(({ agency }) => agency));
  const valid = approvals.filter(({ digest, agency }) => digest === proposed.digest && parties.has(agency));
  // One person with a seat in two agencies is one pair of eyes.
  const agreed = valid.some((first) => valid.some((second) => isSecondPerson(ACTS['approve-agreement'], doer(first), doer(second))));
  return agreed ? 'published' : 'proposed';
}

const doer = ({ agency, signatory }: Approval): Doer => ({ agency, person: signatory });
