import { describe, expect, it } from 'vitest';
import type { Delegate } from '@lateral/contracts';
import { delegatesAt, delegatesOf } from './delegates-at.js';

const night = (agency: string, change: Partial<Delegate> = {}): Delegate => ({
  agency, from: '2026-01-01T00:00:00.000Z', until: null,
  hours: [1, 2, 3, 4, 5].flatMap((day) => [{ day, from: '00:00', to: '08:00' }, { day, from: '17:00', to: '24:00' }]).concat([6, 7].map((day) => ({ day, from: '00:00', to: '24:00' }))), ...change,
});
const at = (time: string, delegates = [night('county-edt')]): string[] => delegatesAt({ delegates }, new Date(time));

describe('who reads out of hours', () => {
  it.each([
    ['Tuesday in November, a minute to five', '2026-11-03T16:59:59.999Z', false],
    ['five o\'clock', '2026-11-03T17:00:00.000Z', true],
    ['a minute to midnight', '2026-11-03T23:59:59.999Z', true],
    ['a minute to eight the next day', '2026-11-04T07:59:00.000Z', true],
    ['eight', '2026-11-04T08:00:00.000Z', false],
    ['Saturday at noon', '2026-11-07T12:00:00.000Z', true],
    ['Sunday evening', '2026-11-08T22:00:00.000Z', true],
  ])('%s', (_, time, reads) => {
    expect(at(time)).toEqual(reads ? ['county-edt'] : []);
  });

  it('keeps to the wall in summer and on the nights when the clocks change', () => {
    // 17:00 in London is 16:00 UTC in July.
    expect(at('2026-07-07T15:59:00.000Z')).toEqual([]);
    expect(at('2026-07-07T16:00:00.000Z')).toEqual(['county-edt']);
    // The last Sunday of October 2026: 01:30 on the wall comes twice.
    const early = [night('county-edt', { hours: [{ day: 7, from: '01:30', to: '01:45' }] })];
    expect([at('2026-10-25T00:30:00.000Z', early), at('2026-10-25T01:30:00.000Z', early), at('2026-10-25T02:30:00.000Z', early)]).toEqual([['county-edt'], ['county-edt'], []]);
    // The last Sunday of March: the wall goes from 00:59 to 02:00.
    const spring = [night('county-edt', { hours: [{ day: 7, from: '00:00', to: '02:00' }] })];
    expect([at('2026-03-29T00:59:00.000Z', spring), at('2026-03-29T01:00:00.000Z', spring)]).toEqual([['county-edt'], []]);
  });

  it('counts the week in London, not in UTC', () => {
    // Half past midnight on a Saturday in July is still Friday in UTC.
    expect(at('2026-07-10T23:30:00.000Z', [night('county-edt', { hours: [{ day: 6, from: '00:00', to: '01:00' }] })])).toEqual(['county-edt']);
  });

  it('ends when the delegation does, and names each agency once', () => {
    const ended = night('county-edt', { until: '2026-11-07T12:00:00.000Z' });
    expect(at('2026-11-07T11:59:59.999Z', [ended, ended, night('other-edt')])).toEqual(['county-edt', 'other-edt']);
    expect(at('2026-11-07T12:00:00.000Z', [ended])).toEqual([]);
    expect(at('2025-11-08T12:00:00.000Z')).toEqual([]);
    expect(at('2026-11-07T12:00:00.000Z', [])).toEqual([]);
  });
});

describe('who read for an agency, by all its rosters', () => {
  const FRIDAY = new Date('2026-06-05T20:00:00.000Z');
  const issued = (day: string, delegates = [night('county-edt')]) => ({ issued: `2026-${day}T12:00:00.000Z`, delegates });
  it('is whoever the roster of that day names, though a later one takes them out', () => {
    expect(delegatesOf([issued('05-01'), issued('06-20', [])], FRIDAY)).toEqual(['county-edt']);
    expect(delegatesOf([issued('05-01', []), issued('06-20')], FRIDAY)).toEqual([]);
  });
  it('is whoever the roster before names too, as long as the next may wait for its second custodian', () => {
    expect(delegatesOf([issued('05-01'), issued('06-04', [night('other-edt')])], FRIDAY)).toEqual(['county-edt', 'other-edt']);
    expect(delegatesOf([issued('05-01'), issued('05-20', [])], FRIDAY)).toEqual([]);
    expect(delegatesOf([], FRIDAY)).toEqual([]);
  });
});
