import { REFUSAL_GROUNDS, type RefusalGround, type ResponseType } from '../codes.js';
import type { ResponseDecision } from './codes.js';
import type { ResponseCodes } from './share.js';

/** What an answer of one type says of itself in codes. */
interface AnswerForm {
  /** The first is the usual one. */
  decisions: readonly ResponseDecision[];
  /** Whether data categories and items stand in it. `may`: an item there needs its category; a category may stand without one. */
  gives: 'something' | 'may' | 'nothing';
  /** Grounds of refusal that may stand in it; that a refusal has one, and which the law allows, is for the rules. */
  grounds: readonly RefusalGround[];
}

const NO_GROUND: readonly RefusalGround[] = [];
const GIVING = { gives: 'something', grounds: NO_GROUND } as const;
const GIVING_NOTHING = { gives: 'nothing', grounds: NO_GROUND } as const;

/**
 * The one table of answers (codes: facts 2.3 and 3.5, read as the cases use them). It keeps the type, by which refusals are
 * judged and states follow, from saying one thing and the decision or what is given another. What is told by telephone may be
 * named by category; its items come in writing. Somebody known of whom there is no concern may be known without any item.
 */
export const ANSWER_FORMS: Readonly<Record<ResponseType, AnswerForm>> = {
  FULL: { decisions: ['share_all'], ...GIVING },
  PARTIAL: { decisions: ['share_part'], ...GIVING },
  KNOWN_RELEVANT: { decisions: ['share_all', 'share_part'], ...GIVING },
  KNOWN_NO_CONCERN: { decisions: ['share_all', 'share_part'], gives: 'may', grounds: NO_GROUND },
  VERBAL_GIVEN: { decisions: ['verbal_only'], gives: 'may', grounds: NO_GROUND },
  NO_TRACE: { decisions: ['no_information_held'], ...GIVING_NOTHING },
  HOLDING: { decisions: ['needs_more_time'], ...GIVING_NOTHING },
  CLARIFY: { decisions: ['needs_more_time'], ...GIVING_NOTHING },
  REDIRECT: { decisions: ['redirect'], ...GIVING_NOTHING },
  SUPERSEDED: { decisions: ['redirect'], ...GIVING_NOTHING },
  // A person who cannot be told apart may be said to be nobody known, or to be declined on that one ground.
  IDENTITY_MISMATCH: { decisions: ['no_information_held', 'decline'], gives: 'nothing', grounds: ['identity_not_matched'] },
  DECLINED: { decisions: ['decline'], gives: 'nothing', grounds: REFUSAL_GROUNDS },
};

/** Somebody is known, and nothing of what is held bears on the question. Of no concern it is told apart by the decision alone: more is held than is given. */
export function isKnownNotRelevant({ type, decision }: Pick<ResponseCodes, 'type' | 'decision'>): boolean {
  return type === 'KNOWN_NO_CONCERN' && decision === 'share_part';
}
