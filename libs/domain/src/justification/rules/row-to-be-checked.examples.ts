import { answering, asking, type Example } from './ordinary.examples.js';

export const ROW_TO_BE_CHECKED: Example[] = [
  { is: 'accepting', name: 'every row signed off', toJudge: asking(), finds: [] },
  { is: 'firing', name: 'one row is not', toJudge: answering({ stack: { gateway: ['EA2002-175', 'CDA-115'] } }), finds: ['/stack'] },
  { is: 'boundary', name: 'named twice, told once', toJudge: answering({ stack: { gateway: ['CDA-115', 'CDA-115'], s36Authority: 'CDA-115' } }), finds: ['/stack'] },
];
