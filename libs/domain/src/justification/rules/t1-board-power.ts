import { finder } from '../finding.js';
import { BOTH_WAYS, type LawBook, type Rule } from '../rule.js';
import { codesOfList } from '../stack-codes.js';
import { usualGateways } from '../usual-gateways.js';

const found = finder('T1', 'rule', 'warn');

/** Powers of boards and partnerships for their own work: the wrong body and the wrong purpose for one family. The catalogue marks them. */
export const isBoardPower = (code: string, law: LawBook): boolean => law.row(code)?.marks.includes('board_only') ?? false;

export const boardPower: Rule = {
  code: 'T1',
  directions: BOTH_WAYS,
  find: ({ share, owner }, law) => {
    const usual = usualGateways(owner.nation, share.subjectKind);
    return codesOfList(share.stack, 'gateway').filter(({ code }) => isBoardPower(code, law)).map(({ code, field }) => found(field, [code],
      { en: `${code} lets a safeguarding board or partnership ask for its own work. It is no power to ask or tell about one family.`, cy: `Mae ${code} yn gadael i fwrdd neu bartneriaeth ddiogelu ofyn at ei waith ei hun. Nid yw'n bŵer i holi na dweud am un teulu.` },
      { en: `Replace ${code} with the duty or function for this family, for example ${usual}.`, cy: `Rhowch yn lle ${code} y ddyletswydd neu'r swyddogaeth ar gyfer y teulu hwn, er enghraifft ${usual}.` }));
  },
};
