import { answering, asking, NO_WORDS, words, type Example } from './ordinary.examples.js';

const silent = words({ window_reason: NO_WORDS });
const from = (day: string, words_ = silent): Parameters<typeof asking>[0] => ({ window: { from: day, to: '2026-11-16' }, words: words_ });

export const TIME_WINDOW: Example[] = [
  { is: 'accepting', name: 'the last year', toJudge: asking(from('2025-11-16')), finds: [] },
  { is: 'accepting', name: 'ten years, with a reason', toJudge: asking(from('2016-11-16', words())), finds: [] },
  { is: 'firing', name: 'no period', toJudge: asking({ window: null }), finds: ['/window'] },
  { is: 'firing', name: 'ten years without one', toJudge: asking(from('2016-11-16')), finds: ['/window/from'] },
  { is: 'boundary', name: '24 months to the day', toJudge: asking(from('2024-11-16')), finds: [] },
  { is: 'boundary', name: 'a day more', toJudge: asking(from('2024-11-15')), finds: ['/window/from'] },
  { is: 'boundary', name: 'counted from the last day of a leap February', toJudge: asking(from('2026-02-28'), { on: '2028-02-29' }), finds: [] },
  { is: 'boundary', name: 'an answer looks as far as it was asked', toJudge: answering({ window: null }), finds: [] },
];
