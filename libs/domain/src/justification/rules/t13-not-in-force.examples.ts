import { answering, asking, noted, party, PART_THREE, type Example } from './ordinary.examples.js';

const duty = { stack: { gateway: ['CA1989-17', 'CA2004-16LA'] } };
const police = party({ type: 'POLICE', competentAuthority: true });
const charity = party({ type: 'TS', publicAuthority: false });

export const NOT_IN_FORCE: Example[] = [
  { is: 'accepting', name: 'everything in force', toJudge: asking(duty), finds: [] },
  { is: 'firing', name: 'a power that has ended', toJudge: asking({ stack: { gateway: ['CA2004-14B'] } }), finds: ['/stack/gateway/0'] },
  { is: 'firing', name: 'ended in Wales, in force in England', toJudge: asking({}, { owner: party({ nation: 'W' }) }), finds: ['/stack/gateway/0'] },
  { is: 'firing', name: 'an authority for re-use that has not begun', toJudge: answering({ stack: { ...PART_THREE, s36Authority: 'CA2004-16LA' } }, { owner: police, on: '2026-09-29' }), finds: ['/stack/s36Authority'] },
  { is: 'firing', name: 'a decision on law that has ended', toJudge: noted('deciding', { stack: { gateway: ['CA2004-14B'] } }), finds: ['/stack/gateway/0'] },
  { is: 'boundary', name: 'the day before it begins', toJudge: asking(duty, { on: '2026-09-29' }), finds: ['/stack/gateway/1'] },
  { is: 'boundary', name: 'the day it begins', toJudge: asking(duty, { on: '2026-09-30' }), finds: [] },
  { is: 'boundary', name: 'the last day of a power', toJudge: asking({ stack: { gateway: ['CA2004-14B'] } }, { on: '2019-09-29' }), finds: [] },
  { is: 'boundary', name: 'a basis of Article 6 the day before it began', toJudge: answering({ stack: { art6: ['A6-EA6'] } }, { owner: charity, on: '2026-02-04' }), finds: ['/stack/art6/0'] },
  { is: 'boundary', name: 'a row that Wales never had is a note, not this', toJudge: asking({ stack: { gateway: ['CARE-42'] } }, { owner: party({ nation: 'W' }) }), finds: [] },
];
