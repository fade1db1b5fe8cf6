import type { JustificationRecord } from '@lateral/contracts';
import { missingBasis, unknownCodes } from '@lateral/domain/justification';
import { refuse, type Refusal } from '../outcome.js';
import type { LawView } from '../ports/index.js';
import type { Bench, SubmittedShare } from './judge-share.js';

/**
 * A code that the law in use does not know cannot be judged, a stack that was chosen from another version of it was chosen from
 * other rows, and a share without any basis is none. Each is refused before any rule is asked, and named by its place in the body.
 */
export function faultOfCodes(shares: readonly SubmittedShare[], { law }: Pick<Bench, 'law'>): Refusal | null {
  const unknown = shares.flatMap(({ at, justification }) => unknownIn(justification, law).map(({ field, code }) => ({ field: `${at}${field}`, reason: 'unknown-code', code })));
  if (unknown.length > 0) return refuse('unknown-code', { fields: unknown });
  const dated = shares.filter(({ justification }) => justification.stack.catalogueVersion !== law.catalogue.version);
  if (dated.length > 0) return refuse('catalogue-not-current', { fields: dated.map(({ at }) => ({ field: `${at}/stack/catalogueVersion`, reason: 'another-version' })) });
  const baseless = shares.filter(({ justification: { direction } }) => direction === 'asking' || direction === 'sharing' || direction === 'telling')
    .flatMap(({ at, justification: { stack } }) => missingBasis(stack).map((field) => ({ field: `${at}${field}`, reason: 'no-basis' })));
  return baseless.length > 0 ? refuse('invalid-request', { fields: baseless }) : null;
}

function unknownIn(justification: JustificationRecord, { catalogue, categories, systems }: LawView): { field: string; code: string }[] {
  const searched = (justification.response?.systems ?? []).map((code, i) => ({ field: `/response/systems/${i}`, code }));
  return [...unknownCodes(justification, catalogue, categories), ...searched.filter(({ code }) => !systems.has(code))];
}
