import { answering, asking, NO_WORDS, noted, words, type Example } from './ordinary.examples.js';

const short = words({ necessity: { length: 'under_60' } });
const none = words({ necessity: NO_WORDS });

export const NECESSITY_WHY: Example[] = [
  { is: 'accepting', name: 'said at length', toJudge: asking({ words: words({ necessity: { length: '300_to_999' } }) }), finds: [] },
  { is: 'firing', name: 'a request that does not say', toJudge: asking({ words: none }), finds: ['/words/1'] },
  { is: 'firing', name: 'an answer that does not say', toJudge: answering({ words: none }), finds: ['/words/1'] },
  { is: 'firing', name: 'an outcome that does not say', toJudge: noted('telling', { words: none }), finds: ['/words/1'] },
  { is: 'firing', name: 'a record only that does not say', toJudge: noted('record_only', { words: none }), finds: ['/words/1'] },
  { is: 'boundary', name: 'a request below 60 characters', toJudge: asking({ words: short }), finds: ['/words/1'] },
  { is: 'boundary', name: 'a request of 60 characters', toJudge: asking({ words: words({ necessity: { length: '60_to_299' } }) }), finds: [] },
  { is: 'boundary', name: 'a short answer', toJudge: answering({ words: short }), finds: [] },
  { is: 'boundary', name: 'a short word about the outcome', toJudge: noted('telling', { words: short }), finds: [] },
  { is: 'boundary', name: 'a decision needs none here', toJudge: noted('deciding', { words: none }), finds: [] },
];
