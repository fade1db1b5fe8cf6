import { finder } from '../finding.js';
import { EVERY_WAY, type Rule } from '../rule.js';
import { codesOfStack } from '../stack-codes.js';

const found = finder('T13', 'rule', 'block');

/** Law that has not begun, or has ended, in the owner's nation on the day of the share. A row that its nation never had is a note (`wrong-nation-gateway`). */
export const notInForce: Rule = {
  code: 'T13',
  directions: EVERY_WAY,
  find: ({ share, owner, on }, law) => codesOfStack(share.stack).flatMap(({ code, field }) => {
    const standing = law.standing(code, owner.nation, on);
    if (standing !== 'not_begun' && standing !== 'ended') return [];
    const name = law.row(code)?.name ?? { en: code, cy: code };
    return [found(field, [code],
      standing === 'not_begun'
        ? { en: `${name.en} (${code}) is not yet in force on ${on}.`, cy: `Nid yw ${name.cy} (${code}) mewn grym eto ar ${on}.` }
        : { en: `${name.en} (${code}) was no longer in force on ${on}.`, cy: `Nid oedd ${name.cy} (${code}) mewn grym mwyach ar ${on}.` },
      { en: `Take ${code} out and rely on law that is in force today.`, cy: `Tynnwch ${code} a dibynnu ar gyfraith sydd mewn grym heddiw.` })];
  }),
};
