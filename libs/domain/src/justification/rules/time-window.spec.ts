import { describe, expect, it } from 'vitest';
import { foundBy } from './ordinary.examples.js';
import { TIME_WINDOW } from './time-window.examples.js';
import { timeWindow } from './time-window.js';

describe(`rule ${timeWindow.code}`, () => {
  it.each(TIME_WINDOW)('$is: $name', ({ toJudge, finds }) => expect(foundBy(timeWindow, toJudge)).toEqual(finds));
});
