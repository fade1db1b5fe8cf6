import type { RequestView } from '@lateral/contracts';
import type { CodedShare } from '@lateral/domain/justification';
import type { Narrative, RequestBody } from '@lateral/envelope/words';
import type { CodedDraft, KnownAgency, Letter } from '../crypto/protocol.js';
import type { OpenedQuestion } from '../data/opened-question.js';
import { composedUnder, type Override } from '../justify/as-emergency.js';
import { askingDraft, type Surroundings } from '../justify/asking.js';
import type { Acknowledgements } from '../justify/acknowledgements.js';
import { termsOf } from '../justify/closing.js';
import { questionWords } from '../justify/question-words.js';
import { judged, type Judged } from '../justify/verdict.js';
import { reasonFieldOf, type ReasonField } from '../reasons/reasons.js';

/** A question made of one that was asked before, and what the rules make of it. */
export interface FurtherQuestion { body: RequestBody; narrative: Narrative; record: CodedDraft; judged: Judged }

/**
 * Fields in which is written what keeps a question back: the one that it is made of went as an emergency, with few words. What is only warned of
 * is written with it, and by itself is gone past with a reason, as it was before.
 */
export function lackedReasons({ judged: { findings } }: Pick<FurtherQuestion, 'judged'>): ReasonField[] {
  const wanting = findings.filter(({ level }) => level !== 'note').map((finding) => ({ level: finding.level, field: reasonFieldOf(finding) }));
  return wanting.some(({ field, level }) => field !== null && level === 'block') ? wanting.flatMap(({ field }) => field ?? []) : [];
}

interface Means { around: Surroundings; asked: KnownAgency; urgency: CodedShare['urgency']; acknowledgements: Acknowledgements; override: Override }

/**
 * What was asked of an agency with more beside it, on the very same terms: as the corrected question while it has not answered, as a
 * question of its own (`alone`) once it has.
 */
export function followUp(question: OpenedQuestion, more: string, { alone, around, asked, urgency, acknowledgements, override }: Means & { alone: boolean }): FurtherQuestion {
  const terms = termsOf(question.record);
  const body: RequestBody = { ...question.body, question: alone ? more.trim() : `${question.body.question}\n\n${more.trim()}` };
  const record: CodedDraft = { ...terms, urgency, override: null, acknowledgements: merged(terms.acknowledgements, acknowledgements) };
  return judgedUnder(override, { body, narrative: question.narrative, record }, asked, around);
}

/** The same people and reasons, put to another agency, with that one's own questions. */
export function furtherAgency(question: OpenedQuestion, { categories, more }: { categories: readonly string[]; more: string }, { around, asked, urgency, acknowledgements, override }: Means): FurtherQuestion {
  const { record: before, body: asking, narrative } = question;
  const record = askingDraft({
    purpose: before.purpose, urgency, threshold: before.threshold, subjectKind: before.subjectKind, strategyDiscussionAt: before.strategyDiscussionAt, subjects: before.subjects, lessIntrusive: before.lessIntrusive,
    consent: before.consent ?? { sought: 'no', outcome: null, notSoughtReason: null, informed: 'no', capacity: 'not_applicable', overrideGround: null },
  }, { asked, categories: [...categories], window: before.window, stack: null, dataClasses: null, thirdParties: [], acknowledgements, override: null }, around);
  const { proportionality, ...words } = questionWords({ asked, record, more, people: asking.people.length, language: asking.language }, around);
  return judgedUnder(override, { body: { ...asking, ...words }, narrative: { ...narrative, proportionality }, record }, asked, around);
}

/** The question before may have gone as an emergency, and this one as none. */
function judgedUnder(override: Override, { body, narrative: { overrideWords: _before, ...narrative }, record }: Omit<FurtherQuestion, 'judged'>, asked: KnownAgency, around: Surroundings): FurtherQuestion {
  return composedUnder(override, (as) => judgedOf({ body, narrative: as === null ? narrative : { ...narrative, overrideWords: narrative.necessity }, record: { ...record, override: as } }, asked, around));
}

function judgedOf({ body, narrative, record }: Omit<FurtherQuestion, 'judged'>, asked: KnownAgency, around: Surroundings): FurtherQuestion {
  return { body, narrative, record, judged: judged(record, { body, narrative }, { other: asked, request: null, around }) };
}

/** A reason given now stands in the place of an earlier one for the same finding. */
function merged(before: Acknowledgements, now: Acknowledgements): Acknowledgements {
  return [...before.filter(({ finding }) => !now.some((each) => each.finding === finding)), ...now];
}

/** As a corrected question of a request. `corrects` is the message in force. */
export function correctionLetter({ body, narrative, record }: FurtherQuestion, { view, corrects, message }: { view: RequestView; corrects: string; message: string }): Letter {
  return { type: 'request', message, check: view.check, request: view.id, to: view.asked, inReplyTo: null, corrects, body, narrative, record };
}

/** As a new request of the same check. */
export function furtherLetter({ body, narrative, record }: FurtherQuestion, { check, request, to, message }: { check: string; request: string; to: string; message: string }): Letter {
  return { type: 'request', message, check, request, to, inReplyTo: null, corrects: null, body, narrative, record };
}
