import type { Consent } from '@lateral/domain/justification';
import { NOT_SOUGHT_CALLED } from '@lateral/domain/statement';
import { lessIntrusiveWords, windowBack } from '@lateral/domain/prefill';
import type { Narrative, RequestBody } from '@lateral/envelope/words';
import type { CodedDraft, KnownAgency } from '../crypto/protocol.js';
import { composedUnder } from '../justify/as-emergency.js';
import { askingDraft, type AskingChoices, type Surroundings } from '../justify/asking.js';
import { questionWords } from '../justify/question-words.js';
import { judged, type Judged } from '../justify/verdict.js';
import type { AgencyDraft, CheckDraft, DateBoxes, PersonDraft } from './check-draft.js';

/** What one agency will be sent, and what the rules make of it. */
export interface ComposedRequest { asked: KnownAgency; body: RequestBody; narrative: Narrative; record: CodedDraft; judged: Judged }
export interface Composing extends Surroundings { agencies: readonly KnownAgency[]; asker: RequestBody['asker'] }

/**
 * What a check becomes for each agency it asks: the people, the question made of what was ticked and added, the reasons, and the coded record. Null
 * while purpose or urgency is not chosen. The words are the writer's, in the language they write; what is composed is composed in that.
 */
export function composeRequests(draft: CheckDraft, composing: Composing): ComposedRequest[] | null {
  const choices = choicesOf(draft);
  if (choices === null) return null;
  return draft.asked.flatMap((of) => {
    const asked = composing.agencies.find(({ id }) => id === of.agency);
    return asked === undefined ? [] : [composeFor(asked, of, { draft, choices, composing })];
  });
}

interface Whole { draft: CheckDraft; choices: AskingChoices; composing: Composing }

function composeFor(asked: KnownAgency, of: AgencyDraft, { draft, choices, composing }: Whole): ComposedRequest {
  return composedUnder(draft.override, (override) => composeUnder(override, asked, of, { draft, choices, composing }));
}

function composeUnder(override: CheckDraft['override'], asked: KnownAgency, of: AgencyDraft, { draft, choices, composing }: Whole): ComposedRequest {
  const window = windowOf(of, draft.people, composing.on);
  const record = askingDraft(choices, { asked, categories: of.categories, window, stack: of.stack, dataClasses: of.dataClasses, thirdParties: [], acknowledgements: of.acknowledgements, override }, composing);
  const { proportionality, ...words } = questionWords({ asked, record, more: of.more, people: draft.people.length, language: draft.language }, composing);
  const body = { ...bodyOf(draft, of, { window, asker: composing.asker }), ...words };
  const narrative = narrativeOf({ ...draft, override }, proportionality);
  return { asked, body, narrative, record, judged: judged(record, { body, narrative }, { other: asked, request: null, around: composing }) };
}

/** What was chosen once, for every agency; null while purpose or urgency is not. */
export function choicesOf({ purpose, urgency, threshold, subjectKind, strategyDiscussionAt, people, lessIntrusive, told, informed }: CheckDraft): AskingChoices | null {
  if (purpose === null || urgency === null) return null;
  return { purpose, urgency, threshold, subjectKind, strategyDiscussionAt, subjects: people.map(({ id, role }) => ({ subject: id, role })), lessIntrusive, consent: consentOf(told, informed) };
}

/** Agreement is not a basis here; whether the family knows is recorded all the same (facts 3.8). */
export function consentOf(told: CheckDraft['told'], informed: CheckDraft['informed']): Consent {
  const common = { outcome: null, capacity: 'not_applicable', overrideGround: null } as const;
  if (told === 'yes') return { ...common, sought: 'yes', outcome: 'given', notSoughtReason: null, informed: 'yes' };
  return { ...common, sought: 'no', notSoughtReason: told, informed };
}

