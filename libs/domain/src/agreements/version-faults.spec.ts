import { describe, expect, it } from 'vitest';
import type { AgreementDocument, AgreementVersion, Clause } from './agreement.js';
import { versionFaults } from './version-faults.js';

const KNOWN = { categories: new Set(['police.warnings', 'gp.concerns']), stacks: new Set(['ST-01']) };
const CLAUSE: Clause = {
  number: '1.1', title: { en: 'Police', cy: 'Heddlu' }, direction: 'both', purposes: ['s47_enquiry'], categories: ['police.*', 'gp.concerns'], askers: { types: ['LA_CSC'], agencies: ['council-a'] }, answerers: null,
  defaultStacks: [{ side: 'asking', types: ['LA_CSC'], purposes: ['s47_enquiry'], stack: 'ST-01' }], windowMonths: { usual: 24, longest: 24 }, handling: ['le_only'], packs: ['police'], retentionClass: null,
};
const FIRST: AgreementDocument = {
  v: 1, type: 'agreement', reference: 'DSA-A', version: 1, kind: 'data_sharing_agreement', title: { en: 'A', cy: 'A' }, nations: ['E'], parties: [{ agency: 'council-a' }, { agency: 'police-b' }], clauses: [CLAUSE],
  terms: [{ code: 'why', text: { en: 'To help.', cy: 'I helpu.' } }], handling: { marking: 'OFFICIAL-SENSITIVE' }, retentionClass: 'RET-SAFE-C', review: '2026-06-01', inForceFrom: '2026-01-01', expires: '2026-12-31', template: null, previousDigest: null,
};
const PUBLISHED: AgreementVersion = { document: FIRST, digest: 'digest-1' };
const SECOND: AgreementDocument = { ...FIRST, version: 2, previousDigest: 'digest-1' };
const faults = (document: object, previous: AgreementVersion | null = null) => versionFaults({ ...(previous === null ? FIRST : SECOND), ...document }, previous, KNOWN).map(({ field, reason }) => `${field} ${reason}`);
const inClause = (changes: object) => faults({ clauses: [{ ...CLAUSE, ...changes }] });

describe('a version', () => {
  it('has no faults when it is as it ought to be, first or next', () => {
    expect([faults({}), faults({}, PUBLISHED)]).toEqual([[], []]);
  });

  it('follows the one before: its number, its digest, its reference and its beginning', () => {
    expect([faults({ version: 2 }), faults({ version: 3 }, PUBLISHED), faults({ version: 1 }, PUBLISHED)]).toEqual([['/version not-next'], ['/version not-next'], ['/version not-next']]);
    expect([faults({ previousDigest: 'x' }), faults({ previousDigest: null }, PUBLISHED), faults({ previousDigest: 'x' }, PUBLISHED)]).toEqual(Array(3).fill(['/previousDigest not-the-previous']));
    expect(faults({ reference: 'DSA-B' }, PUBLISHED)).toEqual(['/reference not-the-same']);
    expect([faults({ inForceFrom: '2025-12-31' }, PUBLISHED), faults({ inForceFrom: '2026-01-01' }, PUBLISHED)]).toEqual([['/inForceFrom out-of-order'], []]);
  });

  it('has its days in order, an edge on either side within', () => {
    expect(faults({ inForceFrom: '2026-06-01', review: '2026-06-01', expires: '2026-06-01' })).toEqual([]);
    expect(faults({ review: '2025-12-31' })).toEqual(['/review out-of-order']);
    expect(faults({ review: '2027-01-01' })).toEqual(['/review out-of-order']);
    expect(faults({ expires: '2025-12-31' })).toEqual(['/expires out-of-order', '/review out-of-order']);
    expect(faults({ review: '2026-02-30', expires: 'soon' })).toEqual(['/review not-a-day', '/expires not-a-day']);
  });

  it('has two or more parties, each once', () => {
    const unnamed = [{ ...CLAUSE, askers: null }];
    expect(faults({ clauses: unnamed, parties: [{ agency: 'a' }] })).toEqual(['/parties fewer-than-two']);
    expect(faults({ clauses: unnamed, parties: [{ agency: 'a' }, { agency: 'a' }] })).toEqual(['/parties fewer-than-two', '/parties/1/agency repeated']);
    expect(faults({ clauses: unnamed, parties: [{ agency: 'a' }, { agency: 'b' }, { agency: 'b' }] })).toEqual(['/parties/2/agency repeated']);
  });

  it.each<[object, string[]]>([
    [{ kind: 'contract' }, ['/kind unknown']], [{ nations: [] }, ['/nations empty']], [{ nations: ['E', 'S'] }, ['/nations/1 unknown']], [{ retentionClass: 'RET-EVER' }, ['/retentionClass unknown']], [{ handling: { marking: 'SECRET' } }, ['/handling/marking unknown']],
    [{ title: { en: ' ', cy: '' } }, ['/title/en empty', '/title/cy empty']], [{ terms: [{ code: 'whim', text: { en: 'a', cy: '' } }] }, ['/terms/0/code unknown', '/terms/0/text/cy empty']],
    [{ terms: [...FIRST.terms, ...FIRST.terms] }, ['/terms/1/code repeated']], [{ clauses: [] }, ['/clauses empty']], [{ clauses: [CLAUSE, CLAUSE] }, ['/clauses/1/number repeated']],
  ])('is refused for %j', (changes, expected) => {
    expect(faults(changes)).toEqual(expected);
  });
});

