import { answering, asking, party, SAFEGUARDING, type Example } from './ordinary.examples.js';

const police = party({ type: 'POLICE', competentAuthority: true });
const landlord = party({ type: 'RSL', publicAuthority: false });

export const OFFENCE_DATA: Example[] = [
  { is: 'accepting', name: 'a landlord on safeguarding and its extension', toJudge: answering({ criminalOffence: true, stack: { ...SAFEGUARDING, art10: ['S1-36'] } }, { owner: landlord }), finds: [] },
  { is: 'accepting', name: 'the police are asked', toJudge: asking({ criminalOffence: true }, { other: police }), finds: [] },
  { is: 'accepting', name: 'the police answer', toJudge: answering({ criminalOffence: true }, { owner: police }), finds: [] },
  { is: 'firing', name: 'a landlord tells of a conviction on nothing', toJudge: answering({ criminalOffence: true }, { owner: landlord }), finds: ['/stack/sch1'] },
  { is: 'firing', name: 'a school is asked about offences on nothing', toJudge: asking({ criminalOffence: true }), finds: ['/stack/sch1'] },
  { is: 'boundary', name: 'health and social care (Part 1) alone does not carry it', toJudge: answering({ criminalOffence: true, stack: { sch1: ['S1-2'] } }), finds: ['/stack/sch1'] },
  { is: 'boundary', name: 'the first row of Part 2 does', toJudge: answering({ criminalOffence: true, stack: { sch1: ['S1-6'] } }), finds: [] },
  { is: 'boundary', name: 'vital interests, listed with Article 10', toJudge: answering({ criminalOffence: true, stack: { art10: ['S1-30'] } }), finds: [] },
  { is: 'boundary', name: 'a definition carries nothing', toJudge: answering({ criminalOffence: true, stack: { sch1: ['S1-18-AR'] } }), finds: ['/stack/sch1'] },
];
