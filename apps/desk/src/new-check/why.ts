import type { SubjectRole } from '@lateral/domain';
import type { AcknowledgementReason, Finding } from '@lateral/domain/justification';
import { endOfNextWorkingDay, londonDay } from '@lateral/domain/deadlines';
import { lint, type WordingFinding } from '@lateral/domain/wording';
import { withReason } from '../justify/acknowledgements.js';
import type { Law } from '../justify/law.js';
import type { Language } from '../words/languages.js';
import type { CheckDraft, DateBoxes, PersonDraft, Told } from './check-draft.js';
import { dateOf, nameOf, type ComposedRequest } from './compose.js';
import type { PageFault } from './faults.js';

/** Fewest characters of the reason: the rules' own. */
const LEAST_WHY = 60;
export const MOST_WHY = 400;
const WORKING_DAYS_TO_TELL = 5;

/** A text that names nobody is written beside these people; `notNames`: words that somebody said are no names here. */
export interface WrittenBeside { people: readonly Pick<PersonDraft, 'given' | 'family' | 'otherNames' | 'role'>[]; language: Language; notNames: readonly string[] }

/** Everybody's names and aliases, and beside them their roles, place by place. */
export function namesOf({ people }: Pick<WrittenBeside, 'people'>): { names: string[]; roles: SubjectRole[] } {
  const all = people.flatMap((person) => [nameOf(person), ...person.otherNames.split(/[,;\n]/u)].map((name) => ({ name: name.trim(), role: person.role }))).filter(({ name }) => name !== '');
  return { names: all.map(({ name }) => name), roles: all.map(({ role }) => role) };
}

/** What is to be said about a reason while it is typed. `recent`: reasons of earlier checks that are open in this session. */
export function wordingOf(text: string, draft: WrittenBeside, { recent = [], atLeast }: { recent?: readonly string[]; atLeast?: number } = {}): WordingFinding[] {
  const found = lint(text, { names: namesOf(draft).names, language: draft.language, recent }, atLeast === undefined ? {} : { atLeast });
  return found.filter(({ code, start, end }) => code !== 'possible-name' || !draft.notNames.includes(text.slice(start, end).toLocaleLowerCase()));
}

/** Five working days from now, as the boxes of a date; empty where the calendar does not reach so far. */
export function usualDayToTell({ deadlines: { policy, calendar } }: Pick<Law, 'deadlines'>, now: Date): DateBoxes {
  try {
    let at = now;
    for (let left = WORKING_DAYS_TO_TELL; left > 0; left -= 1) at = endOfNextWorkingDay({ ...policy, calendar: calendar.code }, calendar, at);
    const [year = '', month = '', day = ''] = londonDay(at).split('-');
    return { day: String(Number(day)), month: String(Number(month)), year };
  } catch {
    return { day: '', month: '', year: '' };
  }
}

/** Whether the family knows. A basis that was chosen by hand and says why nobody was asked would say it of another answer: it is as offered again. */
export function withTold(draft: CheckDraft, told: Told, tellBy: DateBoxes): CheckDraft {
  const asked = draft.asked.map((each) => (each.stack !== null && each.stack.s118Reason !== null ? { ...each, stack: null } : each));
  return { ...draft, told, informed: told === 'yes' ? 'yes' : 'later', tellBy: told === 'yes' ? draft.tellBy : tellBy, asked };
}

/** A warning gone past with a reason, for every agency of whose question it is said. Without a reason it stands again. */
export function withAcknowledgement(draft: CheckDraft, finding: string, reason: AcknowledgementReason | null, agencies: readonly string[]): CheckDraft {
  return { ...draft, asked: draft.asked.map((each) => (agencies.includes(each.agency) ? { ...each, acknowledgements: withReason(each.acknowledgements, finding, reason) } : each)) };
}

/** One finding, and of which agencies' questions it is said. */
export interface Found { finding: Finding; agencies: string[]; isOpen: boolean }

/** What the rules say of all questions together, each finding once, what stops first. `isOpen`: it still keeps a question from going. */
export function findingsOf(composed: readonly ComposedRequest[]): Found[] {
  const all = new Map<string, Found>();
  for (const { asked, judged: { findings, leave } } of composed) {
    const open = leave.goes ? [] : [...leave.blocked, ...leave.unacknowledged];
    for (const finding of findings) {
      const key = `${finding.code} ${finding.sentence.en}`;
      const found = all.get(key) ?? { finding, agencies: [], isOpen: false };
      all.set(key, { finding, agencies: found.agencies.includes(asked.id) ? found.agencies : [...found.agencies, asked.id], isOpen: found.isOpen || open.includes(finding) });
    }
  }
  const rank = { block: 0, warn: 1, note: 2 };
  return [...all.values()].toSorted((a, b) => rank[a.finding.level] - rank[b.finding.level]);
}

