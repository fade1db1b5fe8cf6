// The files of config/deadlines and config/calendars: fit to count by, and the bank holidays those that the law's rules give.
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { AGENCY_TYPES } from '../codes.js';
import type { Calendar } from './calendar.js';
import { faultsOfCalendar } from './faults-of-calendar.js';
import { faultsOfPolicy } from './faults-of-policy.js';
import type { DeadlinePolicy } from './policy.js';

const CONFIG = resolve(import.meta.dirname, '../../../../config');
const read = (file: string): string => readFileSync(join(CONFIG, file), 'utf8');
const calendar = parse(read('calendars/england-and-wales.yaml')) as Calendar;
const policies = readdirSync(join(CONFIG, 'deadlines')).filter((file) => file.endsWith('.yaml'));

describe('published policies', () => {
  it('are the four of the fact file', () => {
    expect(policies).toEqual(['pol-cal-4-24-72.yaml', 'pol-mix-4w-24-72.yaml', 'pol-w-4-8w-24w.yaml', 'pol-work-2-6-24.yaml']);
  });

  it.each(policies)('%s is without a fault and named by its code', (file) => {
    const policy = parse(read(`deadlines/${file}`)) as DeadlinePolicy;
    expect(faultsOfPolicy(policy, [calendar.code])).toEqual([]);
    expect(`${policy.code.toLowerCase()}.yaml`).toBe(file);
  });

  it('may name the agencies that the schema knows, which are ours', () => {
    const schema = JSON.parse(read('deadlines/deadline-policy.schema.json')) as { $defs: { agency: { anyOf: [{ enum: string[] }, unknown] } } };
    expect(schema.$defs.agency.anyOf[0].enum).toEqual([...AGENCY_TYPES]);
  });
});

// Easter from the age of the moon (Sunday after the paschal full moon), which is not the way in which the file was made.
function easter(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100) + 1;
  const epact = (14 + 11 * golden - Math.floor((3 * century) / 4) + Math.floor((5 + 8 * century) / 25)) % 30;
  const moon = epact === 0 || (epact === 1 && golden > 10) ? epact + 1 : epact;
  const full = Date.UTC(year, 3, 19) - moon * DAY;
  return full + (7 - new Date(full).getUTCDay()) * DAY;
}
const DAY = 86_400_000;
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const weekday = (ms: number): number => new Date(ms).getUTCDay();
const monday = (year: number, month: number, which: 'first' | 'last'): string =>
  Array.from({ length: 31 }, (_, i) => Date.UTC(year, month - 1, i + 1)).filter((ms) => weekday(ms) === 1 && new Date(ms).getUTCMonth() === month - 1).map(iso).at(which === 'first' ? 0 : -1)!;

/** The next day that is neither at a weekend nor taken. */
function free(from: number, taken: readonly string[]): string {
  let ms = from;
  while (weekday(ms) % 6 === 0 || taken.includes(iso(ms))) ms += DAY;
  return iso(ms);
}

function bankHolidays(year: number): string[] {
  const christmas = [Date.UTC(year, 11, 25), Date.UTC(year, 11, 26)];
  // A day that falls on a working day keeps it; only then are substitutes found for the others.
  const kept = christmas.filter((ms) => weekday(ms) % 6 !== 0).map(iso);
  const winter = christmas.filter((ms) => weekday(ms) % 6 === 0).reduce<string[]>((taken, ms) => [...taken, free(ms, taken)], kept);
  return [free(Date.UTC(year, 0, 1), []), iso(easter(year) - 2 * DAY), iso(easter(year) + DAY), monday(year, 5, 'first'), monday(year, 5, 'last'), monday(year, 8, 'last'), ...winter].sort();
}

describe('bank holidays of England and Wales', () => {
  it('are without a fault and cover 2024 to 2030', () => {
    expect(faultsOfCalendar(calendar)).toEqual([]);
    expect([calendar.from, calendar.to]).toEqual([2024, 2030]);
  });

  it('fall around Easter as it was and will be', () => {
    expect([2000, 2019, 2024, 2025, 2026, 2027, 2028, 2029, 2030, 2038].map((year) => iso(easter(year)))).toEqual(
      ['2000-04-23', '2019-04-21', '2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2028-04-16', '2029-04-01', '2030-04-21', '2038-04-25']);
  });

  it.each([2024, 2025, 2026, 2027, 2028, 2029, 2030])('of %i are those that the rules give', (year) => {
    const listed = calendar.holidays.filter(({ day }) => day.startsWith(String(year)));
    expect(listed.map(({ day }) => day)).toEqual(bankHolidays(year));
    expect(new Set(listed.map(({ status }) => status))).toEqual(new Set([year <= 2026 ? 'sourced' : 'check']));
  });

  it('are marked as substitutes where they are', () => {
    expect(calendar.holidays.filter(({ name }) => name.en.includes('substitute') || name.cy.includes('yn ei le')).map(({ day }) => day)).toEqual(['2026-12-28', '2027-12-27', '2027-12-28', '2028-01-03']);
  });
});
