import type { CatalogueReply, DeadlinesReply, QuestionPacksReply } from '@lateral/contracts';
import { Catalogue } from '@lateral/domain/catalogue';
import { londonDay } from '@lateral/domain/deadlines';
import { digestOfCatalogue } from '../judge-share/digest-of-law.js';
import { done, refuse, type Result } from '../result.js';
import type { CatalogueStore, Clock, LawSource } from '../ports/index.js';

export interface ReadLawDeps {
  clock: Clock;
  law: LawSource;
  catalogues: CatalogueStore;
}

/** Old versions that are kept at hand. A version is some hundred rows; a few are law at any time that anybody verifies evidence of. */
const KEPT_VERSIONS = 8;

/** What shares are judged and timed by, for everybody to read. Days are calendar days in London, `YYYY-MM-DD`; null is today. */
export class ReadLaw {
  // Anybody may ask for a version, as often as they like, and a version never changes: it is taken in and its digest taken once.
  private readonly versions = new Map<string, Catalogue>();

  constructor(private readonly deps: ReadLawDeps) {}

  async catalogue(day: string | null): Promise<CatalogueReply> {
    const { catalogue } = await this.deps.law.view();
    return this.reply(catalogue, day ?? londonDay(await this.deps.clock.now()));
  }

  /** A version that shares were judged by, however old. */
  async version(version: string, day: string | null): Promise<Result<CatalogueReply>> {
    const { catalogue } = await this.deps.law.view();
    const at = day ?? londonDay(await this.deps.clock.now());
    if (version === catalogue.version) return done(this.reply(catalogue, at));
    const kept = await this.kept(version);
    return kept === null ? refuse('not-found') : done(this.reply(kept, at));
  }

  async packs(): Promise<QuestionPacksReply> {
    return { packs: [...(await this.deps.law.view()).packs] };
  }

  async deadlines(): Promise<DeadlinesReply> {
    const { policy, calendar } = await this.deps.law.view();
    return { policy, calendar };
  }

  /** The version read longest ago makes room. What is not there is not remembered: there is no end to the names that it could have. */
  private async kept(version: string): Promise<Catalogue | null> {
    const found = this.versions.get(version) ?? (await this.read(version));
    if (found === null) return null;
    this.versions.delete(version);
    this.versions.set(version, found);
    const [oldest] = this.versions.keys();
    if (this.versions.size > KEPT_VERSIONS) this.versions.delete(oldest!);
    return found;
  }

  private async read(version: string): Promise<Catalogue | null> {
    const kept = await this.deps.catalogues.version(version);
    return kept === null ? null : new Catalogue(kept.document);
  }

  private reply(catalogue: Catalogue, at: string): CatalogueReply {
    const { document } = catalogue;
    return { digest: digestOfCatalogue(document), at, document, inForce: { E: catalogue.codesInForce('E', at), W: catalogue.codesInForce('W', at) } };
  }
}
