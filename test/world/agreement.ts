import { join } from 'node:path';
import { digestOf } from '@lateral/contracts';
import { agreementFrom, type AgreementChoice, type AgreementDocument } from '@lateral/domain/agreements';
import { loadAgreementTemplates } from '@lateral/platform/config';
import { accepted } from './check-scene.js';
import { CONFIG, type DoorClient } from './hub-door.js';

const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** An agreement from the English template, or the Welsh, for what the samples ask the police and schools, in force since last month and for a year. */
export async function agreementBetween(parties: readonly string[], reference: string, choice: Partial<AgreementChoice> = {}, nation: 'E' | 'W' = 'E'): Promise<AgreementDocument> {
  const templates = await loadAgreementTemplates(join(CONFIG, 'agreements'));
  const template = templates.find((each) => each.nation === nation);
  if (template === undefined) throw new Error('there is no template');
  return agreementFrom(template, {
    reference, title: template.title, parties: parties.map((agency) => ({ agency })), purposes: ['decide_threshold'], categories: ['police.*', 'edu.*'],
    inForceFrom: day(-30), review: day(180), expires: day(365), ...choice,
  });
}

/** Puts a version forward and has the other's signatory approve it: it is in use from then on. */
export async function published(document: AgreementDocument, first: DoorClient, second: DoorClient): Promise<AgreementDocument> {
  accepted(await first.post('/v1/agreements', { document }));
  accepted(await second.post(`/v1/agreements/${document.reference}/versions/${document.version}/approval`, { digest: digestOf('agreement', document) }));
  return document;
}
