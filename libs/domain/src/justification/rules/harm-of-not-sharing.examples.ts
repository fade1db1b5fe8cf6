import { answering, asking, NO_WORDS, words, type Example } from './ordinary.examples.js';

const none = words({ harm_of_not_sharing: NO_WORDS });

export const HARM_OF_NOT_SHARING: Example[] = [
  { is: 'accepting', name: 'said', toJudge: asking(), finds: [] },
  { is: 'firing', name: 'not said', toJudge: asking({ words: none }), finds: ['/words/3'] },
  { is: 'boundary', name: 'said shortly', toJudge: asking({ words: words({ harm_of_not_sharing: { length: 'under_60' } }) }), finds: [] },
  { is: 'boundary', name: 'an answer need not', toJudge: answering({ words: none }), finds: [] },
];
