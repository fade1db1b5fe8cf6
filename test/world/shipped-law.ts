import { join } from 'node:path';
import { agreementFrom, type PublishedAgreement } from '@lateral/domain/agreements';
import { Catalogue } from '@lateral/domain/catalogue';
import type { AgencyType, Nation, Purpose } from '@lateral/domain';
import { categoriesOf, type QuestionPack } from '@lateral/domain/packs';
import type { Calendar, DeadlinePolicy } from '@lateral/domain/deadlines';
import { loadAgreementTemplates, loadCatalogue, loadDeadlines, loadPacks } from '@lateral/platform/config';

const config = join(import.meta.dirname, '../../config');

/** The law that is shipped, with an agreement of a nation's template between `council` and whoever is named. */
export interface ShippedLaw { catalogue: Catalogue; packs: QuestionPack[]; agreements: PublishedAgreement[]; deadlines: { policy: DeadlinePolicy; calendar: Calendar } }

export async function shippedLaw(nation: Nation, parties: readonly string[], purposes: readonly Purpose[]): Promise<ShippedLaw> {
  const catalogue = new Catalogue(await loadCatalogue(join(config, 'catalogue')));
  const packs = await loadPacks(join(config, 'packs'));
  const templates = await loadAgreementTemplates(join(config, 'agreements'), { categories: categoriesOf(packs), stacks: new Set(catalogue.document.stacks.map(({ code }) => code)) });
  const template = templates.find((each) => each.nation === nation)!;
  const whole = packs.map(({ code }) => `${code}.*`).filter((pack) => template.clauses.some(({ categories }) => categories.includes(pack)));
  const document = agreementFrom(template, { reference: 'DSA-T', title: template.title, parties: parties.map((agency) => ({ agency })), purposes, categories: whole, inForceFrom: '2026-01-01', review: '2027-06-01', expires: '2028-12-31' });
  return { catalogue, packs, agreements: [{ document, digest: 'd' }], deadlines: await loadDeadlines(config, join(config, 'deadlines/pol-mix-4w-24-72.yaml')) };
}

/** An agency as a root would vouch for it. */
export function someAgency(id: string, type: AgencyType, nation: Nation): { id: string; type: AgencyType; nation: Nation; name: { en: string; cy: string }; publicAuthority: boolean; competentAuthority: boolean; commissionedProvider: boolean } {
  return { id, type, nation, name: { en: id, cy: id }, publicAuthority: !['GP', 'EY', 'IDVA', 'RSL'].includes(type), competentAuthority: type === 'POLICE' || type === 'PROB', commissionedProvider: false };
}
