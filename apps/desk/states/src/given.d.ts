declare module 'virtual:lateral-given' {
  import type { DeadlinesReply } from '@lateral/contracts';
  import type { PublishedAgreement } from '@lateral/domain/agreements';
  import type { CatalogueDocument } from '@lateral/domain/catalogue';
  import type { QuestionPack } from '@lateral/domain/packs';

  export const law: { catalogue: CatalogueDocument; packs: QuestionPack[]; agreements: PublishedAgreement[]; deadlines: DeadlinesReply };
  export const demo: unknown;
}
