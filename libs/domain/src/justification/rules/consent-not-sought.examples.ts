import type { Consent } from '../share.js';
import { answering, asking, type Example } from './ordinary.examples.js';

const unasked: Consent = { sought: 'no', outcome: null, notSoughtReason: null, informed: 'later', capacity: null, overrideGround: null };

export const CONSENT_NOT_SOUGHT: Example[] = [
  { is: 'accepting', name: 'sought', toJudge: asking(), finds: [] },
  { is: 'accepting', name: 'not sought, with the reason', toJudge: asking({ consent: { ...unasked, notSoughtReason: 'risk_to_child' } }), finds: [] },
  { is: 'firing', name: 'not sought, no reason', toJudge: asking({ consent: unasked }), finds: ['/consent/notSoughtReason'] },
  { is: 'firing', name: 'nothing is recorded of it', toJudge: asking({ consent: null }), finds: ['/consent'] },
  { is: 'boundary', name: 'not appropriate is not no', toJudge: asking({ consent: { ...unasked, sought: 'not_appropriate' } }), finds: [] },
  { is: 'boundary', name: 'an answer records none', toJudge: answering(), finds: [] },
];
