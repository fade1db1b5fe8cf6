import { answering, asking, noted, party, PART_THREE, type Example } from './ordinary.examples.js';

const duty = { stack: { gateway: ['CA2004-16LA'] } };
const welsh = { owner: party({ nation: 'W', type: 'POLICE', competentAuthority: true }) };

export const ENGLISH_DUTY_MISUSED: Example[] = [
  { is: 'accepting', name: 'an English body about a child', toJudge: asking(duty), finds: [] },
  { is: 'accepting', name: 'an English body about a household', toJudge: asking({ ...duty, subjectKind: 'household' }), finds: [] },
  { is: 'firing', name: 'a Welsh force, as gateway and as authority', toJudge: answering({ stack: { ...PART_THREE, gateway: ['CLPD', 'CA2004-16LA'], s36Authority: 'CA2004-16LA' } }, welsh), finds: ['/stack/gateway/1', '/stack/s36Authority'] },
  { is: 'firing', name: 'an English body about an adult', toJudge: asking({ ...duty, subjectKind: 'adult' }), finds: ['/stack/gateway/0'] },
  { is: 'firing', name: 'a Welsh body keeps a record on it', toJudge: noted('record_only', duty, welsh), finds: ['/stack/gateway/0'] },
  { is: 'boundary', name: 'an English body asks a Welsh one: the owner is English', toJudge: asking(duty, { other: party({ nation: 'W', type: 'LHB' }) }), finds: [] },
];