describe('a clause', () => {
  it.each<[object, string]>([
    [{ number: 'one' }, '/number not-a-number'], [{ number: '1.0' }, '/number not-a-number'], [{ title: { en: 'a', cy: '' } }, '/title/cy empty'], [{ direction: 'telling' }, '/direction unknown'],
    [{ categories: [] }, '/categories empty'], [{ categories: ['police.warnings', 'police.secrets'] }, '/categories/1 unknown'], [{ categories: ['edu.*'] }, '/categories/0 unknown'], [{ categories: ['*'] }, '/categories/0 unknown'],
    [{ askers: { types: [], agencies: [] } }, '/askers empty'], [{ askers: { types: ['WIZARD'], agencies: [] } }, '/askers/types/0 unknown'], [{ answerers: { types: [], agencies: ['gp-z'] } }, '/answerers/agencies/0 not-a-party'],
    [{ windowMonths: { usual: 0, longest: null } }, '/windowMonths/usual out-of-range'], [{ windowMonths: { usual: 24, longest: 23 } }, '/windowMonths/longest out-of-range'], [{ windowMonths: { usual: 1, longest: 1_201 } }, '/windowMonths/longest out-of-range'],
    [{ handling: ['shout'] }, '/handling/0 unknown'], [{ packs: ['edu'] }, '/packs/0 unknown'], [{ retentionClass: 'RET-EVER' }, '/retentionClass unknown'],
  ])('is refused for %j', (changes, expected) => {
    expect(inClause(changes)).toEqual([`/clauses/0${expected}`]);
  });

  it('names known purposes, and offers stacks for no other', () => {
    expect(inClause({ purposes: ['s47_enquiry', 'curiosity'] })).toEqual(['/clauses/0/purposes/1 unknown']);
    expect(inClause({ purposes: [], defaultStacks: [] })).toEqual(['/clauses/0/purposes empty']);
    expect(inClause({ purposes: ['missing'] })).toEqual(['/clauses/0/defaultStacks/0/purposes/0 unknown']);
  });

  it.each<[object, string]>([[{ side: 'both' }, 'side unknown'], [{ types: [] }, 'types empty'], [{ types: ['WIZARD'] }, 'types/0 unknown'], [{ stack: 'ST-99' }, 'stack unknown']])('offers no stack of %j', (changes, expected) => {
    expect(inClause({ defaultStacks: [{ ...CLAUSE.defaultStacks[0], ...changes }] })).toEqual([`/clauses/0/defaultStacks/0/${expected}`]);
  });
});
