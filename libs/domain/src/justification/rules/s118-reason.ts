import { finder } from '../finding.js';
import { BOTH_WAYS, type Rule } from '../rule.js';
import { scheduleOneCodes } from '../stack-codes.js';

const found = finder('lawful_stack.s1_18_reason', 'field', 'block');

/** DPA 2018 Sch 1 paras 18 and 19: one of three reasons why there is no consent, also where the family agrees to the check. */
export const s118Reason: Rule = {
  code: 'lawful_stack.s1_18_reason',
  directions: BOTH_WAYS,
  find: ({ share: { stack } }) => {
    const resting = scheduleOneCodes(stack).map(({ code }) => code).filter((code) => code === 'S1-18' || code === 'S1-19');
    if (resting.length === 0 || stack.s118Reason !== null) return [];
    return [found('/stack/s118Reason', resting,
      { en: 'The safeguarding condition needs the reason why consent is not relied on.', cy: "Mae ar yr amod diogelu angen y rheswm pam na ddibynnir ar gydsyniad." },
      { en: 'Choose a (cannot be given), b (cannot be expected to be obtained) or c (asking would prejudice the protection).', cy: "Dewiswch a (ni ellir ei roi), b (ni ellir disgwyl ei gael) neu c (byddai gofyn yn niweidio'r amddiffyniad)." })];
  },
};
