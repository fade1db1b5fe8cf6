import { ANSWER_FORMS } from './answer-forms.js';
import { missingBasis } from './missing-basis.js';
import type { CodedShare, Direction, ResponseCodes, SealedWords } from './share.js';

/** Where a coded record contradicts itself or lacks what every record of its direction has: a JSON pointer in it, and why. */
export interface RecordFault {
  field: string;
  reason: 'no-basis' | 'not-of-this-type' | 'too-few' | 'too-many' | 'nothing-to-override' | 'repeated';
}

/** Directions in which something personal goes to somebody: each rests on a basis of its own. */
const TOLD: readonly Direction[] = ['asking', 'sharing', 'telling'];

/**
 * What makes a coded record no record, before any rule is asked: hub, sealing client and offline verifier refuse it alike. No
 * override reaches it and no acknowledgement. An outcome, a decision and a record only are no emergencies: an override on one
 * would be kept and never reviewed.
 */
export function faultsOfRecord(share: CodedShare): RecordFault[] {
  const baseless = TOLD.includes(share.direction) ? missingBasis(share.stack) : [];
  const idle = share.override !== null && share.direction !== 'asking' && share.direction !== 'sharing';
  return [
    ...baseless.map((field): RecordFault => ({ field, reason: 'no-basis' })),
    ...(share.response === null ? [] : faultsOfAnswer(share.response)),
    ...repeatedWords(share.words),
    ...(idle ? [{ field: '/override', reason: 'nothing-to-override' } as const] : []),
  ];
}

/** Said twice of one field, the rules would read the one and whoever opens the words could compare the other. */
function repeatedWords(words: readonly SealedWords[]): RecordFault[] {
  const fields = words.map(({ field }) => field);
  return fields.flatMap((field, at): RecordFault[] => (fields.indexOf(field) === at ? [] : [{ field: `/words/${at}`, reason: 'repeated' }]));
}

/** An answer whose type says that it gives and which names nothing would be covered by any agreement, and one that gives under a type that does not would escape the rules about items. */
function faultsOfAnswer({ type, decision, refusalGround, given, items }: ResponseCodes): RecordFault[] {
  const { decisions, gives, grounds } = ANSWER_FORMS[type];
  const faults: RecordFault[] = [];
  if (!decisions.includes(decision)) faults.push({ field: '/response/decision', reason: 'not-of-this-type' });
  if (refusalGround !== null && !grounds.includes(refusalGround)) faults.push({ field: '/response/refusalGround', reason: 'not-of-this-type' });
  const wants = gives === 'something';
  const nothing = gives === 'nothing';
  if (given.length === 0 ? wants || (!nothing && items.length > 0) : nothing) faults.push({ field: '/response/given', reason: nothing ? 'too-many' : 'too-few' });
  if (items.length === 0 ? wants : nothing) faults.push({ field: '/response/items', reason: nothing ? 'too-many' : 'too-few' });
  return faults;
}
