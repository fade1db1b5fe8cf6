import { answering, asking, party, type Example } from './ordinary.examples.js';

const section = { stack: { gateway: ['SSWBA-126', 'SSWBA-164-2'] } };
const welsh = party({ nation: 'W' });

export const NOT_BOUND_BY_164: Example[] = [
  { is: 'accepting', name: 'a health board is asked', toJudge: asking(section, { owner: welsh, other: party({ nation: 'W', type: 'LHB' }) }), finds: [] },
  ...(['SCHOOL', 'FE', 'EY', 'RSL', 'TS', 'IDVA'] as const).map((type): Example => ({ is: 'firing', name: `${type} is asked`, toJudge: asking(section, { owner: welsh, other: party({ nation: 'W', type }) }), finds: ['/stack/gateway/1'] })),
  { is: 'firing', name: 'a school answers on subsection (1)', toJudge: answering({ stack: { gateway: ['SSWBA-164-1'] } }), finds: ['/stack/gateway/0'] },
  { is: 'boundary', name: 'a substance service of a charity', toJudge: asking(section, { other: party({ type: 'SUBST', publicAuthority: false }) }), finds: ['/stack/gateway/1'] },
  { is: 'boundary', name: 'a substance service of the health board', toJudge: asking(section, { other: party({ type: 'SUBST' }) }), finds: [] },
  { is: 'boundary', name: 'a surgery: no case leans on it', toJudge: asking(section, { other: party({ type: 'GP' }) }), finds: [] },
];
