// Every due time and every decision time that the library of cases names, each by the policy in its own file.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { AgencyType, Nation, Urgency } from '../codes.js';
import type { SubjectKind } from '../justification/codes.js';
import type { Calendar } from './calendar.js';
import { dueAt } from './due-at.js';
import { faultsOfPolicy } from './faults-of-policy.js';
import { londonTime } from './london.js';
import type { ClockStart, DeadlinePolicy, Hours, WorkingWeek } from './policy.js';
import { decisionDueAt } from './working-days.js';

interface Case {
  id: string;
  nation: Nation;
  subject_kind: SubjectKind;
  received_at: string;
  policy: { code: string; clock_start: ClockStart; hours: Record<Urgency, Hours>; working_week: WorkingWeek; agency_weeks: Partial<Record<AgencyType, WorkingWeek>>; bank_holidays: string[] };
  requests: { id: string; agency_type: AgencyType; brag: Urgency; posted_at: string }[];
  expect: { requests: { request_id: string; due_at: string | null }[]; decision_due_at: string | null };
}

const ROOT = resolve(import.meta.dirname, '../../../..');
const FOLDER = resolve(ROOT, '../shared/cases');
const FILES = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => /^c\d\d-.*\.json$/.test(name)).sort() : [];
const AGENCY = '01890000-0000-7000-8000-000000000001';

const read = (file: string): Case => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Case;
const published = (code: string): DeadlinePolicy => parse(readFileSync(join(ROOT, `config/deadlines/${code.toLowerCase()}.yaml`), 'utf8')) as DeadlinePolicy;
const englandAndWales = parse(readFileSync(join(ROOT, 'config/calendars/england-and-wales.yaml'), 'utf8')) as Calendar;
const name = { en: 'As in the case', cy: 'Fel yn yr achos' };

function policyOf({ policy }: Case): DeadlinePolicy {
  const { red, amber, green } = policy.hours;
  return {
    code: policy.code, name, clockStart: policy.clock_start, hours: { red, amber, green }, workingWeek: policy.working_week, agencyWeeks: policy.agency_weeks,
    agencyHours: {}, calendar: 'of-the-case', source: ['case'], status: 'sourced',
  };
}

function calendarOf({ policy }: Case): Calendar {
  return { code: 'of-the-case', name, from: 2026, to: 2026, source: ['case'], holidays: policy.bank_holidays.map((day) => ({ day, name, status: 'sourced' })) };
}

/** Rules, by case and request, where more than the policy's code is worth reading. */
const RULES: Record<string, string> = {
  'c01-bruised-ear r1': 'POL-CAL-4-24-72:red:4h-calendar',
  'c02-three-small-things r1': 'POL-WORK-2-6-24:green:24h-working:SCHOOL-week',
  'c02-three-small-things r2': 'POL-WORK-2-6-24:green:24h-working:partnership-week',
  'c05-biscuit-tin r1': 'POL-WORK-2-6-24:amber:6h-working:partnership-week',
};

if (FILES.length === 0) {
  describe('clocks of the library of cases', () => {
    it.skip('are those that the cases name (they are not on this machine)', () => undefined);
  });
} else {
  describe('clocks of the library of cases', () => {
    it('are read from all 24', () => {
      expect(FILES).toHaveLength(24);
    });

    it.each(FILES)('%s: every answer is due to the minute', (file) => {
      const played = read(file);
      expect(faultsOfPolicy(policyOf(played))).toEqual([]);
      for (const { id, agency_type: agencyType, brag: urgency, posted_at } of played.requests) {
        const expected = played.expect.requests.find(({ request_id }) => request_id === id)!;
        if (expected.due_at === null) continue;
        const due = dueAt(policyOf(played), calendarOf(played), { postedAt: new Date(posted_at), receivedAt: new Date(played.received_at), urgency, agencyType, agency: AGENCY });
        expect([id, londonTime(due.dueAt)]).toEqual([id, expected.due_at]);
        expect(due.rule).toBe(RULES[`${played.id} ${id}`] ?? due.rule);
      }
    });

    it.each(FILES)('%s: the decision is due to the minute', (file) => {
      const played = read(file);
      const due = decisionDueAt(calendarOf(played), { subjectKind: played.subject_kind, nation: played.nation, receivedAt: new Date(played.received_at) });
      expect(due === null ? null : londonTime(due)).toBe(played.expect.decision_due_at);
    });

    it.each(FILES)('%s: its policy is the published one, apart from weeks of its own', (file) => {
      const { hours, clockStart, workingWeek, code } = policyOf(read(file));
      expect(published(code)).toMatchObject({ code, hours, clockStart, workingWeek, agencyWeeks: {}, agencyHours: {} });
    });

    it.each(FILES)('%s: its bank holidays are those of the calendar', (file) => {
      expect(englandAndWales.holidays.map(({ day }) => day).filter((day) => day.startsWith('2026'))).toEqual(read(file).policy.bank_holidays);
    });
  });
}
