import { daysBetween } from '../calendar-day.js';
import { finder } from '../finding.js';
import { ASKING, type Rule } from '../rule.js';

/** Fewer days than this show an event and nothing before it. Our own figure. */
const THIN_DAYS = 7;
const found = finder('thin-window', 'other', 'note');

export const thinWindow: Rule = {
  code: 'thin-window',
  directions: ASKING,
  find: ({ share: { window } }) => {
    if (window === null || daysBetween(window.from, window.to) >= THIN_DAYS) return [];
    return [found('/window', [],
      { en: 'The period asked about is shorter than a week: earlier signs will not be told.', cy: "Mae'r cyfnod y gofynnir amdano yn fyrrach nag wythnos: ni sonnir am arwyddion cynharach." },
      { en: 'Ask about a longer period if the pattern matters.', cy: "Gofynnwch am gyfnod hwy os yw'r patrwm o bwys." })];
  },
};
