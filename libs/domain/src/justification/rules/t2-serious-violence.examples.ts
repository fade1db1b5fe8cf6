import { answering, asking, HEALTH_AND_SOCIAL_CARE, noted, party, type Example } from './ordinary.examples.js';

const duty = { stack: { gateway: ['PCSCA-16'] } };

export const SERIOUS_VIOLENCE_DUTY: Example[] = [
  { is: 'accepting', name: 'a school relies on it', toJudge: answering(duty), finds: [] },
  ...HEALTH_AND_SOCIAL_CARE.map((type): Example => ({ is: 'firing', name: `${type} answers on it`, toJudge: answering(duty, { owner: party({ type }) }), finds: ['/stack/gateway/0'] })),
  { is: 'firing', name: 'social care asks on it', toJudge: asking(duty), finds: ['/stack/gateway/0'] },
  { is: 'firing', name: 'social care tells an outcome on it', toJudge: noted('telling', duty), finds: ['/stack/gateway/0'] },
  { is: 'boundary', name: 'the police rely on it towards social care', toJudge: answering(duty, { owner: party({ type: 'POLICE', competentAuthority: true }) }), finds: [] },
];
