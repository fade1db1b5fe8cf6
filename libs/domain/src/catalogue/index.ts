export * from './catalogue.js';
export { FAMILIES_OF_LIST, faultsOfCatalogue } from './faults.js';
export type { CatalogueFault } from './faults.js';
export { Catalogue } from './lookup.js';
export type { OfferQuestion, SideOfLaw, StackQuestion } from './lookup.js';
export type { Standing } from './standing.js';
