import { answering, asking, type Example } from './ordinary.examples.js';

export const CONSENT_NOT_FREE: Example[] = [
  { is: 'accepting', name: 'consent that is relied on', toJudge: answering({ stack: { art6: ['A6-A'], wouldShareAnyway: false } }), finds: [] },
  { is: 'firing', name: 'consent, and would share anyway', toJudge: answering({ stack: { art6: ['A6-A'], wouldShareAnyway: true } }), finds: ['/stack/art6/0'] },
  { is: 'firing', name: 'the same of a request', toJudge: asking({ stack: { art6: ['A6-E', 'A6-A'], wouldShareAnyway: true } }), finds: ['/stack/art6/1'] },
  { is: 'boundary', name: 'nobody said whether', toJudge: answering({ stack: { art6: ['A6-A'], wouldShareAnyway: null } }), finds: [] },
  { is: 'boundary', name: 'would share anyway, on public task', toJudge: answering({ stack: { wouldShareAnyway: true } }), finds: [] },
];
