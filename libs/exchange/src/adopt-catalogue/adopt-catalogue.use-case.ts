import type { CatalogueDocument } from '@lateral/domain/catalogue';
import { composeRecord } from '../compose-record.js';
import { digestOfCatalogue } from '../judge-share/digest-of-law.js';
import type { CatalogueStore, Clock, Randomness } from '../ports/index.js';

export interface AdoptCatalogueDeps {
  clock: Clock;
  randomness: Randomness;
  catalogues: CatalogueStore;
}

/** `different`: this version was adopted before with other rows. What shares were judged by must not change, so nothing may start on it. */
export type Adopted = 'adopted' | 'known' | 'different';

/** The hub takes a version of the catalogue of law into use, once, and keeps it for as long as shares name it. */
export class AdoptCatalogue {
  constructor(private readonly deps: AdoptCatalogueDeps) {}

  async carryOut(document: CatalogueDocument): Promise<Adopted> {
    const { catalogues, clock, randomness } = this.deps;
    const [at, digest] = [await clock.now(), digestOfCatalogue(document)];
    const record = composeRecord('catalogue.adopted.v1', { version: document.version, digest }, { at, randomness, parties: [] });
    return catalogues.adopt(document, digest, at, record);
  }
}
