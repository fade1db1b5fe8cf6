import { lint, type WordingFinding } from '@lateral/domain/wording';
import { typeOf, type AskedQuestion } from './compose.js';
import { NO_MOMENT, type AnswerDraft, type ItemDraft } from './answer-draft.js';
import { momentTyped } from '../talk/moments.js';
import { mustBeApproved, type Releasing } from './approver.js';
import { peopleOutside } from './outside-people.js';
import type { Refusing } from './grounds.js';

export const ERROR_CODES = [
  'way', 'nothing', 'systems', 'unsorted', 'noItems', 'itemText', 'itemUnconfirmed', 'itemRelevance', 'itemOutside', 'itemThirdParty', 'itemThirdPartyWho', 'why', 'whyWords', 'leftOut', 'harm', 'harmWords', 'ground', 'reasons', 'reasonsWords', 'until', 'untilTyped',
  'untilPast', 'talkWhy', 'questionBack', 'elsewhere', 'elsewhereWords', 'redirectTo', 'approval',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];
/** Something that is missing or wrong: the id of its field, and its words' code. `values` go into the words. */
export interface AnswerError { field: string; code: ErrorCode; values?: { name?: string; number?: number } }

export interface Checking extends Releasing { question: Pick<AskedQuestion, 'body'>; refusing: Refusing; now: Date }

/** Names and aliases of everybody of the check. */
export function namesOf({ body }: Pick<AskedQuestion, 'body'>): string[] {
  return body.people.flatMap(({ name, aliases = [] }) => [name, ...aliases.map((alias) => alias.name)]);
}

/** The words that travel beside the codes, judged as the hub has them attested. */
export function wordingOf(text: string, question: Pick<AskedQuestion, 'body'>, language: AnswerDraft['language']): WordingFinding[] {
  return lint(text, { names: namesOf(question), language });
}

/** What keeps an answer from being sent that the writer can mend here, in the order of the page. What the rules find comes after it. */
export function errorsOf(draft: AnswerDraft, checking: Checking): AnswerError[] {
  const { way } = draft;
  if (way === null) return [{ field: 'way', code: 'way' }];
  const own = { nothing: ofNothing, share: ofSharing, refuse: ofRefusing, talk: ofTalking, elsewhere: ofElsewhere }[way](draft, checking);
  return mustBeApproved(draft, checking) && !draft.forApproval && own.length === 0 ? [{ field: 'for-approval', code: 'approval' }] : own;
}

const is = (wrong: boolean, error: AnswerError): AnswerError[] => (wrong ? [error] : []);
const blank = (text: string): boolean => text.trim() === '';
const searched = ({ systems }: AnswerDraft): AnswerError[] => is(systems.length === 0, { field: 'systems', code: 'systems' });

function ofNothing(draft: AnswerDraft): AnswerError[] {
  return [...is(draft.nothing === null, { field: 'nothing', code: 'nothing' }), ...searched(draft)];
}

function ofSharing(draft: AnswerDraft, checking: Checking): AnswerError[] {
  return [...ofItems(draft, checking), ...is(draft.items.length === 0 && blank(draft.pasted), { field: 'pasted', code: 'noItems' }), ...searched(draft), ...ofReasons(draft, checking)];
}

function ofItems(draft: AnswerDraft, checking: Checking): AnswerError[] {
  return [...is(!blank(draft.pasted), { field: 'pasted', code: 'unsorted' }), ...draft.items.flatMap((item, at) => ofItem(item, at + 1, checking))];
}

/** At most one of each item, so that a summary can be read. */
function ofItem(item: ItemDraft, number: number, { question }: Checking): AnswerError[] {
  const [outside] = item.thirdParty === null ? peopleOutside(item.text, namesOf(question), item.notPeople) : [];
  const at = (field: string, code: ErrorCode, name?: string): AnswerError => ({ field: `${item.id}-${field}`, code, values: name === undefined ? { number } : { number, name } });
  return [
    ...is(blank(item.text), at('text', 'itemText')), ...(outside === undefined ? [] : [at('outside', 'itemOutside', outside)]),
    ...is(item.thirdParty !== null && blank(item.thirdParty.who), at('third-who', 'itemThirdPartyWho')), ...is(item.thirdParty !== null && !item.thirdParty.relevant, at('third-relevant', 'itemThirdParty')),
    ...is(blank(item.relevance), at('relevance', 'itemRelevance')), ...is(!item.confirmed, at('confirmed', 'itemUnconfirmed')),
  ].slice(0, 1);
}

function ofReasons(draft: AnswerDraft, checking: Checking): AnswerError[] {
  return [
    ...ofWords(draft.why, { field: 'why', missing: 'why', wrong: 'whyWords' }, draft, checking),
    ...is(draft.leftOut === null, { field: 'left-out', code: 'leftOut' }), ...is(draft.harm === null, { field: 'harm', code: 'harm' }),
    ...(draft.harm === 'outweighed' ? ofWords(draft.harmWords, { field: 'harm-words', missing: 'harmWords', wrong: 'whyWords' }, draft, checking) : []),
  ];
}

function ofWords(text: string, { field, missing, wrong }: { field: string; missing: ErrorCode; wrong: ErrorCode }, { language }: AnswerDraft, { question }: Checking): AnswerError[] {
  if (blank(text)) return [{ field, code: missing }];
  return is(wordingOf(text, question, language).some(({ level }) => level === 'block'), { field, code: wrong });
}

function ofRefusing(draft: AnswerDraft, checking: Checking): AnswerError[] {
  const { refusing: { needsReasons, grounds } } = checking;
  const reasons = needsReasons || !blank(draft.writtenReasons) ? ofWords(draft.writtenReasons, { field: 'written-reasons', missing: 'reasons', wrong: 'reasonsWords' }, draft, checking) : [];
  const part = draft.items.length === 0 ? is(!blank(draft.pasted), { field: 'pasted', code: 'unsorted' }) : [...ofItems(draft, checking), ...searched(draft), ...ofReasons(draft, checking)];
  return [...is(draft.ground === null || !grounds.includes(draft.ground), { field: 'ground', code: 'ground' }), ...reasons, ...part];
}

function ofTalking(draft: AnswerDraft, { now }: Checking): AnswerError[] {
  const { until, untilTyped, questionBack, talkWhy } = draft;
  if (typeOf(draft) === 'CLARIFY') return is(blank(questionBack), { field: 'question-back', code: 'questionBack' });
  if (until === null) return [untilTyped === null ? { field: 'until', code: 'until' } : { field: momentTyped({ ...NO_MOMENT, ...untilTyped }) === null ? 'until-day-day' : 'until', code: 'untilTyped' }];
  return [...is(Date.parse(until) <= now.getTime(), { field: 'until', code: 'untilPast' }), ...is(blank(talkWhy), { field: 'talk-why', code: 'talkWhy' })];
}

function ofElsewhere({ elsewhere, elsewhereWords, redirectTo }: AnswerDraft): AnswerError[] {
  return [
    ...is(elsewhere === null, { field: 'elsewhere', code: 'elsewhere' }), ...is(elsewhere === 'wrong_team' && redirectTo === null, { field: 'redirect-to', code: 'redirectTo' }),
    ...is(elsewhere !== null && blank(elsewhereWords), { field: 'elsewhere-words', code: 'elsewhereWords' }),
  ];
}
