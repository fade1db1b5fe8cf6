import type { AgreementDocument } from '@lateral/domain/agreements';
import type { CatalogueDocument, CatalogueRow, Family, InForce } from '@lateral/domain/catalogue';

const OPEN: InForce = { from: null, to: null };

function row(code: string, family: Family, change: Partial<CatalogueRow> = {}): CatalogueRow {
  return {
    code, family, kind: 'basis', name: { en: `Row ${code}`, cy: `Rhes ${code}` }, citation: 'Test Act 2026', url: null, inForce: { E: OPEN, W: OPEN }, subject: 'both', sharers: null, commissionedOnly: [],
    barredSharers: [], recipients: null, publicAuthority: null, requiresAll: [], requiresAny: [], excludes: [], policyDocument: 'never', consentRole: 'not_needed', refusalGrounds: [],
    refusalNeedsWrittenReasons: false, marks: [], dataClasses: [], needsFreeText: [], offered: true, note: null, source: ['test'], status: 'sourced', reviewedBy: null, reviewedOn: null, ...change,
  };
}

/** The gateway of the asking side in these fixtures; its last day in Wales can be set. */
export const GATEWAY = 'SSWBA-21/37';

/** A catalogue of as many rows as one round needs. `gatewayEnds` is the last day on which the asking side's gateway is law in Wales. */
export function littleCatalogue({ version = 'facts-2026-11-21', gatewayEnds = null }: { version?: string; gatewayEnds?: string | null } = {}): CatalogueDocument {
  return {
    version, stacks: [],
    rows: [
      row('REG-P2', 'REG'), row('A6-E', 'ART6'), row('CLC-CONS', 'CONF'), row('HRA-8', 'HRA'), row('CLPD', 'GATEWAY', { kind: 'power' }),
      row(GATEWAY, 'GATEWAY', { kind: 'duty', marks: ['stands_without_agreement'], inForce: { W: { from: '2016-04-06', to: gatewayEnds } } }), row('A9-G', 'ART9'), row('S1-18', 'SCH1', { policyDocument: 'always' }),
    ],
  };
}

/** An agreement with one clause, for deciding a threshold from what the police know of incidents. */
export function littleAgreement(parties: readonly string[], change: { purposes?: AgreementDocument['clauses'][number]['purposes']; categories?: string[]; expires?: string } = {}): AgreementDocument {
  const { purposes = ['decide_threshold'], categories = ['police.incidents'], expires = '2028-03-31' } = change;
  const title = { en: 'Checks in the north', cy: 'Gwiriadau yn y gogledd' };
  return {
    v: 1, type: 'agreement', reference: 'ISP-NORTH-1', version: 2, kind: 'waspi_isp', title, nations: ['W'], parties: parties.map((agency) => ({ agency })), terms: [], handling: { marking: 'OFFICIAL-SENSITIVE' },
    retentionClass: 'RET-SAFE-C', review: '2027-03-31', inForceFrom: '2026-04-01', expires, template: null, previousDigest: 'A'.repeat(43),
    clauses: [{
      number: '2.1', title, direction: 'both', purposes, categories, askers: null, answerers: null, defaultStacks: [], windowMonths: { usual: 6, longest: 24 }, handling: [], packs: [], retentionClass: null,
    }],
  };
}
