import { answering, asking, NO_WORDS, words, type Example } from './ordinary.examples.js';

const none = words({ less_intrusive: NO_WORDS });

export const LESS_INTRUSIVE_CONSIDERED: Example[] = [
  { is: 'accepting', name: 'a way and why not', toJudge: asking({ lessIntrusive: 'ask_family' }), finds: [] },
  { is: 'firing', name: 'neither', toJudge: asking({ lessIntrusive: null, words: none }), finds: ['/lessIntrusive'] },
  { is: 'boundary', name: 'a way and no words', toJudge: asking({ words: none }), finds: ['/words/4'] },
  { is: 'boundary', name: 'words and no way', toJudge: asking({ lessIntrusive: null }), finds: ['/lessIntrusive'] },
  { is: 'boundary', name: 'an answer need not', toJudge: answering({ words: none }), finds: [] },
];
