import { answering, asking, noted, party, type Example } from './ordinary.examples.js';

const duty = { stack: { art6: ['A6-C'] } };
const welsh = { owner: party({ nation: 'W' }) };

export const ROW_NEEDS_ANOTHER: Example[] = [
  { is: 'accepting', name: 'health or social care with its condition', toJudge: asking({ stack: { art9: ['A9-H'], sch1: ['S1-2'] } }), finds: [] },
  { is: 'accepting', name: 'a legal obligation with its duty', toJudge: asking({ stack: { art6: ['A6-C'], gateway: ['CA1989-47'] } }), finds: [] },
  { is: 'firing', name: 'health or social care without its condition', toJudge: answering({ stack: { art9: ['A9-H'] } }), finds: ['/stack/art9/0'] },
  { is: 'firing', name: 'a legal obligation on a mere function', toJudge: asking(duty), finds: ['/stack/art6/0'] },
  { is: 'firing', name: 'an outcome told on an obligation without its duty', toJudge: noted('telling', duty), finds: ['/stack/art6/0'] },
  { is: 'boundary', name: 'one of the several duties is enough', toJudge: asking({ stack: { art6: ['A6-C'], gateway: ['SSWBA-164-2'] } }, welsh), finds: [] },
  { is: 'boundary', name: 'the condition of another row', toJudge: asking({ stack: { art9: ['A9-H'], sch1: ['S1-1'] } }), finds: ['/stack/art9/0'] },
  { is: 'boundary', name: 'a row that stands alone', toJudge: asking({ stack: { art6: ['A6-D'], art9: ['A9-C'] } }), finds: [] },
  { is: 'boundary', name: 'a record that goes to nobody', toJudge: noted('record_only', duty), finds: [] },
];
