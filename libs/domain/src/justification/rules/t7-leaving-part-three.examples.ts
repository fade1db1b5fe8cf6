import { answering, party, PART_THREE, type Example } from './ordinary.examples.js';

const police = { owner: party({ type: 'POLICE', competentAuthority: true }) };

export const LEAVING_PART_THREE: Example[] = [
  { is: 'accepting', name: 'marked, with its authority', toJudge: answering({ stack: PART_THREE }, police), finds: [] },
  { is: 'accepting', name: 'police who answer under Part 2', toJudge: answering({}, police), finds: [] },
  { is: 'firing', name: 'not marked', toJudge: answering({ stack: { ...PART_THREE, p3: ['P3-35', 'P3-SENS', 'P3-S8-4'] } }, police), finds: ['/stack/p3'] },
  { is: 'firing', name: 'marked, without authority', toJudge: answering({ stack: { ...PART_THREE, s36Authority: null } }, police), finds: ['/stack/s36Authority'] },
  { is: 'boundary', name: 'under REG-P3 itself', toJudge: answering({ stack: { ...PART_THREE, regime: 'REG-P3', s36Authority: null } }, police), finds: ['/stack/s36Authority'] },
  { is: 'boundary', name: 'probation: the trap is written for police', toJudge: answering({ stack: { ...PART_THREE, s36Authority: null } }, { owner: party({ type: 'PROB', competentAuthority: true }) }), finds: [] },
];
