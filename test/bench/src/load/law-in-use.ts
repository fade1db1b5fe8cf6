import { ROUTES } from '@lateral/contracts';
import type { AgreementsReply, CatalogueReply, DeadlinesReply, QuestionPacksReply } from '@lateral/contracts';
import { Catalogue } from '@lateral/domain/catalogue';
import { categoriesOf, systemsOf } from '@lateral/domain/packs';
import type { LawView } from '@lateral/exchange';
import type { HubSession } from '@lateral/play';

/** What a hub judges and times by, as any member may read it there. Templates are not told, and judge nothing. */
export async function lawOf(session: HubSession): Promise<LawView> {
  const [{ document }, { packs }, { policy, calendar }, { agreements }] = await Promise.all([
    session.get<CatalogueReply>(ROUTES.catalogue), session.get<QuestionPacksReply>(ROUTES.questionPacks), session.get<DeadlinesReply>(ROUTES.deadlines), session.get<AgreementsReply>(ROUTES.agreements),
  ]);
  return { catalogue: new Catalogue(document), packs, categories: categoriesOf(packs), systems: systemsOf(packs), agreements: agreements.filter(({ state }) => state === 'published'), templates: [], policy, calendar };
}
