import { answering, asking, NO_WORDS, words, type Example } from './ordinary.examples.js';

const none = words({ proportionality: NO_WORDS });

export const PROPORTIONALITY_WHY: Example[] = [
  { is: 'accepting', name: 'said', toJudge: asking(), finds: [] },
  { is: 'firing', name: 'a request that does not say', toJudge: asking({ words: none }), finds: ['/words/2'] },
  { is: 'firing', name: 'an answer that does not say', toJudge: answering({ words: none }), finds: ['/words/2'] },
  { is: 'boundary', name: 'two words will do', toJudge: answering({ words: words({ proportionality: { length: 'under_60' } }) }), finds: [] },
];
