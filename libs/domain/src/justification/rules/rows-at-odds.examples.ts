import { answering, asking, noted, party, type Example } from './ordinary.examples.js';

const charity = { owner: party({ type: 'TS', publicAuthority: false }) };
const both = { stack: { art6: ['A6-E', 'A6-EA6'] } };

export const ROWS_AT_ODDS: Example[] = [
  { is: 'accepting', name: 'public task alone', toJudge: asking(), finds: [] },
  { is: 'accepting', name: 'a recognised interest alone', toJudge: answering({ stack: { art6: ['A6-EA6'] } }, charity), finds: [] },
  { is: 'firing', name: 'a charity names both', toJudge: answering(both, charity), finds: ['/stack/art6/1'] },
  { is: 'firing', name: 'an outcome is told on both', toJudge: noted('telling', both, charity), finds: ['/stack/art6/1'] },
  { is: 'boundary', name: 'two recognised interests', toJudge: answering({ stack: { art6: ['A6-EA1', 'A6-EA6'] } }, charity), finds: [] },
  { is: 'boundary', name: 'vital interests beside either', toJudge: answering({ stack: { art6: ['A6-D', 'A6-EA6'] } }, charity), finds: [] },
  { is: 'boundary', name: 'a record that goes to nobody', toJudge: noted('record_only', both, charity), finds: [] },
];
