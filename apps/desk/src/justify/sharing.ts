import type { JustificationRecord } from '@lateral/contracts';
import type { CodedShare, LawfulStack, ResponseCodes } from '@lateral/domain/justification';
import { dataClassesOf, offeredFor, type Offered } from '@lateral/domain/prefill';
import type { CodedDraft, KnownAgency } from '../crypto/protocol.js';
import { stackFor, type Surroundings } from './asking.js';
import { partyOf } from './parties.js';

/** What the answering side decided beside its codes. `stack` is null until the person changes what is offered. */
export interface SharingChoices {
  response: ResponseCodes;
  stack: LawfulStack | null;
  dataClasses: { specialCategory: boolean; criminalOffence: boolean } | null;
  acknowledgements: CodedShare['acknowledgements'];
  override: CodedShare['override'];
}

/** What the agreement, or else the catalogue, offers the answering side. `request` is the record that came with the question. */
export function offeredToShare(request: JustificationRecord, asking: KnownAgency, { response }: Pick<SharingChoices, 'response'>, { own, law, on }: Surroundings): Offered | null {
  return offeredFor({
    question: { direction: 'sharing', asking: partyOf(asking), answering: partyOf(own), purpose: request.purpose, categories: response.given, window: request.window, on, urgency: request.urgency },
    subject: request.subjectKind, threshold: request.threshold, catalogue: law.catalogue, agreements: law.agreements,
  });
}

/** The coded record of an answer: on the question's terms, with the answering side's own stack, because it is the controller that discloses. */
export function sharingDraft(request: JustificationRecord, asking: KnownAgency, choices: SharingChoices, around: Surroundings): CodedDraft {
  const { own, law, policyDocument } = around;
  const { response, acknowledgements, override } = choices;
  const classes = choices.dataClasses ?? dataClassesOf(response.given);
  const { purpose, urgency, threshold, subjectKind, strategyDiscussionAt, subjects, categories, window } = request;
  return {
    direction: 'sharing', agency: own.id, purpose, urgency, threshold, subjectKind, strategyDiscussionAt, subjects, categories, window, ...classes,
    stack: choices.stack ?? stackFor(offeredToShare(request, asking, choices, around), { own, other: asking, classes, consent: null, policyDocument, law }),
    lessIntrusive: null, consent: null, thirdParties: [], response, acknowledgements, override,
  };
}
