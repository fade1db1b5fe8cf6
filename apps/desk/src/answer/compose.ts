import type { JustificationRecord } from '@lateral/contracts';
import type { ResponseType } from '@lateral/domain';
import { ANSWER_FORMS, type ItemCodes, type ResponseCodes, type ResponseDecision } from '@lateral/domain/justification';
import type { Narrative, RequestBody, ResponseBody } from '@lateral/envelope/words';
import type { CodedDraft, KnownAgency } from '../crypto/protocol.js';
import type { Surroundings } from '../justify/asking.js';
import { sharingDraft } from '../justify/sharing.js';
import { composedUnder } from '../justify/as-emergency.js';
import { judged, type Judged } from '../justify/verdict.js';
import type { AnswerDraft, AnswerFile, ItemDraft } from './answer-draft.js';
import { answerWords } from './answer-words.js';

/** The question as it was opened: its words, and the record that came with it. */
export interface AskedQuestion { body: RequestBody; record: JustificationRecord; asking: KnownAgency }
export interface Answering extends Surroundings { question: AskedQuestion; now: Date; /** How the writer is called, for the asking side; sealed. */ answeredBy: ResponseBody['answeredBy']; approvedBy: string | null }
export interface ComposedAnswer { body: ResponseBody; narrative: Narrative; record: CodedDraft; judged: Judged; attachment: AnswerFile | null }

/**
 * What an answer becomes: its words, its reasons and its coded record, and what the rules make of it. Null while it is not said which way
 * it goes.
 */
export function composeAnswer(written: AnswerDraft, answering: Answering): ComposedAnswer | null {
  const draft = ofItsWay(written);
  const type = typeOf(draft);
  if (type === null) return null;
  return composedUnder(draft.override, (override) => composeUnder(override, draft, type, answering));
}

/**
 * Without what was written or attached under another way of answering: it stays in the draft for whoever goes back, and nothing is sent that
 * its writer does not see.
 */
function ofItsWay(draft: AnswerDraft): AnswerDraft {
  const { way, items, why, instead, attachment } = draft;
  const hasReasons = way === 'share' || (way === 'refuse' && items.length > 0);
  return { ...draft, why: hasReasons ? why : '', instead: way === 'refuse' ? instead : '', attachment: way === 'share' || way === 'refuse' ? attachment : null };
}

function composeUnder(override: AnswerDraft['override'], draft: AnswerDraft, type: ResponseType, answering: Answering): ComposedAnswer {
  const { question } = answering;
  const response = codesOf(draft, type, question);
  const record = sharingDraft(question.record, question.asking, { response, stack: draft.stack, dataClasses: draft.dataClasses ?? null, acknowledgements: draft.acknowledgements, override }, answering);
  const body = bodyOf(draft, { type, response, answering });
  const narrative = narrativeOf({ ...draft, override }, type, body);
  return { body, narrative, record, judged: judged(record, { body, narrative }, { other: question.asking, request: question.record, around: answering }), attachment: draft.attachment };
}

/** Which of the answer types (facts 3.5) it is. */
export function typeOf({ way, nothing, leftOut, items, until, untilTyped, questionBack, elsewhere }: AnswerDraft): ResponseType | null {
  switch (way) {
    case 'nothing': return nothing === null ? null : nothing === 'not_known' ? 'NO_TRACE' : 'KNOWN_NO_CONCERN';
    case 'share': return leftOut === 'cannot_share' ? 'PARTIAL' : 'FULL';
    case 'refuse': return items.length > 0 ? 'PARTIAL' : 'DECLINED';
    case 'talk': return until !== null ? 'HOLDING' : untilTyped === null && questionBack.trim() !== '' ? 'CLARIFY' : null;
    case 'elsewhere': return elsewhere === null ? null : elsewhere === 'wrong_person' ? 'IDENTITY_MISMATCH' : 'REDIRECT';
    case null: return null;
  }
}

const GIVING: readonly ResponseType[] = ['FULL', 'PARTIAL'];
const SEARCHED: readonly ResponseType[] = ['FULL', 'PARTIAL', 'NO_TRACE', 'KNOWN_NO_CONCERN', 'IDENTITY_MISMATCH'];

function codesOf(draft: AnswerDraft, type: ResponseType, { body, record }: AskedQuestion): ResponseCodes {
  const items = GIVING.includes(type) ? draft.items : [];
  const isSearched = SEARCHED.includes(type);
  return {
    type, decision: decisionOf(draft, type), refusalGround: type === 'DECLINED' ? draft.ground : null, systems: isSearched ? draft.systems : [], searched: isSearched ? body.people.map(({ id }) => id) : [],
    items: items.map(itemCodes), given: givenBy(items, record), withheld: { withheld: type === 'PARTIAL', categories: [] }, until: type === 'HOLDING' ? draft.until : null,
    redirectTo: type === 'REDIRECT' ? draft.redirectTo : null,
  };
}

