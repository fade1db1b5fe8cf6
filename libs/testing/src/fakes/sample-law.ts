import { digestOf, type AgreementView } from '@lateral/contracts';
import { PURPOSES } from '@lateral/domain';
import type { AgreementDocument, AgreementTemplate } from '@lateral/domain/agreements';
import { Catalogue, type CatalogueDocument, type CatalogueRow, type Family } from '@lateral/domain/catalogue';
import type { DeadlinePolicy } from '@lateral/domain/deadlines';
import { categoriesOf, systemsOf, type QuestionPack } from '@lateral/domain/packs';
import type { AgreementStore, LawSource, LawView } from '@lateral/exchange';

const both = (text: string): { en: string; cy: string } => ({ en: text, cy: text });
const ALWAYS = { E: { from: null, to: null }, W: { from: null, to: null } };

function row(code: string, family: Family, more: Partial<CatalogueRow> = {}): CatalogueRow {
  return {
    code, family, kind: 'basis', name: both(code), citation: code, url: null, inForce: ALWAYS, subject: 'both', sharers: null, commissionedOnly: [], barredSharers: [], recipients: null,
    publicAuthority: null, requiresAll: [], requiresAny: [], excludes: [], policyDocument: 'never', consentRole: 'not_needed', refusalGrounds: [], refusalNeedsWrittenReasons: false, marks: [],
    dataClasses: [], needsFreeText: [], offered: true, note: null, source: ['sample'], status: 'sourced', reviewedBy: null, reviewedOn: null, ...more,
  };
}

/** The rows that sample shares name, and some that no share may name, in a version that is no law anywhere. */
export function sampleCatalogueDocument(version = '2026-01'): CatalogueDocument {
  return {
    version,
    rows: [
      row('REG-P2', 'REG'), row('A6-E', 'ART6'), row('A6-D', 'ART6'), row('A6-A', 'ART6', { consentRole: 'is' }), row('A6-F', 'ART6', { publicAuthority: false, offered: false }), row('A9-G', 'ART9', { requiresAny: ['S1-18'] }),
      row('S1-18', 'SCH1', { kind: 'condition', policyDocument: 'always' }), row('CA1989-47', 'GATEWAY', { kind: 'duty', marks: ['stands_without_agreement'] }),
      row('CARE-45', 'GATEWAY', { kind: 'power', marks: ['board_only'], offered: false }), row('CA2004-16LA', 'GATEWAY', { kind: 'duty', inForce: { E: { from: '2026-09-30', to: null, announced: true } } }),
    ],
    stacks: [{
      code: 'ST-01', name: both('Sample'), nations: ['E', 'W'], subject: 'both', sharers: null, direction: 'both', thresholds: null, emergency: false, regime: 'REG-P2', art6: ['A6-E'], art9: ['A9-G'], sch1: ['S1-18'],
      art10: [], p3: [], gateway: { E: ['CA1989-47'] }, confidentiality: [], hra: [], s36Authority: {}, alternatives: [], source: ['sample'], status: 'sourced',
    }],
  };
}

const CALENDAR: LawView['calendar'] = { code: 'sample', name: both('Sample'), holidays: [{ day: '2026-04-03', name: both('Good Friday'), status: 'sourced' }], from: 2020, to: 2099, source: ['sample'] };

/** Red and amber by the clock, green in working hours; nobody has hours of their own. */
const POLICY: DeadlinePolicy = {
  code: 'POL-SAMPLE', name: both('Sample'), clockStart: 'posted_at',
  hours: { red: { value: 4, clock: 'calendar' }, amber: { value: 24, clock: 'calendar' }, green: { value: 24, clock: 'working' } },
  workingWeek: { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }, agencyWeeks: {}, agencyHours: {}, calendar: CALENDAR.code, source: ['sample'], status: 'sourced',
};

const PACK: QuestionPack = {
  code: 'other', name: both('Other'), agencyTypes: ['POLICE'], defaultWindowMonths: 12, systems: [{ code: 'own_records', name: both('Own records') }, { code: 'other', name: both('Other') }],
  categories: ['other.contacts', 'other.anything_else'].map((code) => ({ code, name: both(code), prompt: both(code) })), source: ['sample'], status: 'sourced',
};

export const AGREEMENT = 'SA-1';

const TEMPLATE: AgreementTemplate = {
  code: 'sample', kind: 'data_sharing_agreement', nation: 'E', title: both('Sample agreement'), terms: [], handling: { marking: 'OFFICIAL-SENSITIVE' }, retentionClass: 'RET-SAFE-C',
  clauses: [{
    number: '1', title: both('Everything'), direction: 'both', purposes: [...PURPOSES], categories: ['other.*'], askers: null, answerers: null, defaultStacks: [],
    windowMonths: { usual: 24, longest: null }, handling: [], packs: ['other'], retentionClass: null,
  }],
  source: ['sample'], status: 'sourced',
};

/** An agreement between these agencies for every purpose, whichever way, over the whole sample pack. */
export function agreementDocument(parties: readonly string[], more: Partial<AgreementDocument> = {}): AgreementDocument {
  const { code, kind, title, terms, handling, retentionClass, clauses } = TEMPLATE;
  return {
    v: 1, type: 'agreement', reference: AGREEMENT, version: 1, kind, title, nations: ['E'], parties: parties.map((agency) => ({ agency })), clauses, terms, handling, retentionClass,
    review: '2027-01-01', inForceFrom: '2026-01-01', expires: '2027-12-31', template: code, previousDigest: null, ...more,
  };
}

/** A version that two signatories had approved before the test began. */
export function publishedView(document: AgreementDocument): AgreementView {
  const at = '2026-01-01T09:00:00.000Z';
  const approvals = document.parties.slice(0, 2).map(({ agency }) => ({ agency, member: 's1', at }));
  return { document, digest: digestOf('agreement', document), state: 'published', approvals, publishedAt: at, expiresWithin: null };
}

/** The law that a test goes by. It can be changed between two acts, as by an operator who starts the hub with other files. */
export class SampleLaw implements LawSource {
  catalogue = new Catalogue(sampleCatalogueDocument());
  policy = POLICY;
  calendar = CALENDAR;
  packs: readonly QuestionPack[] = [PACK];
  /** The sample agreement is made from this one. */
  templates: readonly AgreementTemplate[] = [TEMPLATE];
  /** How often it was asked to look again. It looks every time. */
  refreshes = 0;

  constructor(private readonly agreements: AgreementStore) {}

  async view(): Promise<LawView> {
    const { catalogue, policy, calendar, packs, templates } = this;
    return { catalogue, packs, categories: categoriesOf(packs), systems: systemsOf(packs), agreements: await this.agreements.published(), templates, policy, calendar };
  }

  async refresh(): Promise<void> {
    this.refreshes += 1;
  }
}
