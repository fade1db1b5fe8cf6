import type { DecisionBody, Narrative, OutcomeBody, RecordBody, RequestBody, ResponseBody } from '@lateral/envelope';
import type { Outcome, ResponseType } from '@lateral/domain';
import type { Case, CaseAnswer, CaseItem, CasePerson, CaseRequest, CaseReturns } from './case.js';
import { pseudonymOf } from './pseudonyms.js';

/** A case leaves out what its people left empty; a letter has an empty text there. */
const said = (text: string | null): string => text ?? '';

/** What a practitioner writes to one agency: only the people in that request's scope, and who they are to each other. */
export function requestWords(played: Case, request: CaseRequest): RequestBody {
  const inScope = new Set(request.subject_scope.map(({ person }) => person));
  const terms = request.check === 'joined' && played.joined_check !== null ? played.joined_check : played;
  return {
    type: 'request', language: request.lang,
    people: played.people.filter(({ id }) => inScope.has(id)).map((person) => personWords(request, person)),
    relationships: played.relationships.filter(({ from, to }) => inScope.has(from) && inScope.has(to)).map(({ from, to, type, pr }) => ({ from: pseudonymOf(request, from), to: pseudonymOf(request, to), type, parentalResponsibility: pr })),
    referralReason: played.referral_reason, serviceHistory: played.service_history, question: said(request.question_asked),
    period: request.time_window === null ? null : { ...request.time_window },
    scope: request.subject_scope.map(({ person, role, why }) => ({ person: pseudonymOf(request, person), role, why })),
    purpose: terms.purpose_text, publicTaskStatement: request.public_task_statement,
  };
}

function personWords(request: CaseRequest, { id, name, aliases, roles, dob, addresses, note }: CasePerson): RequestBody['people'][number] {
  return {
    id: pseudonymOf(request, id), name, roles, dob, note, aliases: aliases.map((alias) => ({ name: alias.name, kind: alias.kind })),
    addresses: addresses.map(({ line, town, confidential }) => ({ line, town, confidential })),
  };
}

/** `override` are the words for going ahead against a capable adult's refusal. */
export function requestNarrative(request: CaseRequest, { rationale, override }: { rationale: string | null; override: string | null }): Narrative {
  return {
    language: request.lang, necessity: said(request.necessity_why), proportionality: said(request.proportionality_why), harmOfNotSharing: said(request.harm_of_not_sharing),
    ...(request.less_intrusive_considered === null ? {} : { lessIntrusive: request.less_intrusive_considered.text }),
    ...(rationale === null ? {} : { thresholdRationale: rationale }),
    ...(override === null ? {} : { overrideWords: override }),
  };
}

/** What an agency answers from its own systems. */
export function responseWords(request: CaseRequest, returns: CaseAnswer, names: string[]): ResponseBody {
  return {
    type: 'response', language: returns.lang, responseType: returns.response_type, items: returns.items.map((item) => itemWords(request, item)),
    systemsSearched: returns.systems_searched.map(({ system, search_terms, searched_at, searched_by }) => ({ system, terms: search_terms, searchedAt: said(searched_at), searchedBy: searched_by })),
    namesSearched: names, context: said(returns.context), analysis: returns.analysis, withheld: { ...returns.withheld },
    refusalGround: returns.refusal_ground, writtenReasons: returns.written_reasons,
    ...(returns.response_type === 'REDIRECT' ? { redirect: { to: request.agency_type, why: said(returns.context) } } : {}),
    ...(returns.response_type === 'IDENTITY_MISMATCH' ? { wrongPerson: said(returns.context) } : {}),
  };
}

function itemWords(request: CaseRequest, item: CaseItem): ResponseBody['items'][number] {
  return {
    id: item.id, about: pseudonymOf(request, item.about_person), nature: item.nature as ResponseBody['items'][number]['nature'], text: item.text, source: said(item.source),
    relevance: item.relevance ?? '', handling: (item.handling ?? 'consult_before_onward_use') as ResponseBody['items'][number]['handling'],
    language: item.lang, eventDate: item.event_date, recordedDate: item.recorded_date, reliability: item.reliability,
  };
}

/** An answer before the answer: given by telephone, a question back, a word that it will take longer, or that somebody else or nobody is meant. */
export function interimWords(request: CaseRequest, type: ResponseType, text: string): ResponseBody {
  return {
    type: 'response', language: request.lang, responseType: type, items: [], systemsSearched: [], namesSearched: [],
    ...(type === 'CLARIFY' ? { questionBack: text } : type === 'REDIRECT' ? { redirect: { to: request.agency_type, why: text } } : type === 'IDENTITY_MISMATCH' ? { wrongPerson: text } : { context: text }),
  };
}

/** The answer again with the touched items put right: a new version, never an edit. */
export function correctedWords(answer: ResponseBody, touched: readonly string[], correction: string): ResponseBody {
  return { ...answer, items: answer.items.map((item) => (touched.includes(item.id) ? { ...item, text: correction } : item)) };
}

export function answerNarrative(returns: CaseReturns): Narrative {
  return {
    language: returns.lang, necessity: said(returns.necessity_why), proportionality: said(returns.proportionality_why),
    ...(returns.written_reasons === null ? {} : { writtenReasons: returns.written_reasons }),
  };
}

export interface DecisionPlan {
  outcome: Outcome;
  rationale: string;
  points: { id: string; text: string; reliesOn: string[] }[];
}

/** A decision's words; `find` says in which message an item came, and leaves out what never came. */
export function decisionWords(decision: DecisionPlan, language: 'en' | 'cy', find: (item: string) => string | null): DecisionBody {
  const references = (items: readonly string[]): { message: string; item: string }[] =>
    items.flatMap((item) => {
      const message = find(item);
      return message === null ? [] : [{ message, item }];
    });
  return {
    type: 'decision', language, outcome: decision.outcome, rationale: decision.rationale,
    reliedOn: references([...new Set(decision.points.flatMap(({ reliesOn }) => reliesOn))]),
    points: decision.points.map(({ id, text, reliesOn }) => ({ id, text, reliedOn: references(reliesOn) })),
  };
}

export function outcomeWords(decision: DecisionPlan, language: 'en' | 'cy'): OutcomeBody {
  const text = { en: 'Thank you. This is what was decided after your answer.', cy: 'Diolch. Dyma beth a benderfynwyd ar ôl eich ateb.' };
  return { type: 'outcome', language, outcome: decision.outcome, text: text[language] };
}

/** What a second person wrote about an emergency override, beside the question and period that it left with. */
export function reviewWords({ language, question, period }: RequestBody, text: string): RecordBody {
  return { type: 'record', language, text, question, period };
}
