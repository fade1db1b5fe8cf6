import { finder } from '../finding.js';
import { ASKING, type Rule } from '../rule.js';

const found = finder('consent_not_sought_reason', 'field', 'block');

export const consentNotSought: Rule = {
  code: 'consent_not_sought_reason',
  directions: ASKING,
  find: ({ share: { consent } }) => {
    if (consent !== null && (consent.sought !== 'no' || consent.notSoughtReason !== null)) return [];
    return [found(consent === null ? '/consent' : '/consent/notSoughtReason', [],
      { en: 'Agreement was not sought, and the reason is not recorded.', cy: "Ni cheisiwyd cytundeb, ac ni chofnodwyd y rheswm." },
      { en: 'Choose the reason, or ask the family first.', cy: "Dewiswch y rheswm, neu gofynnwch i'r teulu yn gyntaf." })];
  },
};
