import { finder } from '../finding.js';
import { ASKING, type Rule } from '../rule.js';

const found = finder('T11', 'rule', 'block');

/** An adult who can decide and said no is not gone past without a ground. To keep it as a record only stays open. */
export const capableRefusal: Rule = {
  code: 'T11',
  directions: ASKING,
  find: ({ share }) => {
    const { consent } = share;
    if (share.subjectKind !== 'adult' || consent?.capacity !== 'has' || consent.overrideGround !== null) return [];
    if (consent.outcome !== 'refused' && consent.outcome !== 'withdrawn') return [];
    return [found('/consent/overrideGround', [],
      { en: 'The adult can decide this and said no. No ground for going ahead is recorded.', cy: "Gall yr oedolyn benderfynu hyn a dywedodd na. Ni chofnodwyd sail dros fwrw ymlaen." },
      { en: 'Record the ground (public interest, vital interests or coercion) with its reasons; or keep this as a record only.', cy: "Cofnodwch y sail (budd y cyhoedd, buddiannau hanfodol neu orfodaeth) a'r rhesymau; neu cadwch hwn fel cofnod yn unig." })];
  },
};
