import type { AgencyType, RefusalGround } from '@lateral/domain';
import type { CodedShare, HandlingLimit, ItemNature, LawfulStack } from '@lateral/domain/justification';
import type { AttachmentKey } from '@lateral/envelope/words';
import type { Language } from '../words/languages.js';

/** Nothing to share, of three kinds that are kept apart: nobody known; known and no concern; known, and nothing that bears on the question. */
export const NOTHING_KINDS = ['not_known', 'no_concern', 'nothing_relevant'] as const;
export type NothingKind = (typeof NOTHING_KINDS)[number];
/** What somebody answers: nothing held; something; not all or nothing of it; a talk or more time first; another person or team is meant. */
export const ANSWER_WAYS = ['nothing', 'share', 'refuse', 'talk', 'elsewhere'] as const;
export type AnswerWay = (typeof ANSWER_WAYS)[number];
export const LEFT_OUT = ['nothing', 'other_people', 'older_history', 'source', 'cannot_share'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];
export const HARM = ['none_known', 'limits_set', 'outweighed'] as const;
export type Harm = (typeof HARM)[number];

/** One piece of what is held. `about`: the request's pseudonym of a person, or `other`; `category`: the question that it answers. */
export interface ItemDraft {
  id: string;
  text: string;
  eventDate: string | null;
  about: string;
  category: string | null;
  nature: ItemNature;
  source: string;
  relevance: string;
  handling: HandlingLimit;
  /** Set where it tells of somebody outside the check, and whether the writer ticked that it is relevant. */
  thirdParty: { who: string; relevant: boolean } | null;
  /** Words that look like a name and that the writer says are none. */
  notPeople: string[];
  /** Whether somebody looked at what the paste was made into; what was typed here is. */
  confirmed: boolean;
  /** The language that it is held in; null where that is the answer's. */
  language: Language | null;
}

/** Whether what is given is special category data (UK GDPR Art 9), and whether it is about offences (Art 10). */
export interface DataClasses { specialCategory: boolean; criminalOffence: boolean }
/** A file that is sealed and stored, and how whoever cannot see it is told what it shows. */
export interface AnswerFile { key: AttachmentKey; description: string }
/** A moment as its boxes have it, unread. */
export interface MomentBoxes { day: string; month: string; year: string; time: string }
export const NO_MOMENT: MomentBoxes = { day: '', month: '', year: '', time: '' };

/** An answer while it is written; sealed to its writer, or to the team for an approver, whenever it is put away. */
export interface AnswerDraft {
  v: 1;
  request: string;
  language: Language;
  way: AnswerWay | null;
  nothing: NothingKind | null;
  systems: string[];
  alsoSearched: string;
  pasted: string;
  items: ItemDraft[];
  /** How it could change the decision. */
  why: string;
  /** What was left out and whom it could harm: null until the writer has said so. */
  leftOut: LeftOut | null;
  harm: Harm | null;
  harmWords: string;
  ground: RefusalGround | null;
  writtenReasons: string;
  /** What can be said in place of it: "Please phone before acting". */
  instead: string;
  /** More time, or a talk first. ISO 8601; null where none was chosen. */
  until: string | null;
  /** Set while another moment than those offered is typed. */
  untilTyped: MomentBoxes | null;
  talkWhy: string;
  questionBack: string;
  elsewhere: 'wrong_person' | 'wrong_team' | null;
  elsewhereWords: string;
  redirectTo: AgencyType | null;
  stack: LawfulStack | null;
  /** Null while it is as the categories tell. */
  dataClasses: DataClasses | null;
  acknowledgements: CodedShare['acknowledgements'];
  override: CodedShare['override'];
  attachment: AnswerFile | null;
  /** Put to an approver, and what the writer or the approver says to the other. Not part of the answer. */
  forApproval: boolean;
  note: string;
  /** What an approver is writing to whoever wrote it. */
  backNote?: string;
  /** The draft of a colleague that this releases: its id and version, and who wrote it. */
  approves: { draft: string; version: number; by: string } | null;
  /** The message that this takes the place of, where it corrects one. */
  corrects: string | null;
}

export function emptyAnswer({ request, language }: { request: string; language: Language }): AnswerDraft {
  return {
    v: 1, request, language, way: null, nothing: null, systems: [], alsoSearched: '', pasted: '', items: [], why: '', leftOut: null, harm: null, harmWords: '', ground: null, writtenReasons: '', instead: '',
    until: null, untilTyped: null, talkWhy: '', questionBack: '', elsewhere: null, elsewhereWords: '', redirectTo: null, stack: null, dataClasses: null, acknowledgements: [], override: null,
    attachment: null, forApproval: false, note: '', approves: null, corrects: null,
  };
}

export function emptyItem(id: string, { about, category }: { about: string; category: string | null }): ItemDraft {
  return { id, text: '', eventDate: null, about, category, nature: 'fact', source: '', relevance: '', handling: 'consult_before_onward_use', thirdParty: null, notPeople: [], confirmed: false, language: null };
}
