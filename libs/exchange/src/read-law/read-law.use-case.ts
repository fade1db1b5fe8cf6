import type { CatalogueReply, DeadlinesReply, QuestionPacksReply } from '@lateral/contracts';
import { Catalogue } from '@lateral/domain/catalogue';
import { londonDay } from '@lateral/domain/deadlines';
import { digestOfCatalogue } from '../judge-share/digest-of-law.js';
import { done, refuse, type Outcome } from '../outcome.js';
import type { CatalogueStore, Clock, LawSource } from '../ports/index.js';

export interface ReadLawDeps {
  clock: Clock;
  law: LawSource;
  catalogues: CatalogueStore;
}

/** What shares are judged and timed by, for everybody to read. Days are calendar days in London, `YYYY-MM-DD`; null is today. */
export class ReadLaw {
  constructor(private readonly deps: ReadLawDeps) {}

  async catalogue(day: string | null): Promise<CatalogueReply> {
    const { catalogue } = await this.deps.law.view();
    return this.reply(catalogue, day ?? londonDay(await this.deps.clock.now()));
  }

  /** A version that shares were judged by, however old. */
  async version(version: string, day: string | null): Promise<Outcome<CatalogueReply>> {
    const { catalogue } = await this.deps.law.view();
    const at = day ?? londonDay(await this.deps.clock.now());
    if (version === catalogue.version) return done(this.reply(catalogue, at));
    const kept = await this.deps.catalogues.version(version);
    return kept === null ? refuse('not-found') : done({ ...this.reply(new Catalogue(kept.document), at), digest: kept.digest });
  }

  async packs(): Promise<QuestionPacksReply> {
    return { packs: [...(await this.deps.law.view()).packs] };
  }

  async deadlines(): Promise<DeadlinesReply> {
    const { policy, calendar } = await this.deps.law.view();
    return { policy, calendar };
  }

  private reply(catalogue: Catalogue, at: string): CatalogueReply {
    const { document } = catalogue;
    return { digest: digestOfCatalogue(document), at, document, inForce: { E: catalogue.codesInForce('E', at), W: catalogue.codesInForce('W', at) } };
  }
}
