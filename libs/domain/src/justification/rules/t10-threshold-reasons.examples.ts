import { answering, asking, NO_WORDS, words, type Example } from './ordinary.examples.js';

const silent = words({ threshold_rationale: NO_WORDS });

export const THRESHOLD_REASONS: Example[] = [
  { is: 'accepting', name: 'section 47 with its reasons', toJudge: asking({ threshold: 's47', stack: { gateway: ['CA1989-47'] } }), finds: [] },
  { is: 'firing', name: 'section 47 cited without reasons', toJudge: asking({ stack: { gateway: ['CA1989-17', 'CA1989-47'] }, words: silent }), finds: ['/stack/gateway/1'] },
  { is: 'firing', name: 'its Welsh twin', toJudge: asking({ stack: { gateway: ['CA1989-47-W'] }, words: silent }), finds: ['/stack/gateway/0'] },
  { is: 'firing', name: 'section 47 believed and not cited', toJudge: asking({ threshold: 's47', words: silent }), finds: ['/threshold'] },
  { is: 'boundary', name: 'a strategy discussion instead of reasons', toJudge: asking({ threshold: 's47', words: silent, strategyDiscussionAt: '2026-11-16T09:00:00.000Z' }), finds: [] },
  { is: 'boundary', name: 'below section 47 nothing is asked for', toJudge: asking({ words: silent }), finds: [] },
  { is: 'boundary', name: 'an answer on the duty to assist', toJudge: answering({ threshold: 's47', words: silent, stack: { gateway: ['CA1989-47'] } }), finds: [] },
];