/** All of a question but its own words. */
function bodyOf(draft: CheckDraft, of: AgencyDraft, { window, asker }: { window: { from: string; to: string } | null; asker: Composing['asker'] }): Omit<RequestBody, 'question'> {
  const { language, people } = draft;
  return {
    type: 'request', language, people: people.map(personOf), relationships: [], referralReason: draft.referralReason.trim(), serviceHistory: draft.serviceHistory.trim(),
    period: window === null ? null : { ...window, reason: of.periodReason.trim() === '' ? null : of.periodReason.trim() },
    scope: people.map(({ id, role }) => ({ person: id, role, why: '' })),
    ...(draft.told === null || draft.told === 'yes' ? {} : { informed: informedWords(draft) }),
    ...(asker === undefined ? {} : { asker }),
  };
}

/** Why the family was not told, and by when it is to be. */
export function informedWords({ told, informed, tellBy, language }: Pick<CheckDraft, 'told' | 'informed' | 'tellBy' | 'language'>): string {
  const why = told === null || told === 'yes' ? '' : NOT_SOUGHT_CALLED[told][language];
  const day = informed === 'later' ? dateOf(tellBy) : null;
  if (language === 'cy') return `Ni ddywedwyd wrth y teulu: ${why}.${day === null ? '' : ` Rhoddir gwybod erbyn ${day}.`}`;
  return `The family has not been told: ${why}.${day === null ? '' : ` To be told by ${day}.`}`;
}

function personOf({ id, given, family, otherNames, born, isApproximate, role, address, isHidden, nhsNumber, upn }: PersonDraft): RequestBody['people'][number] {
  const identifiers = [{ kind: 'nhs_number', value: nhsNumber.replace(/\s/gu, '') }, { kind: 'upn', value: upn.trim() }].filter(({ value }) => value !== '');
  const aliases = otherNames.split(/[,;\n]/u).map((name) => name.trim()).filter((name) => name !== '').map((name) => ({ name, kind: 'known_as' }));
  const when = dateOf(born);
  return {
    id, name: nameOf({ given, family }), roles: [role], aliases,
    ...(role === 'unborn' ? { edd: when } : isApproximate ? { ageEstimate: born.year.trim() || null } : { dob: when }),
    ...(identifiers.length === 0 ? {} : { identifiers }),
    ...(address.trim() === '' ? {} : { addresses: [{ line: address.trim(), town: '', confidential: isHidden }] }),
  };
}

export function nameOf({ given, family }: Pick<PersonDraft, 'given' | 'family'>): string {
  return `${given} ${family}`.replace(/\s+/gu, ' ').trim();
}

/** `YYYY-MM-DD`, or null where the boxes hold no day of the calendar. */
export function dateOf({ day, month, year }: DateBoxes): string | null {
  const text = `${year.trim()}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}`;
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : null;
}

/** The period asked about, up to the day of asking; null where it is not said. `birth`: from the first day of the youngest's life that is known. */
export function windowOf({ period, from }: Pick<AgencyDraft, 'period' | 'from'>, people: readonly PersonDraft[], on: string): { from: string; to: string } | null {
  if (period === '12' || period === '24') return windowBack(Number(period), on);
  const born = people.filter(({ role }) => role === 'child' || role === 'sibling').flatMap((person) => dateOf(person.born) ?? []);
  const start = period === 'birth' ? born.toSorted()[0] ?? null : dateOf(from);
  return start === null || start > on ? null : { from: start, to: on };
}

function narrativeOf({ language, why, thresholdWhy, lessIntrusive, override }: CheckDraft, proportionality: string): Narrative {
  const words = why.trim();
  return {
    language, necessity: words, harmOfNotSharing: words, proportionality,
    ...(lessIntrusive === null ? {} : { lessIntrusive: lessIntrusiveWords(lessIntrusive, language) }),
    ...(thresholdWhy.trim() === '' ? {} : { thresholdRationale: thresholdWhy.trim() }),
    ...(override === null ? {} : { overrideWords: words }),
  };
}
