import { answering, asking, type Example } from './ordinary.examples.js';

export const DATA_CATEGORIES: Example[] = [
  { is: 'accepting', name: 'two kinds', toJudge: asking({ categories: ['edu.on_roll', 'edu.attendance'] }), finds: [] },
  { is: 'firing', name: 'none', toJudge: asking({ categories: [] }), finds: ['/categories'] },
  { is: 'boundary', name: 'one', toJudge: asking({ categories: ['other.anything_else'] }), finds: [] },
  { is: 'boundary', name: 'an answer requests none', toJudge: answering({ categories: [] }), finds: [] },
];
