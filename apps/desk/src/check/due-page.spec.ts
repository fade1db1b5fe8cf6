import { describe, expect, it } from 'vitest';
import { faultsOfDue } from './due-page.js';

const NOW = new Date('2026-11-22T11:00:00.000Z');
const typed = { day: '23', month: '11', year: '2026', time: '14:30', reason: 'agreed_with_agency' as const };

describe('another due time', () => {
  it.each([
    [{}, []], [{ day: '31' }, ['day']], [{ time: 'soon' }, ['time']], [{ time: '' }, ['time']], [{ day: '22', time: '10:59' }, ['past']], [{ day: '22', time: '11:00' }, ['past']], [{ month: '3', year: '2027' }, ['late']], [{ reason: '' as const }, ['reason']],
    [{ day: '', reason: '' as const }, ['day', 'reason']],
  ])('%j has the faults %j', (change, codes) => {
    expect(faultsOfDue({ ...typed, ...change }, NOW).map(({ code }) => code)).toEqual(codes);
  });
});
