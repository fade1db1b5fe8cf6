import { finder } from '../finding.js';
import { TO_SOMEBODY, type Rule } from '../rule.js';
import { codesOfList } from '../stack-codes.js';
import { usualGateways } from '../usual-gateways.js';

const found = finder('wrong-nation-gateway', 'other', 'note');

export const wrongNationGateway: Rule = {
  code: 'wrong-nation-gateway',
  directions: TO_SOMEBODY,
  find: ({ share, owner, on }, law) => codesOfList(share.stack, 'gateway').filter(({ code }) => law.standing(code, owner.nation, on) === 'not_in_nation').map(({ code, field }) => {
    const usual = usualGateways(owner.nation, share.subjectKind);
    return found(field, [code],
      owner.nation === 'E'
        ? { en: `${code} is law for Wales. This body acts in England.`, cy: `Cyfraith Cymru yw ${code}. Yn Lloegr y mae'r corff hwn yn gweithredu.` }
        : { en: `${code} is law for England. This body acts in Wales.`, cy: `Cyfraith Lloegr yw ${code}. Yng Nghymru y mae'r corff hwn yn gweithredu.` },
      { en: `Replace it, for example with ${usual}.`, cy: `Rhowch un arall yn ei le, er enghraifft ${usual}.` });
  }),
};
