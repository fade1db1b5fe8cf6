import { finder } from '../finding.js';
import { BOTH_WAYS, type Rule } from '../rule.js';
import { codesOfList } from '../stack-codes.js';

const found = finder('T4', 'rule', 'warn');

/** Consent is no basis where the share would be made without it: it would not be a free choice. */
export const consentNotFree: Rule = {
  code: 'T4',
  directions: BOTH_WAYS,
  find: ({ share }) => {
    if (share.stack.wouldShareAnyway !== true) return [];
    return codesOfList(share.stack, 'art6').filter(({ code }) => code === 'A6-A').map(({ code, field }) => found(field, [code],
      { en: 'Consent is named as the basis, but the record says that you would share in any event. That is not a free choice.', cy: "Enwir cydsyniad fel y sail, ond dywed y cofnod y byddech yn rhannu beth bynnag. Nid dewis rhydd mo hynny." },
      { en: 'Use the basis that you would share on anyway, usually public task (A6-E).', cy: 'Defnyddiwch y sail y byddech yn rhannu arni beth bynnag, tasg gyhoeddus (A6-E) fel arfer.' }));
  },
};
