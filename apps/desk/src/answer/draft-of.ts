import type { JustificationRecord } from '@lateral/contracts';
import type { ResponseType } from '@lateral/domain';
import { isKnownNotRelevant, type ResponseCodes } from '@lateral/domain/justification';
import { dataClassesOf } from '@lateral/domain/prefill';
import type { Narrative, ResponseBody } from '@lateral/envelope/words';
import { emptyAnswer, HARM, LEFT_OUT, type AnswerDraft, type AnswerWay, type DataClasses, type NothingKind } from './answer-draft.js';
import { answerWords } from './answer-words.js';
import { relevanceOf, type Sorting } from './items.js';

const WAYS: Record<ResponseType, AnswerWay> = {
  FULL: 'share', PARTIAL: 'share', KNOWN_RELEVANT: 'share', VERBAL_GIVEN: 'share', NO_TRACE: 'nothing', KNOWN_NO_CONCERN: 'nothing', DECLINED: 'refuse', HOLDING: 'talk', CLARIFY: 'talk', REDIRECT: 'elsewhere', SUPERSEDED: 'elsewhere', IDENTITY_MISMATCH: 'elsewhere',
};

/** An answer that was sent, to be corrected: what it says, as it was written. The reasons are its own; only what is wrong has to be written anew. */
export function draftOf({ body, narrative, record }: { body: ResponseBody; narrative: Narrative; record: JustificationRecord }, request: string, { packs }: Pick<Sorting, 'packs'>): AnswerDraft {
  const { response } = record;
  const type = body.responseType;
  const way = type === 'PARTIAL' && body.refusalGround != null ? 'refuse' : WAYS[type];
  const kept = emptyAnswer({ request, language: body.language });
  const { given = [], systems = [], redirectTo = null } = response ?? {};
  return {
    ...kept, way, nothing: nothingOf(type, response), systems: [...systems], why: way === 'share' || body.items.length > 0 ? narrative.necessity : '',
    items: body.items.map((item) => ({ ...item, eventDate: item.eventDate ?? null, thirdParty: item.thirdParty ?? null, category: given.find((code) => relevanceOf(code, { packs, language: body.language }) === item.relevance) ?? given[0] ?? null, notPeople: [], confirmed: true, language: item.language ?? null })),
    leftOut: leftOutOf(narrative.proportionality, body.language), harm: harmOf(narrative.proportionality, body.language),
    dataClasses: classesOf(record, given),
    ground: body.refusalGround ?? null, writtenReasons: body.writtenReasons ?? '', instead: way === 'nothing' ? '' : body.context ?? '', until: body.holding?.until ?? null, talkWhy: body.holding?.why ?? '', questionBack: body.questionBack ?? '',
    elsewhere: type === 'IDENTITY_MISMATCH' ? 'wrong_person' : type === 'REDIRECT' ? 'wrong_team' : null, elsewhereWords: body.wrongPerson ?? body.redirect?.why ?? '', redirectTo,
  };
}

function nothingOf(type: ResponseType, response: ResponseCodes | null): NothingKind | null {
  if (type === 'NO_TRACE') return 'not_known';
  if (type !== 'KNOWN_NO_CONCERN') return null;
  return response !== null && isKnownNotRelevant(response) ? 'nothing_relevant' : 'no_concern';
}

function leftOutOf(said: string, language: AnswerDraft['language']): AnswerDraft['leftOut'] {
  return LEFT_OUT.find((each) => said.startsWith(answerWords.leftOut[each][language])) ?? null;
}

function harmOf(said: string, language: AnswerDraft['language']): AnswerDraft['harm'] {
  return HARM.find((each) => said.includes(answerWords.harm[each][language])) ?? null;
}

/** Null where they were what the categories tell, so that they follow what is given now. */
function classesOf({ specialCategory, criminalOffence }: JustificationRecord, given: readonly string[]): DataClasses | null {
  const offered = dataClassesOf(given);
  return offered.specialCategory === specialCategory && offered.criminalOffence === criminalOffence ? null : { specialCategory, criminalOffence };
}
