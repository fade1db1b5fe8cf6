import { answering, asking, noted, party, PART_THREE, SAFEGUARDING, type Example } from './ordinary.examples.js';

const police = { owner: party({ type: 'POLICE', competentAuthority: true }) };
const toPolice = { other: party({ type: 'POLICE', competentAuthority: true }) };
const unlawfulActs = { art9: ['A9-G'], sch1: ['S1-10'], policyDocument: null };
const document = (reviewDate: string | null): typeof SAFEGUARDING => ({ ...SAFEGUARDING, policyDocument: { id: 'APD-1', version: '1', reviewDate } });

export const SPECIAL_CATEGORY: Example[] = [
  { is: 'accepting', name: 'safeguarding with its condition and policy document', toJudge: asking({ specialCategory: true, stack: SAFEGUARDING }), finds: [] },
  { is: 'accepting', name: 'health care needs no policy document', toJudge: answering({ specialCategory: true, stack: { art9: ['A9-H'], sch1: ['S1-2'] } }), finds: [] },
  { is: 'accepting', name: 'a Part 3 stack with a condition of Schedule 8', toJudge: answering({ specialCategory: true, stack: PART_THREE }, police), finds: [] },
  { is: 'firing', name: 'special category and no condition', toJudge: answering({ specialCategory: true }), finds: ['/stack/art9'] },
  { is: 'firing', name: 'a word about the outcome with none', toJudge: noted('telling', { specialCategory: true }), finds: ['/stack/art9'] },
  { is: 'firing', name: 'A9-G without Schedule 1', toJudge: asking({ specialCategory: true, stack: { art9: ['A9-G'] } }), finds: ['/stack/art9/0'] },
  { is: 'boundary', name: 'A9-H without Schedule 1, which the trap does not name', toJudge: asking({ specialCategory: true, stack: { art9: ['A9-H'] } }), finds: [] },
  { is: 'firing', name: 'A9-G with the extension to offences only', toJudge: asking({ stack: { ...SAFEGUARDING, sch1: [], art10: ['S1-36'] } }), finds: ['/stack/art9/0'] },
  { is: 'firing', name: 'safeguarding without a policy document', toJudge: asking({ specialCategory: true, stack: { ...SAFEGUARDING, policyDocument: null } }), finds: ['/stack/policyDocument'] },
  { is: 'firing', name: 'a policy document without a review date', toJudge: asking({ stack: document(null) }), finds: ['/stack/policyDocument'] },
  { is: 'firing', name: 'sensitive data under Part 3 without a policy document', toJudge: answering({ stack: { ...PART_THREE, policyDocument: null } }, police), finds: ['/stack/policyDocument'] },
  { is: 'boundary', name: 'a school on Part 3: its Schedule 8 row counts as a condition', toJudge: answering({ specialCategory: true, stack: PART_THREE }), finds: [] },
  { is: 'boundary', name: 'the review is due on the day', toJudge: asking({ stack: document('2026-11-16') }), finds: [] },
  { is: 'boundary', name: 'the review was due the day before', toJudge: asking({ stack: document('2026-11-15') }), finds: ['/stack/policyDocument/reviewDate'] },
  { is: 'boundary', name: 'S1-10 towards the police needs no policy document', toJudge: asking({ specialCategory: true, stack: unlawfulActs }, toPolice), finds: [] },
  { is: 'boundary', name: 'S1-10 towards anybody else does', toJudge: asking({ specialCategory: true, stack: unlawfulActs }), finds: ['/stack/policyDocument'] },
  { is: 'boundary', name: 'S1-10 towards the police, but not alone', toJudge: asking({ stack: { ...unlawfulActs, sch1: ['S1-10', 'S1-18'] } }, toPolice), finds: ['/stack/policyDocument'] },
  { is: 'boundary', name: 'vital interests stand alone', toJudge: asking({ specialCategory: true, stack: { art9: ['A9-C'] } }), finds: [] },
];
