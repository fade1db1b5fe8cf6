import { isDay } from '@lateral/domain';
import { faultsOfPolicy } from '@lateral/domain/deadlines';
import type { Case } from './case.js';
import { policyOf } from './policy.js';
import type { CaseFault } from './unplayable-case.js';

const DAY_MS = 86_400_000;
/** The hub takes no report for one that is older than this when it leads to a check. */
export const OLDEST_REPORT_MS = 60 * DAY_MS;
const TIME = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}[+-]\d{2}:\d{2})?$/;
/** What an agreement may be called: a code of the API. */
const REFERENCE = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$/;
/** A policy document that has no real review date is judged by the rules, as any that has none. */
const JUDGED = new Set(['review_date']);
const FIELD_NAMES: Record<string, string> = { workingWeek: 'working_week', agencyWeeks: 'agency_weeks', clockStart: 'clock_start' };

/** What is wrong in a case of the right shape, so that it cannot be played as it says. */
export function faultsOfCase(given: Case): CaseFault[] {
  const unreal = unrealTimes(given, '');
  return unreal.length > 0 ? unreal : [...faultsOfIds(given), ...faultsOfDeadlines(given), ...faultsOfOrder(given), ...faultsOfReference(given)];
}

/** 2026-02-30 has the form of a day and is none. */
function unrealTimes(value: unknown, at: string): CaseFault[] {
  if (typeof value === 'string') {
    const day = TIME.exec(value)?.[1];
    return day === undefined || (isDay(day) && !Number.isNaN(Date.parse(value))) ? [] : [{ field: at, reason: 'is no day or time that there is' }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => (JUDGED.has(name) ? [] : unrealTimes(each, at === '' ? name : `${at}/${name}`)));
}

function faultsOfIds({ requests, expect }: Case): CaseFault[] {
  const ids = requests.map(({ id }) => id);
  return [
    ...ids.flatMap((id, i) => (ids.indexOf(id) < i ? [{ field: `requests/${i}/id`, reason: 'is the id of another request' }] : [])),
    ...(['requests', 'responses'] as const).flatMap((side) => expect[side].flatMap(({ request_id, fix }, i) =>
      (fix !== null && !ids.includes(request_id) ? [{ field: `expect/${side}/${i}/request_id`, reason: 'mends a request that is not there' }] : []))),
  ];
}

function faultsOfDeadlines({ policy, requests, received_at }: Case): CaseFault[] {
  const posted = Math.min(...requests.map(({ posted_at }) => Date.parse(posted_at)));
  return [
    ...requests.flatMap(({ brag }, i) => (policy.hours[brag] === null ? [{ field: `policy/hours/${brag}`, reason: `is null, and requests/${i} is rated ${brag}` }] : [])).slice(0, 1),
    ...faultsOfPolicy(policyOf(policy)).map(({ field, fault }) => ({ field: `policy${field.split('/').map((name) => FIELD_NAMES[name] ?? name).join('/')}`, reason: `cannot be counted by: ${fault.replaceAll('-', ' ')}` })),
    // Where hours run from the posting, nothing hangs on how old a report is beyond that.
    ...(policy.clock_start === 'received_at' && posted - Date.parse(received_at) > OLDEST_REPORT_MS ? [{ field: 'received_at', reason: 'is more than 60 days before the first posted_at, and policy/clock_start counts from it' }] : []),
  ];
}

/** A check that has been decided or taken back asks nothing more. */
function faultsOfOrder({ requests, outcome: { decided_at }, meanwhile }: Case): CaseFault[] {
  const ends = [decided_at, ...meanwhile.filter(({ type }) => type === 'withdrawal').map(({ at }) => at)].flatMap((at) => (at === null ? [] : [Date.parse(at)]));
  return requests.flatMap(({ posted_at }, i) => (ends.some((end) => end < Date.parse(posted_at)) ? [{ field: `requests/${i}/posted_at`, reason: 'is after the check was decided or withdrawn, when nothing more is asked' }] : []));
}

function faultsOfReference({ refs: { isa_ref } }: Case): CaseFault[] {
  return REFERENCE.test(isa_ref) ? [] : [{ field: 'refs/isa_ref', reason: 'can be no reference of an agreement: 40 letters, digits, dots, slashes and hyphens at most, and no spaces' }];
}
