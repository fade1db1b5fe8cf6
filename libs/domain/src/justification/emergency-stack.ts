import { isPolicyDocumentInDate } from './policy-document.js';
import type { LawBook } from './rule.js';
import { isBoardPower } from './rules/t1-board-power.js';
import { isBarredFrom } from './rules/t2-serious-violence.js';
import { isLegitimateInterest } from './rules/t3-public-authority.js';
import { ENGLISH_DUTY } from './rules/t8-english-duty.js';
import type { CodedShare, LawfulStack, Party } from './share.js';

/**
 * ST-14 for immediate danger, offered in one press where a listed basis is wrong (facts 1.12): vital interests beside the
 * owner's own basis, and what of the old stack still stands. Null where the share is not red, or where the law of that day
 * does not carry it. `day` is a calendar day in London. Under Part 2 for every body: police too may act under it for welfare.
 */
export function emergencyStack(share: CodedShare, owner: Party, law: LawBook, day: string): LawfulStack | null {
  if (share.urgency !== 'red' || (share.direction !== 'asking' && share.direction !== 'sharing')) return null;
  const stands = (code: string): boolean => law.standing(code, owner.nation, day) === 'in_force';
  const special = share.specialCategory ? specialCondition(share, stands, day) : NO_CONDITION;
  if (!stands('A6-D') || special === null || (share.criminalOffence && !stands('S1-30'))) return null;
  const { stack } = share;
  return {
    ...stack, ...special,
    defaultStack: 'ST-14', regime: 'REG-P2', p3: [], s36Authority: null, wouldShareAnyway: null,
    art6: ['A6-D', ...ownBasis(stack, owner, stands)],
    art10: share.criminalOffence ? ['S1-30'] : [],
    gateway: stack.gateway.filter((code) => stands(code) && isOpenTo(code, owner, share, law)),
    confidentiality: ['CLC-PI'].filter(stands),
    hra: stack.hra.filter(stands),
  };
}

type Stands = (code: string) => boolean;
type Condition = Pick<LawfulStack, 'art9' | 'sch1' | 's118Reason'>;
const NO_CONDITION: Condition = { art9: [], sch1: [], s118Reason: null };

/** Vital interests of somebody who cannot consent need no more; safeguarding needs a policy document that is in date. */
function specialCondition({ stack }: CodedShare, stands: Stands, day: string): Condition | null {
  if (stands('A9-C')) return { art9: ['A9-C'], sch1: [], s118Reason: null };
  if (!stands('A9-G') || !stands('S1-18') || !isPolicyDocumentInDate(stack.policyDocument, day)) return null;
  return { art9: ['A9-G'], sch1: ['S1-18'], s118Reason: 'a' };
}

function ownBasis({ art6 }: LawfulStack, owner: Party, stands: Stands): string[] {
  const barred = (code: string): boolean => code === 'A6-A' || code === 'A6-D' || (owner.publicAuthority && isLegitimateInterest(code));
  const kept = art6.filter((code) => stands(code) && !barred(code));
  return kept.length > 0 ? kept : [owner.publicAuthority ? 'A6-E' : 'A6-EA6'].filter(stands);
}

function isOpenTo(code: string, owner: Party, share: CodedShare, law: LawBook): boolean {
  if (isBoardPower(code, law) || isBarredFrom(code, owner.type, law)) return false;
  return code !== ENGLISH_DUTY || (owner.nation === 'E' && share.subjectKind !== 'adult');
}
