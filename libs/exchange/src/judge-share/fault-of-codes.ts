import type { JustificationRecord } from '@lateral/contracts';
import { faultsOfRecord, unknownCodes } from '@lateral/domain/justification';
import { refuse, type Refusal } from '../result.js';
import type { LawView } from '../ports/index.js';
import type { Bench, SubmittedShare } from './judge-share.js';

/**
 * A code that the law in use does not know cannot be judged, a stack that was chosen from another version of it was chosen from
 * other rows, and a record that lacks its basis or contradicts itself is none. Each is refused before any rule is asked, and
 * named by its place in the body. Also asked of what is not judged: no record in clear may hold words in the place of codes.
 */
export function faultOfCodes(shares: readonly Pick<SubmittedShare, 'at' | 'justification'>[], { law }: Pick<Bench, 'law'>): Refusal | null {
  const unknown = shares.flatMap(({ at, justification }) => unknownIn(justification, law).map(({ field, code }) => ({ field: `${at}${field}`, reason: 'unknown-code', code })));
  if (unknown.length > 0) return refuse('unknown-code', { fields: unknown });
  const dated = shares.filter(({ justification }) => justification.stack.catalogueVersion !== law.catalogue.version);
  if (dated.length > 0) return refuse('catalogue-not-current', { fields: dated.map(({ at }) => ({ field: `${at}/stack/catalogueVersion`, reason: 'another-version' })) });
  const faults = shares.flatMap(({ at, justification }) => faultsOfRecord(justification).map(({ field, reason }) => ({ field: `${at}${field}`, reason })));
  return faults.length > 0 ? refuse('invalid-request', { fields: faults }) : null;
}

function unknownIn(justification: JustificationRecord, { catalogue, categories, systems }: LawView): { field: string; code: string }[] {
  const searched = (justification.response?.systems ?? []).map((code, i) => ({ field: `/response/systems/${i}`, code }));
  return [...unknownCodes(justification, catalogue, categories), ...searched.filter(({ code }) => !systems.has(code))];
}
