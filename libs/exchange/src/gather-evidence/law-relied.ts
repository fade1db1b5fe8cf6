import type { AgreementExtract, CoveringClause, EvidenceEnvelope, EvidencePack } from '@lateral/contracts';
import type { AgreementStore, CatalogueStore } from '../ports/index.js';

interface LawDeps {
  catalogues: CatalogueStore;
  agreements: AgreementStore;
}

/**
 * What the shares in a pack were judged by: each version of the catalogue once, whole, so that a reader can judge anew; and each
 * covering clause once, without the agreement's other parties, whom the reader may have nothing to do with.
 */
export async function lawRelied({ catalogues, agreements }: LawDeps, envelopes: readonly EvidenceEnvelope[]): Promise<Pick<EvidencePack, 'catalogues' | 'agreements'>> {
  const judgements = envelopes.flatMap(({ judgement }) => judgement ?? []);
  const versions = [...new Set(judgements.map(({ catalogue }) => catalogue))].sort();
  const clauses = new Map(judgements.flatMap(({ cover }) => (cover === null ? [] : [[JSON.stringify([cover.agreement, cover.version, cover.clause]), cover]])));
  const named = [...clauses].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cover]) => cover);
  return {
    catalogues: await Promise.all(versions.map(async (version) => kept(await catalogues.version(version)).document)),
    agreements: await Promise.all(named.map((cover) => extractOf(agreements, cover))),
  };
}

async function extractOf(agreements: AgreementStore, { agreement, version, clause: number }: CoveringClause): Promise<AgreementExtract> {
  const { document, digest } = kept(await agreements.version(agreement, version));
  const clause = kept(document.clauses.find((each) => each.number === number) ?? null);
  const { purposes, categories } = clause;
  return { reference: agreement, version, digest, inForceFrom: document.inForceFrom, expires: document.expires, clause: { number, purposes, categories } };
}

/** What a judgement names is never forgotten. */
function kept<T>(found: T | null): T {
  if (found === null) throw new Error('a share was judged by what is no longer here');
  return found;
}
