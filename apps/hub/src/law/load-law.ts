import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { KnownCodes } from '@lateral/domain/agreements';
import { Catalogue, type CatalogueDocument } from '@lateral/domain/catalogue';
import { categoriesOf, systemsOf, type QuestionPack } from '@lateral/domain/packs';
import type { LawView } from '@lateral/exchange';
import { allOrFaults, KnownConfig, loadAgreementTemplates, loadCatalogue, loadDeadlines, loadPacks, loadRetention } from '@lateral/platform/config';

/** What a hub judges by that does not change while it runs. */
export type ConfiguredLaw = Omit<LawView, 'agreements'>;

/**
 * Reads the catalogue of law, question packs, agreement templates, calendars and the partnership's deadline policy, and looks whether the
 * retention classes could be kept by. Throws one ConfigFault that names file, line and field of everything that is wrong: a hub that
 * judges by half the law does not start, nor one whose agreements name classes that nobody can carry out.
 * `beside` is the folder where a build put what it found right; by default that of this code's own file, which is the bundle's.
 */
export async function loadLaw(config: string, policyFile: string, beside = dirname(fileURLToPath(import.meta.url))): Promise<ConfiguredLaw> {
  const found = await KnownConfig.beside(beside);
  const [catalogue, questions] = [loadCatalogue(join(config, 'catalogue'), found), loadPacks(join(config, 'packs'), found)];
  const agreements = knownCodes(catalogue, questions).then((known) => loadAgreementTemplates(join(config, 'agreements'), known, found));
  const reading = [catalogue, questions, agreements, loadDeadlines(config, policyFile, found), loadRetention(join(config, 'retention'), found)] as const;
  await allOrFaults<unknown>(reading);
  const [document, packs, templates, { policy, calendar }] = await Promise.all(reading);
  return { catalogue: new Catalogue(document), packs, categories: categoriesOf(packs), systems: systemsOf(packs), templates, policy, calendar };
}

/** What templates may name; null where that could not be read, which is told of the files themselves. */
function knownCodes(catalogue: Promise<CatalogueDocument>, packs: Promise<readonly QuestionPack[]>): Promise<KnownCodes | null> {
  return Promise.all([catalogue, packs]).then(([{ stacks }, read]) => ({ categories: categoriesOf(read), stacks: new Set(stacks.map(({ code }) => code)) }), () => null);
}
