import { answering, asking, type Example } from './ordinary.examples.js';

const empty = null;

export const THRESHOLD_BELIEVED: Example[] = [
  { is: 'accepting', name: 'early help', toJudge: asking({ threshold: 'early_help' }), finds: [] },
  { is: 'firing', name: 'a form left empty', toJudge: asking({ threshold: empty }), finds: ['/threshold'] },
  { is: 'boundary', name: 'not known is an answer', toJudge: asking({ threshold: 'not_known' }), finds: [] },
  { is: 'boundary', name: 'an answer believes nothing', toJudge: answering({ threshold: empty }), finds: [] },
];
