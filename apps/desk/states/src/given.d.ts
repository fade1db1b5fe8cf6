declare module 'virtual:lateral-given' {
  export const law: {
    catalogue: import('@lateral/domain/catalogue').CatalogueDocument;
    packs: import('@lateral/domain/packs').QuestionPack[];
    agreements: import('@lateral/domain/agreements').PublishedAgreement[];
    deadlines: import('@lateral/contracts').DeadlinesReply;
  };
  export const demo: import('./demo.js').DemoCase;
}
