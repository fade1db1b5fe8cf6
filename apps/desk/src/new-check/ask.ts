import { dueAt } from '@lateral/domain/deadlines';
import type { AgencyType, Nation, Purpose, Urgency } from '@lateral/domain';
import { packFor, type QuestionPack } from '@lateral/domain/packs';
import { windowBack } from '@lateral/domain/prefill';
import type { KnownAgency } from '../crypto/protocol.js';
import type { Law } from '../justify/law.js';
import { emptyAgency, thresholdOf, urgencyOf, type AgencyDraft, type CheckDraft } from './check-draft.js';
import { windowOf } from './compose.js';
import type { PageFault } from './faults.js';

/** More than so many agencies, or people, and the page asks whether each is needed. */
export const MANY_AGENCIES = 6;
export const MANY_PEOPLE = 8;
/** As many as the hub takes in one check. */
export const MOST_AGENCIES = 12;

/** The two or three that are asked as a rule: ticked beforehand, and never more than somebody can look at. */
const USUAL: readonly string[] = [
  'police.address_calls', 'police.da_incidents_dash', 'police.warnings', 'health.hv_sn_contacts', 'health.missed_appointments', 'health.ae_and_injuries', 'gp.last_seen', 'gp.concerns', 'hvmid.home_conditions', 'hvmid.growth', 'mh.open_closed',
  'mh.risk_formulation', 'edu.attendance', 'edu.presentation', 'edu.disclosures', 'ey.attendance', 'ey.collection', 'prob.order_licence', 'prob.rosh', 'prob.child_safeguarding_flag', 'hous.household_declared', 'hous.asb', 'hous.repairs_condition',
  'yjs.order', 'yjs.assetplus_risk', 'csc.previous_contacts', 'csc.plans', 'asc.adult_at_risk_reports', 'asc.care_package', 'subst.in_treatment', 'subst.children_at_home', 'ts.open_closed', 'ts.risk_level', 'fireamb.call_outs', 'cafcass.law_history',
];
const FIRST: readonly AgencyType[] = ['POLICE', 'LHB', 'ICB', 'NHST', 'GP', 'HV_SN', 'LA_EDU', 'SCHOOL', 'PROB', 'LA_HOUS', 'RSL'];

/** What an agency of this kind is asked as a rule; the first of its pack where nothing is usual. */
export function usualQuestions({ categories }: Pick<QuestionPack, 'categories'>): string[] {
  const codes = categories.map(({ code }) => code);
  const usual = codes.filter((code) => USUAL.includes(code));
  return usual.length > 0 ? usual : codes.slice(0, 2);
}

/** Agencies in the order in which they are asked as a rule: police, health, education, probation, housing, then the others by name. */
export function inAskingOrder(agencies: readonly KnownAgency[], own: string, language: 'en' | 'cy'): KnownAgency[] {
  const rank = ({ type }: KnownAgency): number => (FIRST.includes(type) ? FIRST.indexOf(type) : FIRST.length);
  return agencies.filter(({ id }) => id !== own).toSorted((a, b) => rank(a) - rank(b) || a.name[language].localeCompare(b.name[language], language));
}

/** The draft with these agencies asked: whoever is ticked anew with their usual questions, whoever is not any more without a word. */
export function withAgencies(draft: CheckDraft, chosen: readonly string[], agencies: readonly KnownAgency[], packs: readonly QuestionPack[]): CheckDraft {
  const asked = agencies.filter(({ id }) => chosen.includes(id)).map(({ id, type }) => draft.asked.find(({ agency }) => agency === id) ?? emptyAgency(id, usualQuestions(packFor(packs, type))));
  return { ...draft, asked };
}

export function withAsked(draft: CheckDraft, agency: string, change: Partial<AgencyDraft>): CheckDraft {
  return { ...draft, asked: draft.asked.map((each) => (each.agency === agency ? { ...each, ...change } : each)) };
}

/** The purpose, with what it says of threshold and urgency as a rule. An urgency that somebody chose otherwise stays. */
export function withPurpose(draft: CheckDraft, purpose: Purpose, nation: Nation): CheckDraft {
  const isUsual = draft.urgency === null || (draft.purpose !== null && draft.urgency === urgencyOf(draft.purpose));
  return { ...draft, purpose, threshold: thresholdOf(purpose, nation), urgency: isUsual ? urgencyOf(purpose) : draft.urgency, subjectKind: purpose === 's42_s126_enquiry' ? 'adult' : 'child' };
}

/** When an answer would be due, were it asked now; null where the calendar does not reach so far. ISO 8601. */
export function dueIf(law: Pick<Law, 'deadlines'>, asked: Pick<KnownAgency, 'id' | 'type'>, { urgency, receivedAt, now }: { urgency: Urgency; receivedAt: string; now: Date }): string | null {
  const { policy, calendar } = law.deadlines;
  try {
    return dueAt(policy, calendar, { postedAt: now, receivedAt: new Date(receivedAt), urgency, agencyType: asked.type, agency: asked.id }).dueAt.toISOString();
  } catch {
    return null;
  }
}

/** First and last of the times by which the agencies that are asked would answer; of any agency while none is chosen. */
export function dueRange(law: Pick<Law, 'deadlines'>, agencies: readonly Pick<KnownAgency, 'id' | 'type'>[], when: { urgency: Urgency; receivedAt: string; now: Date }): { first: string; last: string } | null {
  const asked = agencies.length > 0 ? agencies : [{ id: '', type: 'POLICE' as const }];
  const all = asked.flatMap((agency) => dueIf(law, agency, when) ?? []).toSorted();
  return all.length === 0 ? null : { first: all[0]!, last: all.at(-1)! };
}

/** What is missing on the second page, in its order. */
export function faultsOfAsking(draft: CheckDraft, on: string): PageFault[] {
  const { purpose, urgency, asked, isRecordOnly, people } = draft;
  const faults: PageFault[] = [];
  if (purpose === null) faults.push({ field: 'purpose', code: 'purpose' });
  if (isRecordOnly) return faults;
  if (urgency === null) faults.push({ field: 'urgency', code: 'urgency' });
  if (asked.length === 0) faults.push({ field: 'agencies', code: 'agencies' });
  if (asked.length > MOST_AGENCIES) faults.push({ field: 'agencies', code: 'tooMany', values: { count: MOST_AGENCIES } });
  return [...faults, ...asked.flatMap((each) => faultsOfAgency(each, people, on))];
}

function faultsOfAgency(of: AgencyDraft, people: CheckDraft['people'], on: string): PageFault[] {
  const faults: PageFault[] = [];
  if (of.categories.length === 0) faults.push({ field: `${of.agency}-questions`, code: 'questions' });
  const window = windowOf(of, people, on);
  if (window === null) faults.push({ field: of.period === 'other' ? `${of.agency}-from-day` : `${of.agency}-period`, code: 'period' });
  else if (isLong(window, on) && of.periodReason.trim() === '') faults.push({ field: `${of.agency}-period-why`, code: 'periodWhy' });
  return faults;
}

/** A look further back than the usual two years is given a reason (facts 2.3). */
export function isLong({ from }: { from: string }, on: string): boolean {
  return from < windowBack(24, on).from;
}
