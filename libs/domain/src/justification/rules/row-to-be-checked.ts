import { finder } from '../finding.js';
import { EVERY_WAY, type Rule } from '../rule.js';
import { codesOfStack } from '../stack-codes.js';

const found = finder('row-to-be-checked', 'other', 'note');

/** One note for all rows that no solicitor or data protection officer has signed off yet. */
export const rowToBeChecked: Rule = {
  code: 'row-to-be-checked',
  directions: EVERY_WAY,
  find: ({ share }, law) => {
    const unsigned = [...new Set(codesOfStack(share.stack).map(({ code }) => code))].filter((code) => law.row(code)?.status === 'check');
    if (unsigned.length === 0) return [];
    return [found('/stack', unsigned,
      { en: `These rows of the catalogue are not signed off yet: ${unsigned.join(', ')}.`, cy: `Nid yw'r rhesi hyn o'r catalog wedi'u cymeradwyo eto: ${unsigned.join(', ')}.` },
      { en: 'Ask your data protection officer if you rest on one of them alone.', cy: "Gofynnwch i'ch swyddog diogelu data os ydych yn dibynnu ar un ohonynt yn unig." })];
  },
};