/** Questions that rest on nothing: the hub refuses them as a shape, so no rule says anything of them. */
export function baselessOf(composed: readonly ComposedRequest[]): ComposedRequest[] {
  return composed.filter(({ judged }) => judged.isBaseless);
}

/** Whether the reasons for section 47 are to be asked for: the rule fires, or they were begun. */
export function wantsThreshold(draft: Pick<CheckDraft, 'thresholdWhy' | 'discussion'>, composed: readonly ComposedRequest[]): boolean {
  return draft.thresholdWhy !== '' || Object.values(draft.discussion).some((part) => part !== '') || composed.some(({ judged }) => judged.findings.some(({ code }) => code === 'T10'));
}

/** Where on which page what a rule found is mended. */
export function placeOf({ code, field }: Pick<Finding, 'code' | 'field'>, agency: string): { page: 'ask' | 'why'; field: string } {
  if (code === 'T10' || field.startsWith('/strategyDiscussionAt')) return { page: 'why', field: 'threshold-why' };
  if (field.startsWith('/window')) return { page: 'ask', field: `${agency}-period` };
  if (field.startsWith('/categories') || code === 'question_asked') return { page: 'ask', field: `${agency}-questions` };
  if (field.startsWith('/consent')) return { page: 'why', field: 'told' };
  if (field.startsWith('/lessIntrusive') || code === 'less_intrusive_considered') return { page: 'why', field: 'less-intrusive' };
  if (field.startsWith('/stack') || field.startsWith('/threshold')) return { page: 'why', field: 'basis' };
  return { page: 'why', field: field.startsWith('/words') ? 'why' : 'verdict' };
}

/**
 * What is missing or wrong on the third page, in its order. What the rules stop comes after what is simply missing. An emergency goes past what
 * the record lacks, which is for whoever reviews it; it never goes without a word of why, nor with words that may not go.
 */
export function faultsOfWhy(draft: CheckDraft, composed: readonly ComposedRequest[]): PageFault[] {
  if (isCarriedByEmergency(composed)) return faultsOfEmergency(draft);
  const own = [
    ...faultsOfWords(draft),
    ...(wantsThreshold(draft, composed) ? faultsOfThreshold(draft) : []),
    ...(draft.lessIntrusive === null ? [{ field: 'less-intrusive', code: 'lessIntrusive' } as const] : []),
    ...faultsOfTold(draft),
  ];
  return own.length > 0 ? own : faultsOfRules(composed);
}

function isCarriedByEmergency(composed: readonly ComposedRequest[]): boolean {
  return composed.some(({ record }) => record.override !== null) && composed.every(({ judged }) => judged.leave.goes);
}

function faultsOfEmergency(draft: CheckDraft): PageFault[] {
  const words = faultsOfWords(draft).filter(({ code }) => code !== 'whyShort');
  return [...words, ...(draft.thresholdWhy.trim() === '' ? [] : faultsOfThreshold(draft)), ...(draft.told === null ? [] : faultsOfTold(draft))];
}

function faultsOfWords(draft: CheckDraft): PageFault[] {
  if (draft.why.trim() === '') return [{ field: 'why', code: 'why' }];
  const stops = wordingOf(draft.why, draft, { atLeast: LEAST_WHY }).filter(({ level }) => level === 'block');
  if (stops.length === 0) return [];
  return [{ field: 'why', code: stops.every(({ code }) => code === 'too-short') ? 'whyShort' : 'whyWords' }];
}

function faultsOfThreshold(draft: CheckDraft): PageFault[] {
  if (draft.thresholdWhy.trim() === '') return draft.strategyDiscussionAt === null ? [{ field: 'threshold-why', code: 'thresholdWhy' }] : [];
  return wordingOf(draft.thresholdWhy, draft).some(({ level }) => level === 'block') ? [{ field: 'threshold-why', code: 'thresholdWords' }] : [];
}

function faultsOfTold({ told, informed, tellBy }: CheckDraft): PageFault[] {
  if (told === null) return [{ field: 'told', code: 'told' }];
  return informed === 'later' && dateOf(tellBy) === null ? [{ field: 'tell-by-day', code: 'tellBy' }] : [];
}

function faultsOfRules(composed: readonly ComposedRequest[]): PageFault[] {
  if (baselessOf(composed).length > 0) return [{ field: 'basis', code: 'basisNone' }];
  return findingsOf(composed).filter(({ isOpen }) => isOpen).map(({ finding, agencies: [agency = ''] }) => {
    const { page, field } = placeOf(finding, agency);
    return { field: finding.level === 'warn' ? `acknowledge-${finding.code}` : page === 'why' ? field : 'verdict', code: 'rule', said: { en: `${finding.sentence.en} ${finding.mend.en}`, cy: `${finding.sentence.cy} ${finding.mend.cy}` } };
  });
}
