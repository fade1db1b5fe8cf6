import type { AgreementView, CatalogueReply, DeadlinesReply } from '@lateral/contracts';
import type { PublishedAgreement } from '@lateral/domain/agreements';
import { Catalogue } from '@lateral/domain/catalogue';
import type { QuestionPack } from '@lateral/domain/packs';

/** The law, packs, agreements and clocks that a page judges and reckons with: those that the hub will judge by. */
export interface Law { catalogue: Catalogue; packs: readonly QuestionPack[]; agreements: readonly PublishedAgreement[]; deadlines: DeadlinesReply }

export function lawFrom({ catalogue, packs, agreements, deadlines }: { catalogue: CatalogueReply; packs: readonly QuestionPack[]; agreements: readonly AgreementView[]; deadlines: DeadlinesReply }): Law {
  const published = agreements.filter(({ state }) => state === 'published').map(({ document, digest }) => ({ document, digest }));
  return { catalogue: new Catalogue(catalogue.document), packs, agreements: published, deadlines };
}
