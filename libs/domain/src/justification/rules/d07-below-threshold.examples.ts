import { asking, noted, party, type Change, type Example } from './ordinary.examples.js';

const unasked: Change = { consent: { sought: 'no', outcome: null, notSoughtReason: 'risk_to_child', informed: 'later', capacity: null, overrideGround: null } };

export const BELOW_THRESHOLD: Example[] = [
  { is: 'accepting', name: 'the family agreed', toJudge: asking(), finds: [] },
  { is: 'accepting', name: 'not asked, on the duty to share', toJudge: asking({ ...unasked, stack: { gateway: ['CA1989-17', 'CA2004-16LA'] } }), finds: [] },
  { is: 'firing', name: 'not asked, below section 47, no duty', toJudge: asking(unasked), finds: ['/consent/outcome'] },
  { is: 'firing', name: 'refused, in Wales', toJudge: asking({ consent: { sought: 'yes', outcome: 'refused', notSoughtReason: null, informed: 'yes', capacity: null, overrideGround: null }, stack: { gateway: ['CA2004-28'] } }, { owner: party({ nation: 'W' }) }), finds: ['/consent/outcome'] },
  { is: 'boundary', name: 'at section 47', toJudge: asking({ ...unasked, threshold: 's47' }), finds: [] },
  { is: 'boundary', name: 'agreement with limits', toJudge: asking({ consent: { sought: 'yes', outcome: 'limited', notSoughtReason: null, informed: 'yes', capacity: null, overrideGround: null } }), finds: [] },
  { is: 'boundary', name: 'a household counts as a child', toJudge: asking({ ...unasked, subjectKind: 'household' }), finds: ['/consent/outcome'] },
  { is: 'boundary', name: 'an adult does not', toJudge: asking({ ...unasked, subjectKind: 'adult' }), finds: [] },
  { is: 'boundary', name: 'not sent', toJudge: noted('record_only', unasked), finds: [] },
];
