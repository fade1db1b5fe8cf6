import type { BothLanguages } from '../justification/judgement.js';
import type { CodedShare, SealedField } from '../justification/share.js';
import type { NamesByCode } from './answer.js';
import { answerSentences, called } from './answer.js';
import type { RowsByCode } from './law.js';
import { lawSentences } from './law.js';
import { peopleSentences, scopeSentence } from './people.js';
import { ANSWER, NARRATIVE, OPENING, PHRASES } from './phrases.js';
import type { Language } from './say.js';
import { dayIn, listed, say, timeIn } from './say.js';
import { ACKNOWLEDGEMENT_CALLED, OVERRIDE_CALLED, PURPOSE_CALLED, THRESHOLD_CALLED, URGENCY_CALLED } from './words.js';

/** Everything a statement is made of. The hub, which has no words, leaves `narrative` null. */
export interface StatementInput {
  share: CodedShare;
  owner: { name: BothLanguages };
  /** Null where a record has no recipient. */
  other: { name: BothLanguages } | null;
  /** Rows of the catalogue version that the share names. */
  rows: RowsByCode;
  /** Names of data categories and systems, from the question packs. */
  names: NamesByCode;
  /** What covers the share; `clause` is null where no clause of it does. */
  agreement: { reference: string; version: number; clause: string | null } | null;
  /** ISO 8601 with an offset; null where no answer is due. */
  dueAt: string | null;
  narrative: Partial<Record<SealedField, string>> | null;
}

/**
 * The paragraph that both agencies and their data protection officers read: who asks or tells whom what and why, on what law,
 * with whose agreement, under which agreement and by when. The same input gives the same text, in English or in Welsh.
 */
export function composeStatement(input: StatementInput, language: Language): string {
  const { share, rows, names } = input;
  return [
    opening(input, language),
    scopeSentence(share, language),
    ...reasonSentences(share, language),
    ...(share.response === null ? [] : answerSentences(share.response, names, language)),
    ...dataSentences(share, names, language),
    ...lawSentences(share.stack, rows, language),
    ...peopleSentences(share, language),
    ...passedSentences(share, language),
    ...coverSentences(input, language),
    ...narrativeSentences(input, language),
  ].join(' ');
}

function opening({ share, owner, other }: StatementInput, language: Language): string {
  const phrase = share.response === null ? OPENING[share.direction] : ANSWER[share.response.decision];
  return say(phrase, language, { owner: owner.name[language], other: other?.name[language] ?? say(PHRASES.unknown, language) });
}

function reasonSentences({ purpose, urgency, threshold, strategyDiscussionAt }: CodedShare, language: Language): string[] {
  return [
    say(PHRASES.purpose, language, { purpose: PURPOSE_CALLED[purpose][language], urgency: URGENCY_CALLED[urgency][language] }),
    ...(threshold === null ? [] : [say(PHRASES.threshold, language, { threshold: THRESHOLD_CALLED[threshold][language] })]),
    ...(strategyDiscussionAt === null ? [] : [say(PHRASES.strategy, language, { time: timeIn(language, strategyDiscussionAt) })]),
  ];
}

function dataSentences({ categories, window, specialCategory, criminalOffence }: CodedShare, names: NamesByCode, language: Language): string[] {
  return [
    ...(categories.length === 0 ? [] : [say(PHRASES.categories, language, { list: called(categories, names, language) })]),
    ...(window === null ? [] : [say(PHRASES.window, language, { from: dayIn(language, window.from), to: dayIn(language, window.to) })]),
    ...(specialCategory ? [say(PHRASES.specialCategory, language)] : []),
    ...(criminalOffence ? [say(PHRASES.criminalOffence, language)] : []),
  ];
}

function passedSentences({ acknowledgements, override }: CodedShare, language: Language): string[] {
  const passed = acknowledgements.map(({ finding, reason }) => `${finding} (${ACKNOWLEDGEMENT_CALLED[reason][language]})`);
  return [
    ...(passed.length === 0 ? [] : [say(PHRASES.acknowledged, language, { list: listed(passed) })]),
    ...(override === null ? [] : [say(PHRASES.override, language, { reason: OVERRIDE_CALLED[override.reason][language] })]),
  ];
}

function coverSentences({ agreement, dueAt }: StatementInput, language: Language): string[] {
  const due = dueAt === null ? [] : [say(PHRASES.due, language, { time: timeIn(language, dueAt) })];
  if (agreement === null) return [say(PHRASES.noAgreement, language), ...due];
  const { reference, clause } = agreement;
  const version = String(agreement.version);
  return [clause === null ? say(PHRASES.agreementWithoutClause, language, { reference, version }) : say(PHRASES.agreement, language, { reference, version, clause }), ...due];
}

function narrativeSentences({ narrative }: StatementInput, language: Language): string[] {
  if (narrative === null) return [say(PHRASES.noWords, language)];
  return NARRATIVE.flatMap(([field, phrase]) => {
    const words = narrative[field]?.trim() ?? '';
    return words === '' ? [] : [say(phrase, language, { words })];
  });
}
