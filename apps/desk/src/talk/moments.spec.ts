import { describe, expect, it } from 'vitest';
import { momentTyped, offeredMoments } from './moments.js';

describe('moments of an answer', () => {
  it('are offered on whole quarters, and tomorrow at ten by London\'s clock', () => {
    expect(offeredMoments(new Date('2026-11-22T10:07:00.000Z'))).toEqual(['2026-11-22T11:15:00.000Z', '2026-11-22T12:15:00.000Z', '2026-11-23T10:00:00.000Z']);
    expect(offeredMoments(new Date('2026-03-28T23:30:00.000Z'))[2]).toBe('2026-03-29T09:00:00.000Z');
  });

  it.each([['14:30', '2026-11-23T14:30:00.000Z'], ['2pm', '2026-11-23T14:00:00.000Z'], ['2.05 yh', '2026-11-23T14:05:00.000Z'], ['12am', '2026-11-23T00:00:00.000Z'], ['12yh', '2026-11-23T12:00:00.000Z']])('are read as people type them: %s', (time, at) => {
    expect(momentTyped({ day: '23', month: '11', year: '2026', time })).toBe(at);
  });

  it.each(['', 'soon', '25:00', '13pm', '10:61'])('are none: %s', (time) => {
    expect(momentTyped({ day: '23', month: '11', year: '2026', time })).toBeNull();
  });

  it('are none on a day that there is not', () => {
    expect(momentTyped({ day: '31', month: '2', year: '2026', time: '10am' })).toBeNull();
  });
});
