import type { CodedShare, Consent } from '../justification/share.js';
import { PHRASES } from './phrases.js';
import type { Language } from './say.js';
import { counted, say } from './say.js';
import { ABOUT_KIND, CAPACITY_CALLED, INFORMED_CALLED, LESS_INTRUSIVE_CALLED, NOT_SOUGHT_CALLED, OUTCOME_CALLED, OVERRIDE_GROUND_CALLED, ROLE_CALLED } from './words.js';

/** Whom the check is about, without a name: kind and roles. */
export function scopeSentence({ subjectKind, subjects }: CodedShare, language: Language): string {
  return say(PHRASES.about, language, { kind: ABOUT_KIND[subjectKind][language], roles: counted(subjects.map(({ role }) => ROLE_CALLED[role][language])) || say(PHRASES.unknown, language) });
}

/** What those concerned said and were told, and what was tried before asking. */
export function peopleSentences({ direction, consent, lessIntrusive, thirdParties }: CodedShare, language: Language): string[] {
  const asking = direction === 'asking';
  return [
    ...(consent === null ? [] : consentSentences(consent, language)),
    ...(lessIntrusive !== null ? [say(PHRASES.lessIntrusive, language, { means: LESS_INTRUSIVE_CALLED[lessIntrusive][language] })] : asking ? [say(PHRASES.noLessIntrusive, language)] : []),
    ...(thirdParties.length === 0 ? [] : [say(PHRASES.thirdParties, language, { count: String(thirdParties.length), relevant: String(thirdParties.filter(({ relevanceTicked }) => relevanceTicked).length) })]),
  ];
}

function consentSentences(consent: Consent, language: Language): string[] {
  const { informed, capacity, overrideGround } = consent;
  return [
    agreementOfPeople(consent, language),
    say(PHRASES.informed, language, { informed: INFORMED_CALLED[informed][language] }),
    ...(capacity === null || capacity === 'not_applicable' ? [] : [say(PHRASES.capacity, language, { capacity: CAPACITY_CALLED[capacity][language] })]),
    ...(overrideGround === null ? [] : [say(PHRASES.againstRefusal, language, { ground: OVERRIDE_GROUND_CALLED[overrideGround][language] })]),
  ];
}

function agreementOfPeople({ sought, outcome, notSoughtReason }: Consent, language: Language): string {
  if (sought === 'yes') return outcome === null ? say(PHRASES.agreementSoughtOnly, language) : say(PHRASES.agreementSought, language, { outcome: OUTCOME_CALLED[outcome][language] });
  if (sought === 'not_appropriate') return say(PHRASES.agreementNotAppropriate, language);
  return notSoughtReason === null ? say(PHRASES.agreementNotSoughtOnly, language) : say(PHRASES.agreementNotSought, language, { reason: NOT_SOUGHT_CALLED[notSoughtReason][language] });
}
