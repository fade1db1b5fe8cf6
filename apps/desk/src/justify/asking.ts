import type { Purpose, Threshold, LessIntrusive, SubjectRole, Urgency } from '@lateral/domain';
import type { CodedShare, Consent, LawfulStack, SubjectKind } from '@lateral/domain/justification';
import { dataClassesOf, lawfulStackFrom, offeredFor, type Offered } from '@lateral/domain/prefill';
import type { CodedDraft, KnownAgency } from '../crypto/protocol.js';
import type { Law } from './law.js';
import { partyOf } from './parties.js';

/** What the asking side chose once, for every agency that is asked. Subjects are the check's pseudonyms (`p1`). */
export interface AskingChoices {
  purpose: Purpose;
  urgency: Urgency;
  threshold: Threshold | null;
  subjectKind: SubjectKind;
  strategyDiscussionAt: string | null;
  subjects: { subject: string; role: SubjectRole }[];
  lessIntrusive: LessIntrusive | null;
  consent: Consent;
}

/** What was chosen for one agency. `stack` and the data classes are null until the person changes what is offered. */
export interface AskedOf {
  asked: KnownAgency;
  categories: string[];
  window: CodedShare['window'];
  stack: LawfulStack | null;
  dataClasses: { specialCategory: boolean; criminalOffence: boolean } | null;
  thirdParties: CodedShare['thirdParties'];
  acknowledgements: CodedShare['acknowledgements'];
  override: CodedShare['override'];
}

export interface Surroundings { own: KnownAgency; law: Law; policyDocument: LawfulStack['policyDocument']; /** Calendar day in London. */ on: string }

/** What the agreement, or else the catalogue, offers the asking side to rely on. */
export function offeredToAsk(choices: AskingChoices, { asked, categories, window }: Pick<AskedOf, 'asked' | 'categories' | 'window'>, { own, law, on }: Surroundings): Offered | null {
  return offeredFor({
    question: { direction: 'asking', asking: partyOf(own), answering: partyOf(asked), purpose: choices.purpose, categories, window, on, urgency: choices.urgency },
    subject: choices.subjectKind, threshold: choices.threshold, catalogue: law.catalogue, agreements: law.agreements,
  });
}

/** The coded record of a question to one agency: what was chosen, the rest from what is offered. */
export function askingDraft(choices: AskingChoices, of: AskedOf, around: Surroundings): CodedDraft {
  const { own, law, policyDocument } = around;
  const classes = of.dataClasses ?? dataClassesOf(of.categories);
  const { purpose, urgency, threshold, subjectKind, strategyDiscussionAt, subjects, lessIntrusive, consent } = choices;
  return {
    direction: 'asking', agency: own.id, purpose, urgency, threshold, subjectKind, strategyDiscussionAt, subjects, categories: of.categories, window: of.window, ...classes,
    stack: of.stack ?? stackFor(offeredToAsk(choices, of, around), { own, other: of.asked, classes, consent, policyDocument, law }),
    lessIntrusive, consent, thirdParties: of.thirdParties, response: null, acknowledgements: of.acknowledgements, override: of.override,
  };
}

interface StackFor { own: KnownAgency; other: KnownAgency; classes: { specialCategory: boolean; criminalOffence: boolean }; consent: Consent | null; policyDocument: LawfulStack['policyDocument']; law: Law }

/** A stack that is empty where nothing is offered: the rules then say what is missing. */
export function stackFor(offered: Offered | null, { own, other, classes, consent, policyDocument, law: { catalogue } }: StackFor): LawfulStack {
  if (offered !== null) return lawfulStackFrom(offered.stack, { nation: own.nation, owner: own.type, other: other.type, catalogue, ...classes, consent, policyDocument });
  return { defaultStack: null, regime: 'REG-P2', art6: [], art9: [], sch1: [], art10: [], p3: [], s36Authority: null, gateway: [], confidentiality: [], hra: [], s118Reason: null, policyDocument, wouldShareAnyway: null, catalogueVersion: catalogue.version };
}