/** The usual decision of its type; known and nothing that bears on the question is a part, because more is held. */
function decisionOf({ nothing }: AnswerDraft, type: ResponseType): ResponseDecision {
  const { decisions } = ANSWER_FORMS[type];
  return (type === 'KNOWN_NO_CONCERN' && nothing === 'nothing_relevant' ? decisions[1] : undefined) ?? decisions[0]!;
}

function itemCodes({ id, about, nature, relevance, handling, thirdParty }: ItemDraft): ItemCodes {
  return { item: id, about, nature, relevance: relevance.trim() !== '', handling, thirdParty: thirdParty === null ? null : { relevanceTicked: thirdParty.relevant } };
}

/** Categories of the question that items answer; an item for which none was named is for the first. */
function givenBy(items: readonly ItemDraft[], { categories }: JustificationRecord): string[] {
  return [...new Set(items.flatMap(({ category }) => category ?? categories[0] ?? []))].filter((category) => categories.includes(category));
}

function bodyOf(draft: AnswerDraft, { type, response, answering }: { type: ResponseType; response: ResponseCodes; answering: Answering }): ResponseBody {
  const { language } = draft;
  const { question, law, now, answeredBy, approvedBy } = answering;
  const names = [...question.body.people.map(({ name }) => name), ...draft.alsoSearched.split(/[,;\n]/u).map((name) => name.trim()).filter((name) => name !== '')];
  const systemNamed = (code: string): string => law.packs.flatMap(({ systems }) => systems).find((system) => system.code === code)?.name[language] ?? code;
  const searchedBy = answeredBy?.name ?? '';
  return {
    type: 'response', language, responseType: type, decision: response.decision,
    items: response.items.length === 0 ? [] : draft.items.map((item) => itemWords(item, language)),
    systemsSearched: response.systems.map((code) => ({ system: systemNamed(code), terms: names.join('; '), searchedAt: now.toISOString(), searchedBy })), namesSearched: response.searched.length === 0 ? [] : names,
    withheld: { withheld: response.withheld.withheld, category: null }, refusalGround: draft.way === 'refuse' ? draft.ground : null, writtenReasons: draft.way === 'refuse' ? textOrNull(draft.writtenReasons) : null,
    ...contextOf(draft, type, response), ...(answeredBy === undefined ? {} : { answeredBy }), ...(approvedBy === null ? {} : { approvedBy }),
  };
}

function contextOf(draft: AnswerDraft, type: ResponseType, { until }: ResponseCodes): Partial<ResponseBody> {
  const { nothing, language } = draft;
  if (draft.way === 'nothing' && nothing !== null) return { context: answerWords.nothing[nothing][language] };
  if (type === 'HOLDING') return { holding: { until: until ?? '', why: draft.talkWhy.trim() } };
  if (type === 'CLARIFY') return { questionBack: draft.questionBack.trim() };
  if (type === 'REDIRECT') return { redirect: { to: draft.redirectTo ?? '', why: draft.elsewhereWords.trim() } };
  if (type === 'IDENTITY_MISMATCH') return { wrongPerson: draft.elsewhereWords.trim() };
  return draft.instead.trim() === '' ? {} : { context: draft.instead.trim() };
}

function itemWords({ id, about, nature, text, source, relevance, handling, eventDate, thirdParty, language: own }: ItemDraft, language: AnswerDraft['language']): ResponseBody['items'][number] {
  return { id, about, nature, text: text.trim(), source: source.trim(), relevance: relevance.trim(), handling, language: own ?? language, eventDate, thirdParty };
}

/** Where nothing is given the search is the record; else what the writer says of why and of what was left out. */
function narrativeOf(draft: AnswerDraft, type: ResponseType, { systemsSearched, namesSearched, items }: ResponseBody): Narrative {
  const { language, why, override, writtenReasons, way } = draft;
  const searched = answerWords.searched[language].replace('{systems}', systemsSearched.map(({ system }) => system).join('; ')).replace('{count}', String(namesSearched.length));
  const said = why.trim();
  const necessity = said !== '' ? said : SEARCHED.includes(type) ? searched : answerWords.interim[language];
  return {
    language, necessity, proportionality: items.length === 0 && !GIVING.includes(type) ? answerWords.nothingGiven[language] : proportionalityOf(draft),
    ...(way === 'refuse' && writtenReasons.trim() !== '' ? { writtenReasons: writtenReasons.trim() } : {}), ...(override === null ? {} : { overrideWords: necessity }),
  };
}

/** Empty while the writer has said neither. */
function proportionalityOf({ language, leftOut, harm, harmWords }: AnswerDraft): string {
  return [leftOut === null ? '' : answerWords.leftOut[leftOut][language], harm === null ? '' : answerWords.harm[harm][language], harm === 'outweighed' ? harmWords.trim() : ''].filter((text) => text !== '').join(' ');
}

function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
