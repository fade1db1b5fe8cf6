import { finder } from '../finding.js';
import { TO_SOMEBODY, type LawBook, type Rule, type ShareToJudge } from '../rule.js';
import { codesOfStack } from '../stack-codes.js';

const found = finder('row-needs-another', 'other', 'note');

/**
 * A row that stands only with another which the stack does not name (facts 1.0 rules 3 and 4): a condition of Article 9 that hangs on
 * Schedule 1, a legal obligation without its duty. Which rows those are is the catalogue's to say. What T5 and T7 stop is theirs.
 */
export const rowNeedsAnother: Rule = {
  code: 'row-needs-another',
  directions: TO_SOMEBODY,
  find: (toJudge, law) => {
    const placed = codesOfStack(toJudge.share.stack);
    const named = new Set(placed.map(({ code }) => code));
    return placed.flatMap(({ code, field }) => {
      const row = law.row(code);
      if (row === null) return [];
      const missing = row.requiresAll.filter((each) => !named.has(each));
      const oneOf = row.requiresAny.some((each) => named.has(each)) ? [] : inForceOf(row.requiresAny, toJudge, law);
      return [...(missing.length === 0 ? [] : [lacksAll(code, field, missing)]), ...(oneOf.length === 0 ? [] : [lacksAny(code, field, oneOf)])];
    });
  },
};

/** Of several that would do, only law of that nation and day is named; all of them where none is. */
function inForceOf(codes: readonly string[], { owner, on }: ShareToJudge, law: LawBook): readonly string[] {
  const inForce = codes.filter((code) => law.standing(code, owner.nation, on) === 'in_force');
  return inForce.length === 0 ? codes : inForce;
}

function lacksAll(code: string, field: string, missing: readonly string[]): ReturnType<typeof found> {
  const list = missing.join(', ');
  return found(field, [code, ...missing],
    { en: `${code} stands only with ${list}, which is not named.`, cy: `Nid yw ${code} yn sefyll ond gyda ${list}, ac ni enwir hynny.` },
    { en: `Add ${list}, or take ${code} out.`, cy: `Ychwanegwch ${list}, neu tynnwch ${code}.` });
}

function lacksAny(code: string, field: string, oneOf: readonly string[]): ReturnType<typeof found> {
  const list = oneOf.join(', ');
  return found(field, [code, ...oneOf],
    { en: `${code} stands only with one of these, and none is named: ${list}.`, cy: `Nid yw ${code} yn sefyll ond gydag un o'r rhain, ac ni enwir yr un: ${list}.` },
    { en: `Add the one that applies, or take ${code} out.`, cy: `Ychwanegwch yr un sy'n gymwys, neu tynnwch ${code}.` });
}
