import { isNhsNumber, isUpn } from '../wording/check-digits.js';
import { fold } from '../wording/fold.js';
import { writtenDates } from './dates.js';
import type { Draft, IdentifierKind } from './person.js';
import { roleCalled } from './relations.js';

const UPN = /(?:(?<!\p{L})UPN[ :.]*)?(?<![\p{L}\d])([A-HJ-NP-RT-Z]\d{3}[ -]?\d{4}[ -]?\d{2}[ -]?\d{2}[\dA-HJ-NP-RT-Z])(?![\p{L}\d])/iu;
const NHS_NUMBER = /(?:(?<!\p{L})(?:NHS|rhif (?:y )?GIG|GIG)(?: ?(?:number|no|num))?[ :.]*)?(?<![\d/])([1-9]\d{2}[ \u00a0-]?\d{3}[ \u00a0-]?\d{4})(?![\d/])/iu;
const BIRTH = /(?:\(?(?<!\p{L})(?:d\.?o\.?b\.?|date of birth|born|b\.|dyddiad geni|d\.?g\.?|ganwyd|ganed)[ :]*)$/iu;
const POSTCODE = /(?<!\p{L})[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}(?![\p{L}\d])/iu;
const NAME = /^\(?\p{Lu}[\p{L}\p{M}'’.-]*(?:[ ,]+(?:(?:ap|ab|ferch|van|von|de|der|den|da|el|al|bin|bint|ibn|baby|child|baban|babi|plentyn)|[("“]?\p{Lu}[\p{L}\p{M}'’.)"”-]*)){0,5}$/u;
const STREET = /^(?:\d+[A-Z]?(?:[ ,/-]\s?\d+[A-Z]?)? \p{L}|flat |fflat |apartment |unit |room |ystafell |uned )|(?<!\p{L})(?:street|road|avenue|close|lane|drive|court|place|terrace|way|gardens|crescent|grove|stryd|heol|ffordd|rhodfa|clos|lon|maes|rhes|teras|gerddi|tyddyn)$/iu;

/** Streets end in these, and so do names: of somebody who is known to be meant it is the name. */
const SURNAME_TOO = /(?<!\p{L})(?:lane|close|court|way|grove|place|drive|maes)$/iu;

/** In what heads a part of a form, or says that nobody is known; in no name. */
const IN_NO_NAME = new Set(['details', 'relationship', 'relationships', 'household', 'family', 'members', 'contacts', 'children', 'adults', 'people', 'person', 'summary', 'record', 'records', 'known', 'unknown', 'none', 'nobody', 'demographics', 'identifiers', 'network',
  'manylion', 'perthnasau', 'perthynas', 'aelwyd', 'teulu', 'aelodau', 'pobl', 'plant', 'oedolion', 'crynodeb', 'cofnod', 'cofnodion', 'anhysbys', 'neb', 'hysbys']);

/** Reads what stands about one person without labels, "Surname, Forename, 12/03/2015, 4 High Street", into a draft. */
export function readPersonWords(words: string, draft: Draft, today: string): void {
  let rest = takeBirth(words, draft, today);
  rest = takeIdentifier(rest, 'upn', UPN, isUpn, draft);
  rest = takeIdentifier(rest, 'nhs_number', NHS_NUMBER, isNhsNumber, draft);
  rest = takeRelation(rest, draft);
  const parts = rest.split(/\t|[,;|]|\s[–—-]\s|\s{3,}/u).map((part) => part.trim()).filter((part) => part !== '');
  placeParts(nameParts(parts, draft), draft);
}

/** Puts a date where nothing else holds a place; the words without it. */
function takeBirth(words: string, draft: Draft, today: string): string {
  const dates = writtenDates(words, today);
  const born = dates.find(({ start }) => BIRTH.test(words.slice(Math.max(0, start - 40), start))) ?? (dates.length === 1 ? dates[0] : undefined);
  if (born === undefined || draft.dob !== null) return words;
  draft.dob = born.date;
  return `${words.slice(0, born.start).replace(BIRTH, '').replace(/[([]\s*$/u, '')},${words.slice(born.end).replace(/^[)\]]/u, '')}`;
}

function takeIdentifier(words: string, kind: IdentifierKind, pattern: RegExp, isRight: (written: string) => boolean, draft: Draft): string {
  const match = pattern.exec(words);
  if (match === null || !isRight(match[1]!)) return words;
  draft.identifiers.push({ kind, value: match[1]!.replace(/[^\p{L}\d]/gu, '').toUpperCase() });
  return `${words.slice(0, match.index)},${words.slice(match.index + match[0].length)}`;
}

/** "(Mother)" wherever it stands. */
function takeRelation(words: string, draft: Draft): string {
  const match = [...words.matchAll(/\(([^()]+)\)/gu)].find(([, inside]) => roleCalled(inside!) !== null);
  if (match === undefined || draft.relation !== null) return words;
  setRelation(match[1]!, draft);
  return `${words.slice(0, match.index)},${words.slice(match.index + match[0].length)}`;
}

export function setRelation(written: string, draft: Draft): void {
  draft.relation = written.trim();
  draft.role = roleCalled(written);
}

/** Takes the name from the first parts: "Jane Doe", or "Doe" and "Jane". What is left comes back. */
function nameParts(parts: string[], draft: Draft): string[] {
  const [first, second, ...others] = parts;
  if (first === undefined || draft.name.length > 0) return parts;
  const isPlain = (part: string): boolean => !/\d/u.test(part) && roleCalled(part) === null && part.split(' ').length <= 6 && !/[.!?]$/u.test(part) && !part.split(/[^\p{L}\p{M}]+/u).some((word) => IN_NO_NAME.has(fold(word)));
  const isSomebody = draft.relation !== null || draft.dob !== null;
  const isStreet = (part: string): boolean => STREET.test(part) && !(isSomebody && NAME.test(part) && SURNAME_TOO.test(part));
  if (draft.relation === null && roleCalled(first) !== null && second !== undefined) {
    setRelation(first, draft);
    return nameParts(parts.slice(1), draft);
  }
  if (!isPlain(first) || isStreet(first) || (!NAME.test(first) && parts.length === 1 && draft.dob === null && draft.identifiers.length === 0)) return parts;
  const isSurname = second !== undefined && !/\s/u.test(first) && NAME.test(second) && isPlain(second) && !isStreet(second) && !POSTCODE.test(second);
  draft.name.push(isSurname ? `${second} ${first}` : first);
  if (/^(?:unborn|heb ei eni|(?:baban|plentyn) heb ei eni)(?!\p{L})/iu.test(draft.name[0]!)) draft.role ??= 'unborn';
  return isSurname ? others : parts.slice(1);
}

function placeParts(parts: readonly string[], draft: Draft): void {
  let inAddress = false;
  for (const part of parts) {
    if (draft.relation === null && roleCalled(part) !== null) setRelation(part, draft);
    else if (inAddress || STREET.test(part) || POSTCODE.test(part)) {
      draft.address.push(part);
      inAddress = !POSTCODE.test(part);
    } else draft.unread.push(part);
  }
}
