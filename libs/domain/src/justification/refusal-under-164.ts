import { hasWords } from './attested-words.js';
import type { LawBook, ShareToJudge } from './rule.js';

/** SSW-b(W)A 2014 s164(2): whoever is asked must provide the information, or refuse on its grounds with written reasons (s164(3)). */
export const SECTION_164_2 = 'SSWBA-164-2';

export function isRefusalUnder164({ share, request }: ShareToJudge): boolean {
  return share.response?.type === 'DECLINED' && request !== null && request.stack.gateway.includes(SECTION_164_2);
}

/** Which grounds stand against it is the catalogue's to say. */
export function hasAllowedGround({ share }: ShareToJudge, law: LawBook): boolean {
  const ground = share.response?.refusalGround ?? null;
  return ground !== null && (law.row(SECTION_164_2)?.refusalGrounds ?? []).includes(ground);
}

export function lacksWrittenReasons({ share }: ShareToJudge): boolean {
  return !hasWords(share, 'written_reasons');
}
