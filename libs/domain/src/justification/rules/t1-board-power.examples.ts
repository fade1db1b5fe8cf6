import { answering, asking, type Example } from './ordinary.examples.js';

export const BOARD_POWER: Example[] = [
  { is: 'accepting', name: 'the enquiry duty', toJudge: asking({ stack: { gateway: ['CARE-42'] } }), finds: [] },
  { is: 'firing', name: 'each of the four powers', toJudge: asking({ stack: { gateway: ['CA2004-14B', 'SSWBA-137', 'CARE-45', 'CA2004-16H'] } }), finds: ['/stack/gateway/0', '/stack/gateway/1', '/stack/gateway/2', '/stack/gateway/3'] },
  { is: 'firing', name: 'an answer that rests on one', toJudge: answering({ stack: { gateway: ['CA2004-11', 'CARE-45'] } }), finds: ['/stack/gateway/1'] },
  { is: 'boundary', name: 'a duty of the same Act beside them', toJudge: asking({ stack: { gateway: ['CA2004-11'] } }), finds: [] },
];
