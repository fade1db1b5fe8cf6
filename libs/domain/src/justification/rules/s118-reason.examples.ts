import { answering, asking, SAFEGUARDING, type Example } from './ordinary.examples.js';

const unreasoned = { ...SAFEGUARDING, s118Reason: null };

export const S118_REASON: Example[] = [
  { is: 'accepting', name: 'reason b', toJudge: asking({ stack: SAFEGUARDING }), finds: [] },
  { is: 'firing', name: 'a request without', toJudge: asking({ stack: unreasoned }), finds: ['/stack/s118Reason'] },
  { is: 'firing', name: 'an answer without', toJudge: answering({ stack: unreasoned }), finds: ['/stack/s118Reason'] },
  { is: 'boundary', name: 'economic well-being needs it too', toJudge: asking({ stack: { ...unreasoned, sch1: ['S1-19'] } }), finds: ['/stack/s118Reason'] },
  { is: 'boundary', name: 'the condition listed with Article 10', toJudge: asking({ stack: { ...unreasoned, sch1: [], art10: ['S1-18', 'S1-36'] } }), finds: ['/stack/s118Reason'] },
  { is: 'boundary', name: 'its definition does not', toJudge: asking({ stack: { ...unreasoned, sch1: ['S1-2', 'S1-18-AR'] } }), finds: [] },
];
