import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { AgencyType } from '../codes.js';
import type { Party } from '../justification/share.js';
import { offeredStack, type AgreementDocument, type Clause, type PublishedAgreement } from './agreement.js';
import type { CoverQuestion } from './clauses.js';
import { coverOf } from './cover.js';
import { monthsBefore } from './days.js';

const party = (agency: string, type: AgencyType): Party => ({ agency, type, nation: 'E', publicAuthority: true, competentAuthority: false, commissionedProvider: false });
const COUNCIL = party('council-a', 'LA_CSC');
const POLICE = party('police-b', 'POLICE');
const clause = (changes: Partial<Clause> = {}): Clause => ({
  number: '1', title: { en: 'Police', cy: 'Heddlu' }, direction: 'both', purposes: ['s47_enquiry', 'decide_threshold'], categories: ['police.*'], askers: null, answerers: null,
  defaultStacks: [], windowMonths: { usual: 24, longest: null }, handling: [], packs: ['police'], retentionClass: null, ...changes,
});
const agreement = (changes: Partial<AgreementDocument> = {}): PublishedAgreement => ({
  digest: 'd', document: {
    v: 1, type: 'agreement', reference: 'DSA-A', version: 1, kind: 'data_sharing_agreement', title: { en: 'A', cy: 'A' }, nations: ['E'], parties: [{ agency: 'council-a' }, { agency: 'police-b' }],
    clauses: [clause()], terms: [], handling: { marking: 'OFFICIAL-SENSITIVE' }, retentionClass: 'RET-SAFE-C', review: '2026-06-01', inForceFrom: '2026-01-01', expires: '2027-12-31', template: null, previousDigest: null, ...changes,
  },
});
const question = (changes: Partial<CoverQuestion> = {}): CoverQuestion => ({
  direction: 'asking', asking: COUNCIL, answering: POLICE, purpose: 's47_enquiry', categories: ['police.warnings'], window: { from: '2024-11-03', to: '2026-11-03' }, on: '2026-11-03', urgency: 'amber', ...changes,
});
const found = (agreements: PublishedAgreement[], changes: Partial<CoverQuestion> = {}) => {
  const { covered, findings } = coverOf(agreements, question(changes));
  return { covered: covered === null ? null : `${covered.reference} v${covered.version} ${covered.clause}`, findings: findings.map(({ code, level, field, about }) => ({ code, level, field, about })) };
};
const dayFrom = (start: string, count: number): string => new Date(Date.parse(`${start}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
const COVERED = { covered: 'DSA-A v1 1', findings: [] };

describe('cover', () => {
  it('names the clause, for the question and for the answer', () => {
    expect(found([agreement()])).toEqual(COVERED);
    expect(found([agreement()], { direction: 'sharing', window: null, categories: [] })).toEqual(COVERED);
  });

  it('is absent where there is no agreement, it has not begun, or one of the two is no party to it', () => {
    const absent = { covered: null, findings: [{ code: 'agreement-absent', level: 'warn', field: '', about: [] }] };
    expect(found([])).toEqual(absent);
    expect(found([agreement({ inForceFrom: '2026-11-04' })])).toEqual(absent);
    expect(found([agreement({ parties: [{ agency: 'council-a' }, { agency: 'gp-c' }] })])).toEqual(absent);
    expect(found([agreement({ parties: [{ agency: 'gp-c' }, { agency: 'police-b' }] })])).toEqual(absent);
  });

  it('has ended after its last day, and says which agreement it was', () => {
    expect(found([agreement({ expires: '2026-11-02' })])).toEqual({ covered: null, findings: [{ code: 'agreement-expired', level: 'warn', field: '', about: ['DSA-A'] }] });
  });

  it('names the later of two that ended, and rather the one that would have covered the share', () => {
    const early = agreement({ expires: '2026-05-01' });
    const late = agreement({ reference: 'DSA-B', expires: '2026-06-01' });
    expect(found([early, late]).findings[0]!.about).toEqual(['DSA-B']);
    expect(found([early, agreement({ ...late.document, clauses: [clause({ purposes: ['missing'] })] })]).findings[0]!.about).toEqual(['DSA-A']);
    expect(found([early, agreement({ ...late.document, expires: '2027-12-31', clauses: [clause({ purposes: ['missing'] })] })]).findings[0]).toMatchObject({ code: 'agreement-expired', about: ['DSA-A'] });
  });

  it.each<[string, Partial<Clause>, string, string[]]>([
    ['the way of sharing', { direction: 'sharing' }, '', ['DSA-A']],
    ['who asks', { askers: { types: ['LA_ASC'], agencies: ['gp-c'] } }, '', ['DSA-A']],
    ['who answers', { answerers: { types: [], agencies: ['gp-c'] } }, '', ['DSA-A']],
    ['the purpose', { purposes: ['missing'] }, '/purpose', ['DSA-A']],
    ['the window', { windowMonths: { usual: 12, longest: 23 } }, '/window', ['DSA-A']],
    ['a category', { categories: ['police.weapons', 'gp.*'] }, '/categories', ['DSA-A', 'police.warnings']],
  ])('does not stretch where a clause does not fit %s', (_aspect, changes, field, about) => {
    expect(found([agreement({ clauses: [clause(changes)] })])).toEqual({ covered: null, findings: [{ code: 'agreement-does-not-cover', level: 'warn', field, about }] });
  });

  it('wants one clause for the whole share, and tells what the nearest of them lacks', () => {
    const clauses = [clause({ categories: ['police.weapons'] }), clause({ number: '2', categories: ['police.warnings', 'police.address_calls'] })];
    expect(found([agreement({ clauses })], { categories: ['police.weapons', 'police.warnings', 'police.address_calls'] })).toEqual({ covered: null, findings: [{ code: 'agreement-does-not-cover', level: 'warn', field: '/categories', about: ['DSA-A', 'police.weapons'] }] });
  });

  it('demands no reason of what is red, and still says that there is none', () => {
    const lacking = [[], [agreement({ expires: '2026-11-02' })], [agreement({ clauses: [clause({ purposes: ['missing'] })] })]];
    expect(lacking.map((agreements) => found(agreements, { urgency: 'red' }).findings.map(({ code, level }) => [code, level]))).toEqual([[['agreement-absent', 'note']], [['agreement-expired', 'note']], [['agreement-does-not-cover', 'note']]]);
    expect(lacking.map((agreements) => found(agreements, { urgency: 'green' }).findings[0]!.level)).toEqual(['warn', 'warn', 'warn']);
  });

  it('says in both languages that an agreement is never the lawful basis', () => {
    for (const agreements of [[], [agreement({ expires: '2026-11-02' })], [agreement({ clauses: [clause({ purposes: ['missing'] })] })]]) {
      const { sentence, mend, kind } = coverOf(agreements, question()).findings[0]!;
      expect([kind, sentence.en, sentence.cy]).toEqual(['other', expect.stringMatching(/never itself the lawful basis/u), expect.stringMatching(/byth yn sail gyfreithlon/u)]);
      expect([mend.en, mend.cy]).toEqual([expect.stringMatching(/\breason\b/u), expect.stringMatching(/reswm/u)]);
    }
  });
});

describe('versions', () => {
  const next = agreement({ version: 2, inForceFrom: '2026-11-03', clauses: [clause({ number: '9' })] });

  it('give way to the newest that has begun, on the day', () => {
    expect(found([next, agreement()]).covered).toBe('DSA-A v2 9');
    expect(found([next, agreement()], { on: '2026-11-02' }).covered).toBe('DSA-A v1 1');
  });

  it('do not come back: what the newest leaves out is out, though an older one runs on', () => {
    expect(found([agreement(), agreement({ version: 2, parties: [{ agency: 'council-a' }, { agency: 'gp-c' }] })]).findings[0]).toMatchObject({ code: 'agreement-absent' });
    expect(found([agreement(), agreement({ version: 2, expires: '2026-11-02' })]).findings[0]).toMatchObject({ code: 'agreement-expired' });
  });
});

describe('near the end', () => {
  const ending = agreement({ expires: '2026-11-05' });

  it('is noted beside the cover and changes nothing', () => {
    expect(found([ending])).toEqual({ covered: 'DSA-A v1 1', findings: [{ code: 'agreement-near-expiry', level: 'note', field: '', about: ['DSA-A'] }] });
    const read = (on: string) => coverOf([ending], question({ on })).findings[0]!.sentence;
    expect([read('2026-11-03').cy, read('2026-11-04').en, read('2026-11-05').en]).toEqual([
      "Daw cytundeb DSA-A, sy'n cwmpasu'r rhannu hwn, i ben ar 5 Tachwedd 2026, ymhen 2 ddiwrnod.", 'Agreement DSA-A, which covers this share, ends on 5 November 2026, in 1 day.', 'Agreement DSA-A, which covers this share, ends today.',
    ]);
  });

  it('is not noted where the next version takes over without a gap', () => {
    expect(found([ending, agreement({ version: 2, inForceFrom: '2026-11-06' })]).findings).toEqual([]);
    expect(found([ending, agreement({ version: 2, inForceFrom: '2026-11-07' })]).findings).toHaveLength(1);
    expect(found([ending, agreement({ reference: 'DSA-B', version: 2, inForceFrom: '2026-11-06' })]).findings).toHaveLength(1);
  });
});

describe('which clause', () => {
  it.each<[string, Partial<Clause>]>([
    ['for this way of sharing before one for both', { direction: 'asking', answerers: null }],
    ['that names the agency before one for its kind', { answerers: { types: [], agencies: ['police-b'] } }],
    ['for fewer purposes', { purposes: ['s47_enquiry'] }],
    ['for codes before one for a whole pack', { categories: ['police.warnings', 'police.weapons'] }],
    ['with a limit to its window before one without', { windowMonths: { usual: 24, longest: 24 } }],
  ])('the one %s, wherever it stands', (_why, changes) => {
    const wide = clause({ number: '1', answerers: { types: ['POLICE'], agencies: [] } });
    const narrow = clause({ ...wide, number: '2', ...changes });
    expect(found([agreement({ clauses: [wide, narrow] })]).covered).toBe('DSA-A v1 2');
    expect(found([agreement({ clauses: [narrow, wide] })]).covered).toBe('DSA-A v1 2');
  });

  it('for fewer purposes, though the other names its categories one by one', () => {
    const clauses = [clause({ categories: ['police.warnings'] }), clause({ number: '2', purposes: ['s47_enquiry'] })];
    expect(found([agreement({ clauses })]).covered).toBe('DSA-A v1 2');
  });

  it('of two alike the first, of two agreements alike the first by reference', () => {
    const twin = agreement({ reference: 'DSA-0' });
    expect(found([agreement({ clauses: [clause({ number: '2' }), clause({ number: '1' })] })]).covered).toBe('DSA-A v1 2');
    expect([found([agreement(), twin]).covered, found([twin, agreement()]).covered]).toEqual(['DSA-0 v1 1', 'DSA-0 v1 1']);
  });

  it('is the same whatever the order in which agreements come', () => {
    const all = [agreement(), agreement({ version: 2, inForceFrom: '2026-11-04' }), agreement({ reference: 'DSA-B', clauses: [clause({ purposes: ['s47_enquiry'] })] }), agreement({ reference: 'DSA-C', expires: '2026-02-01' })];
    const first = coverOf(all, question());
    fc.assert(fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
      expect(coverOf(shuffled, question())).toEqual(first);
    }));
  });
});

describe('at the edges of dates', () => {
  const begins = fc.integer({ min: 0, max: 4_000 }).map((count) => dayFrom('2024-01-01', count));
  const near = (length: number) => fc.oneof(fc.constantFrom(-1, 0, length, length + 1), fc.integer({ min: -400, max: length + 400 }));

  it('covers from the first to the last day, is absent before and ended after', () => {
    fc.assert(fc.property(begins, fc.integer({ min: 0, max: 800 }).chain((length) => near(length).map((at) => ({ length, at }))), (inForceFrom, { length, at }) => {
      const { covered, findings } = found([agreement({ inForceFrom, expires: dayFrom(inForceFrom, length) })], { on: dayFrom(inForceFrom, at), window: null });
      expect(covered !== null).toBe(at >= 0 && at <= length);
      if (at < 0) expect(findings[0]!.code).toBe('agreement-absent');
      if (at > length) expect(findings[0]!.code).toBe('agreement-expired');
      if (covered !== null) expect(findings.map(({ code }) => code)).toEqual(length - at <= 90 ? ['agreement-near-expiry'] : []);
    }), { numRuns: 500 });
  });

  it('changes version on the day that the next begins', () => {
    fc.assert(fc.property(begins, fc.integer({ min: -50, max: 50 }), (inForceFrom, at) => {
      const versions = [agreement({ inForceFrom: dayFrom(inForceFrom, -60), expires: dayFrom(inForceFrom, 900) }), agreement({ version: 2, inForceFrom, expires: dayFrom(inForceFrom, 900) })];
      expect(found(versions, { on: dayFrom(inForceFrom, at), window: null })).toEqual({ covered: `DSA-A v${at < 0 ? 1 : 2} 1`, findings: [] });
    }));
  });

  it('reaches back to the very day, and not one further', () => {
    fc.assert(fc.property(begins, fc.integer({ min: 1, max: 240 }), fc.boolean(), (on, longest, beyond) => {
      const edge = monthsBefore(on, longest);
      const limited = agreement({ inForceFrom: '2000-01-01', expires: '2100-01-01', clauses: [clause({ windowMonths: { usual: 1, longest } })] });
      expect(found([limited], { on, window: { from: beyond ? dayFrom(edge, -1) : edge, to: on } }).covered).toBe(beyond ? null : 'DSA-A v1 1');
    }));
  });
});

describe('the stack offered', () => {
  const offering = clause({ defaultStacks: [
    { side: 'asking', types: ['LA_CSC'], purposes: ['s47_enquiry'], stack: 'ST-01' }, { side: 'asking', types: ['LA_CSC'], purposes: null, stack: 'ST-02' }, { side: 'sharing', types: ['POLICE'], purposes: null, stack: 'ST-06' },
  ] });

  it('is the first that fits side, kind and purpose', () => {
    expect([offeredStack(offering, 'asking', 'LA_CSC', 's47_enquiry'), offeredStack(offering, 'asking', 'LA_CSC', 'other'), offeredStack(offering, 'sharing', 'POLICE', 'other'), offeredStack(offering, 'sharing', 'LA_CSC', 'other')]).toEqual(['ST-01', 'ST-02', 'ST-06', null]);
  });
});
