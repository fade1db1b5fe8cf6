import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { loadOf, middleOf, numbersOf } from './figures.js';
import { handoverPhones, handoverRows } from './handover.js';
import { allOf, holderOf, waitingOf, type TeamRow } from './rows.js';
import { aCheck, aRequest, NOW } from './team.examples.js';
import { piecesOf } from './use-giving.js';

const now = new Date(NOW);
const late = aRequest('late', { dueAt: '2026-11-22T10:00:00.000Z', heldBy: 'u-bob' });
const soon = aRequest('soon', { heldBy: 'u-ann' });
const far = aRequest('far', { dueAt: '2026-11-24T10:00:00.000Z', sentAt: '2026-11-21T10:00:00.000Z', heldBy: 'u-ann' });
const done = aRequest('done', { state: 'answered', sentAt: '2026-11-22T09:00:00.000Z', endedAt: '2026-11-22T10:00:00.000Z', heldBy: 'u-ann' });
const doneLate = aRequest('done-late', { state: 'refused', dueAt: '2026-11-22T09:30:00.000Z', sentAt: '2026-11-22T07:40:00.000Z', endedAt: '2026-11-22T10:40:00.000Z' });
const yesterday = aRequest('yesterday', { state: 'answered', endedAt: '2026-11-21T23:59:00.000Z' });
const takenBack = aRequest('back', { state: 'withdrawn', endedAt: '2026-11-22T10:00:00.000Z' });
const inbox = [far, done, soon, late, doneLate, yesterday, takenBack];
const answering = allOf('answering', { inbox, checks: [], agency: 'heddlu' });

describe('the numbers of a team', () => {
  it('count what waits, is late, is due within two hours, and was answered in time today', () => {
    expect(numbersOf(answering, now)).toEqual({ waiting: 3, overdue: 1, soon: 1, answered: 2, inTime: 1 });
    expect(numbersOf([], now)).toEqual({ waiting: 0, overdue: 0, soon: 0, answered: 0, inTime: 0 });
  });

  it('never count one request as late and as due soon', () => {
    const due = fc.integer({ min: -200, max: 200 }).map((minutes) => aRequest(`${minutes}`, { dueAt: new Date(now.getTime() + minutes * 60_000).toISOString() }));
    fc.assert(fc.property(fc.array(due), (requests) => {
      const { waiting, overdue, soon: within } = numbersOf(allOf('answering', { inbox: requests, checks: [], agency: 'heddlu' }), now);
      expect([overdue + within <= waiting, waiting]).toEqual([true, requests.length]);
      expect(within).toBe(requests.filter(({ dueAt }) => Date.parse(dueAt) >= now.getTime() && Date.parse(dueAt) <= now.getTime() + 7_200_000).length);
    }));
  });
});

describe('who has how much', () => {
  it('is by worker, with the oldest and the time in the middle of today', () => {
    expect(loadOf(answering, holderOf, now)).toEqual([
      { of: 'u-ann', load: 2, oldest: '2026-11-21T10:00:00.000Z', typicalMs: 3_600_000 }, { of: 'u-bob', load: 1, oldest: '2026-11-22T08:40:00.000Z', typicalMs: null }, { of: null, load: 0, oldest: null, typicalMs: 3 * 3_600_000 },
    ]);
  });

  it('takes the middle, which one long answer does not move', () => {
    expect([middleOf([]), middleOf([5]), middleOf([1, 100, 3]), middleOf([4, 2])]).toEqual([null, 5, 3, 3]);
  });
});

describe('the two ways', () => {
  const asked = aCheck('LAT-A', [aRequest('1', { asked: 'heddlu' }), aRequest('2', { asked: 'bwrdd', heldBy: null })], { heldBy: 'u-bob' });
  const rows = allOf('asking', { inbox: [], checks: [asked, aCheck('LAT-B', [aRequest('3', { asking: 'elsewhere' })])], agency: 'council' });

  it('are what was asked of a team, and what it asked others: those have whoever has the check', () => {
    expect(rows.map(({ partner, heldBy, opener }) => [partner, heldBy, opener])).toEqual([['heddlu', 'u-bob', 'u-ann'], ['bwrdd', 'u-bob', 'u-ann']]);
    expect(waitingOf(answering, now).map(({ id }) => id)).toEqual(['late', 'soon', 'far']);
  });

  it('give a check once, whichever of its rows are ticked', () => {
    expect(piecesOf('asking', rows).map(({ row }) => row.view.reference)).toEqual(['LAT-A']);
    expect(piecesOf('answering', answering)).toHaveLength(answering.length);
  });
});

describe('the handover sheet', () => {
  const about = ({ id }: TeamRow): string[] | null => (id === 'soon' ? ['Corey Ashdown'] : null);
  const rows = handoverRows(answering, { about, now });

  it('has what is open, what is late first, and names only what was opened', () => {
    expect(rows.map(({ row, isOverdue, about: names }) => [row.id, isOverdue, names])).toEqual([['late', true, null], ['soon', false, ['Corey Ashdown']], ['far', false, null]]);
  });

  it('has the telephones of the agencies on it, each once, and the own', () => {
    const contact = { agency: 'council', phone: '029 1', outOfHoursPhone: '029 2', hours: [], verifiedAt: null, version: 1 };
    expect(handoverPhones(rows, [contact], 'heddlu')).toEqual([{ agency: 'council', office: '029 1', night: '029 2' }, { agency: 'heddlu', office: null, night: null }]);
  });
});
