import { hasWords } from '../attested-words.js';
import { monthsBefore } from '../calendar-day.js';
import { finder } from '../finding.js';
import { ASKING, type Rule } from '../rule.js';

/** Facts 2.3: 24 months unless a longer look back is given a reason. */
const USUAL_MONTHS = 24;
const found = finder('time_window', 'field', 'block');

export const timeWindow: Rule = {
  code: 'time_window',
  directions: ASKING,
  find: ({ share, on }) => {
    if (share.window === null) {
      return [found('/window', [],
        { en: 'It is not said which period is asked about.', cy: "Ni ddywedir am ba gyfnod y gofynnir." },
        { en: 'Give the first and the last day.', cy: "Rhowch y diwrnod cyntaf a'r diwrnod olaf." })];
    }
    if (share.window.from >= monthsBefore(on, USUAL_MONTHS) || hasWords(share, 'window_reason')) return [];
    return [found('/window/from', ['window_reason'],
      { en: 'The period begins more than 24 months ago, and no reason is given.', cy: "Mae'r cyfnod yn dechrau fwy na 24 mis yn ôl, ac ni roddir rheswm." },
      { en: 'Begin it later, or write why the longer period is needed.', cy: "Dechreuwch ef yn ddiweddarach, neu ysgrifennwch pam mae angen y cyfnod hwy." })];
  },
};
