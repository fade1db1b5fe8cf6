import type { AgreementDocument } from '@lateral/domain/agreements';
import type { CatalogueDocument } from '@lateral/domain/catalogue';

/** An agreement with nothing in it that anything could be shared under: a store does not read that. */
export function sampleAgreement(parties: readonly string[], more: Partial<AgreementDocument> = {}): AgreementDocument {
  return {
    v: 1, type: 'agreement', reference: 'ISA-1', version: 1, kind: 'data_sharing_agreement', title: { en: 'Sample', cy: 'Sampl' }, nations: ['E'],
    parties: parties.map((agency) => ({ agency })), clauses: [], terms: [], handling: { marking: 'OFFICIAL' }, retentionClass: 'RET-SAFE-C',
    review: '2026-09-01', inForceFrom: '2026-01-01', expires: '2026-12-31', template: null, previousDigest: null, ...more,
  };
}

export function sampleCatalogue(version: string): CatalogueDocument {
  return { version, rows: [], stacks: [] };
}
