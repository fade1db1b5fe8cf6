import { finder } from '../finding.js';
import { TO_SOMEBODY, type Rule } from '../rule.js';
import { codesOfStack } from '../stack-codes.js';

const found = finder('rows-at-odds', 'other', 'note');

/** Two rows of which the one shuts the other out, as the catalogue says: nobody has a public task and a recognised interest in the same share. */
export const rowsAtOdds: Rule = {
  code: 'rows-at-odds',
  directions: TO_SOMEBODY,
  find: ({ share }, law) => {
    const placed = codesOfStack(share.stack);
    return placed.flatMap(({ code, field }) => {
      const others = placed.map((each) => each.code).filter((each) => law.row(code)?.excludes.includes(each));
      if (others.length === 0) return [];
      const list = [...new Set(others)].join(', ');
      return [found(field, [code, ...new Set(others)],
        { en: `${code} and ${list} shut each other out: they cannot both be the ground for one share.`, cy: `Mae ${code} a ${list} yn cau ei gilydd allan: ni allant ill dau fod yn sail i'r un rhannu.` },
        { en: `Keep the one that you act under and take the other out: ${code} or ${list}.`, cy: `Cadwch yr un yr ydych yn gweithredu odani a thynnwch y llall: ${code} neu ${list}.` })];
    });
  },
};
