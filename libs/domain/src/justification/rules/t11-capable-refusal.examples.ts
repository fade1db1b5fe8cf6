import { asking, noted, type Example } from './ordinary.examples.js';
import type { Consent } from '../share.js';

const refused: Consent = { sought: 'yes', outcome: 'refused', notSoughtReason: null, informed: 'yes', capacity: 'has', overrideGround: null };
const adult = (consent: Partial<Consent>): Parameters<typeof asking>[0] => ({ subjectKind: 'adult', consent: { ...refused, ...consent } });

export const CAPABLE_REFUSAL: Example[] = [
  { is: 'accepting', name: 'an adult who agrees', toJudge: asking(adult({ outcome: 'given' })), finds: [] },
  { is: 'accepting', name: 'coercion is recorded', toJudge: asking(adult({ overrideGround: 'coercion' })), finds: [] },
  { is: 'firing', name: 'a capable refusal', toJudge: asking(adult({})), finds: ['/consent/overrideGround'] },
  { is: 'firing', name: 'agreement that was taken back', toJudge: asking(adult({ outcome: 'withdrawn' })), finds: ['/consent/overrideGround'] },
  { is: 'boundary', name: 'capacity is not clear', toJudge: asking(adult({ capacity: 'unclear' })), finds: [] },
  { is: 'boundary', name: 'agreement with limits is agreement', toJudge: asking(adult({ outcome: 'limited' })), finds: [] },
  { is: 'boundary', name: 'a parent who refuses in a check of a child', toJudge: asking({ ...adult({}), subjectKind: 'child' }), finds: [] },
  { is: 'boundary', name: 'kept as a record only', toJudge: noted('record_only', adult({})), finds: [] },
];
