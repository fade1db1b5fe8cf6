import { finder } from '../finding.js';
import { BOTH_WAYS, type Rule } from '../rule.js';
import { scheduleOneCodes } from '../stack-codes.js';

/** Conditions that carry offence data: Schedule 1 Part 2 (paras 6 to 19) and the rows of Part 3. Part 1 alone does not. */
const CARRIES_OFFENCES = new Set([...Array.from({ length: 14 }, (_, i) => `S1-${i + 6}`), 'S1-29', 'S1-30', 'S1-32', 'S1-33', 'S1-36']);
const found = finder('T6', 'rule', 'block');

/** Read on both sides of a share, about the body that holds the data: who is asked, or who answers. */
export const offenceData: Rule = {
  code: 'T6',
  directions: BOTH_WAYS,
  find: ({ share, owner, other }) => {
    const holder = share.direction === 'asking' ? other : owner;
    if (!share.criminalOffence || holder.competentAuthority) return [];
    if (scheduleOneCodes(share.stack).some(({ code }) => CARRIES_OFFENCES.has(code))) return [];
    return [found('/stack/sch1', [],
      { en: 'The share is about offences, the body that holds this is not a competent authority, and no condition of Schedule 1 for offence data is named.', cy: "Mae'r hyn a rennir yn ymwneud â throseddau, nid yw'r corff sy'n ei ddal yn awdurdod cymwys, ac ni enwyd amod o Atodlen 1 ar gyfer data troseddau." },
      { en: 'Add S1-18 (safeguarding) with its reason and policy document, and S1-36, which extends it to offence data.', cy: "Ychwanegwch S1-18 (diogelu) gyda'i reswm a'i ddogfen bolisi, ac S1-36, sy'n ei ymestyn i ddata troseddau." })];
  },
};
