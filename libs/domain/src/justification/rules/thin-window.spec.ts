import { describe, expect, it } from 'vitest';
import { foundBy } from './ordinary.examples.js';
import { THIN_WINDOW } from './thin-window.examples.js';
import { thinWindow } from './thin-window.js';

describe(`rule ${thinWindow.code}`, () => {
  it.each(THIN_WINDOW)('$is: $name', ({ toJudge, finds }) => expect(foundBy(thinWindow, toJudge)).toEqual(finds));
});
