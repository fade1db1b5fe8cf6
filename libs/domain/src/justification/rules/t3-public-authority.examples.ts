import { answering, asking, noted, party, type Example } from './ordinary.examples.js';

const charity = party({ type: 'TS', publicAuthority: false });

export const PUBLIC_AUTHORITY: Example[] = [
  { is: 'accepting', name: 'a public authority on its public task', toJudge: asking(), finds: [] },
  { is: 'accepting', name: 'a charity on a recognised legitimate interest', toJudge: answering({ stack: { art6: ['A6-EA6'] } }, { owner: charity }), finds: [] },
  { is: 'firing', name: 'a trust on legitimate interests', toJudge: answering({ stack: { art6: ['A6-F'] } }, { owner: party({ type: 'NHST' }) }), finds: ['/stack/art6/0'] },
  { is: 'firing', name: 'a council with a recognised one beside its task', toJudge: asking({ stack: { art6: ['A6-E', 'A6-EA1'] } }), finds: ['/stack/art6/1'] },
  { is: 'firing', name: 'a council decides on one', toJudge: noted('deciding', { stack: { art6: ['A6-F'] } }), finds: ['/stack/art6/0'] },
  { is: 'boundary', name: 'public task is not mistaken for the rows whose code begins like it', toJudge: asking({ stack: { art6: ['A6-E', 'A6-D'] } }), finds: [] },
];
