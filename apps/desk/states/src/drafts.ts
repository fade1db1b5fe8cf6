import type { ItemNature, HandlingLimit } from '@lateral/domain/justification';
import { emptyAnswer, emptyItem, type AnswerDraft, type AnswerWay, type ItemDraft } from '../../src/answer/answer-draft.js';
import { emptyAgency, emptyCheck, emptyPerson, type CheckDraft, type DateBoxes } from '../../src/new-check/check-draft.js';
import type { Language } from '../../src/words/languages.js';
import { CHECK, HEALTH, HOUSING, NOW, POLICE, PROBATION, SCHOOLS, demo, minutes } from './cast.js';

/* What somebody has written: whole, as it would be sent. Names and words are the demonstration family's. */
const [corey, leanne, dale] = demo.people;

function boxes(date: string | undefined): DateBoxes {
  const [year = '', month = '', day = ''] = (date ?? '').split('-');
  return { day: String(Number(day)), month: String(Number(month)), year };
}

function named(of: typeof corey): { given: string; family: string; born: DateBoxes; address: string } {
  const [given = '', ...family] = (of?.name ?? '').split(' ');
  const [home] = of?.addresses ?? [];
  return { given, family: family.join(' '), born: boxes(of?.dob), address: home === undefined ? '' : `${home.line}, ${home.town}` };
}

export function writtenCheck(language: Language): CheckDraft {
  return {
    ...emptyCheck({ check: CHECK, language, now: NOW }), purpose: 's47_enquiry', urgency: 'red', threshold: 's47', thresholdWhy: demo.threshold_rationale, lessIntrusive: 'none_workable', told: 'risk_to_child', informed: 'later', tellBy: boxes('2026-11-25'),
    people: [{ ...emptyPerson('p1', 'child'), ...named(corey) }, { ...emptyPerson('p2', 'parent'), ...named(leanne), isHidden: true }, { ...emptyPerson('p3', 'household_adult'), ...named(dale), otherNames: 'Dale Hume' }],
    asked: [
      { ...emptyAgency(POLICE.id, ['police.da_incidents_dash', 'police.address_calls', 'police.protective_orders']), more: 'Who was in the house on 2 November?' }, emptyAgency(HEALTH.id, ['health.missed_appointments', 'health.hv_sn_contacts']),
      emptyAgency(SCHOOLS.id, ['edu.attendance', 'edu.disclosures']), emptyAgency(HOUSING.id, ['hous.tenancy_holders', 'hous.asb']), emptyAgency(PROBATION.id, ['prob.order_licence']),
    ],
    why: 'A child said this morning that the kitchen is locked at night and that he is put out in the yard; without what others hold the discussion at two would decide blind where he sleeps tonight.',
    referralReason: demo.referral_reason, serviceHistory: demo.service_history,
  };
}

/** One in which a name was begun and nothing chosen. */
export function begunCheck(language: Language, check: string): CheckDraft {
  return { ...emptyCheck({ check, language, now: NOW }), people: [{ ...emptyPerson('p1', 'child'), given: 'Corey' }] };
}

/** What page three asks for, not said yet. */
export const UNSAID = { why: '', thresholdWhy: '', lessIntrusive: null, told: null } as const satisfies Partial<CheckDraft>;

/** Items as an agency of the demonstration gave them, each with another handling. */
function items(at: number): ItemDraft[] {
  const handling: HandlingLimit[] = ['may_tell_family', 'consult_before_onward_use', 'may_not_tell_family', 'le_only'];
  return (demo.requests[at]?.responder.returns.items ?? []).map((given, index) => ({
    ...emptyItem(`i${index + 1}`, { about: given.about_person, category: null }), text: given.text, source: given.source, eventDate: given.event_date, nature: given.nature as ItemNature,
    relevance: 'Bears on whether he was shut out before.', handling: handling[index % handling.length]!, confirmed: true,
  }));
}

/** An answer that goes one way, whole. */
export function writtenAnswer(way: AnswerWay, language: Language = 'en', change: Partial<AnswerDraft> = {}): AnswerDraft {
  const of = (own: Partial<AnswerDraft>): AnswerDraft => ({ ...emptyAnswer({ request: 'r', language }), way, ...own, ...change });
  const why = 'It tells whether the yard was heard of before, which decides how urgent the discussion is.';
  switch (way) {
    case 'nothing': return of({ nothing: 'not_known', systems: ['niche', 'pnd'] });
    case 'share': return of({ items: items(0), systems: ['niche', 'pnd'], why, leftOut: 'other_people', harm: 'outweighed', harmWords: 'An adult may learn that a neighbour rang.' });
    case 'refuse': return of({ ground: 'more_detrimental_to_child', writtenReasons: 'To say more now would let the adults know what the child has told his school, before he is safe.', instead: 'Please telephone before anybody visits.', why });
    case 'talk': return of({ until: minutes(180), talkWhy: 'The file is at another office and is brought over.' });
    case 'elsewhere': return of({ elsewhere: 'wrong_team', elsewhereWords: 'Held by the neighbouring force.', redirectTo: 'PROB' });
  }
}

/** What another agency of the demonstration gave: all of it, or without one part. */
export function given(at: number, isAll: boolean): AnswerDraft {
  return writtenAnswer('share', 'en', { items: items(at), leftOut: isAll ? 'nothing' : 'cannot_share', harm: 'none_known', systems: ['other'] });
}
