import { asking, noted, party, type Example } from './ordinary.examples.js';

const welsh = { owner: party({ nation: 'W' }) };

export const WRONG_NATION_GATEWAY: Example[] = [
  { is: 'accepting', name: 'a gateway of the own nation', toJudge: asking(), finds: [] },
  { is: 'firing', name: 'a Welsh duty in England', toJudge: asking({ stack: { gateway: ['CA1989-17', 'SSWBA-126'] } }), finds: ['/stack/gateway/1'] },
  { is: 'firing', name: 'an English duty in Wales', toJudge: noted('telling', { stack: { gateway: ['CARE-42'] } }, welsh), finds: ['/stack/gateway/0'] },
  { is: 'boundary', name: 'one that Wales once had has ended: T13, not this', toJudge: asking({}, welsh), finds: [] },
  { is: 'boundary', name: 'a code that nobody knows is refused elsewhere', toJudge: asking({ stack: { gateway: ['NO-SUCH'] } }), finds: [] },
];
