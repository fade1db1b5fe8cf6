import { answering, asking, party, type Example } from './ordinary.examples.js';

const section = { stack: { gateway: ['SSWBA-164-2'] } };
const duty = { stack: { gateway: ['CA2004-16LA'] } };
const board = party({ type: 'LHB', nation: 'W' });
const council = party({ nation: 'W' });

export const GATEWAY_DOES_NOT_BIND: Example[] = [
  { is: 'accepting', name: 'a council asks a health board', toJudge: asking(section, { owner: council, other: board }), finds: [] },
  { is: 'accepting', name: 'the health board answers', toJudge: answering(section, { owner: board, other: council }), finds: [] },
  { is: 'firing', name: 'a council asks a surgery', toJudge: asking(section, { owner: council, other: party({ type: 'GP', nation: 'W' }) }), finds: ['/stack/gateway/0'] },
  { is: 'firing', name: 'a surgery answers', toJudge: answering(section, { owner: party({ type: 'GP', nation: 'W' }), other: council }), finds: ['/stack/gateway/0'] },
  { is: 'firing', name: 'a health board asks', toJudge: asking(section, { owner: board, other: board }), finds: ['/stack/gateway/0'] },
  { is: 'boundary', name: 'a charity under arrangements answers on the English duty', toJudge: answering(duty, { owner: party({ type: 'IDVA', publicAuthority: false, commissionedProvider: true }) }), finds: [] },
  { is: 'boundary', name: 'a charity without arrangements does', toJudge: answering(duty, { owner: party({ type: 'IDVA', publicAuthority: false }) }), finds: ['/stack/gateway/0'] },
  { is: 'boundary', name: 'the English duty towards an English body', toJudge: asking(duty), finds: [] },
  { is: 'boundary', name: 'the English duty towards a Welsh body', toJudge: asking(duty, { other: board }), finds: ['/stack/gateway/0'] },
];
