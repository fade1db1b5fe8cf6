import type { AgreementExtract } from '@lateral/contracts';
import { coverOf, type CoverQuestion, type PublishedAgreement } from '@lateral/domain/agreements';
import type { CodedShare, Finding, OtherFinding, Party } from '@lateral/domain/justification';

const LACKS = ['agreement-absent', 'agreement-expired', 'agreement-does-not-cover'] as const satisfies readonly OtherFinding[];
const NEAR_EXPIRY = 'agreement-near-expiry' satisfies OtherFinding;

/** What agreements were asked about a share, or null where none can cover it. */
export function coverQuestion({ direction, purpose, categories, response, window, urgency }: CodedShare, { owner, other, on }: { owner: Party; other: Party; on: string }): CoverQuestion | null {
  const common = { purpose, window, on, urgency };
  if (direction === 'asking') return { ...common, direction, asking: owner, answering: other, categories };
  return direction === 'sharing' ? { ...common, direction, asking: other, answering: owner, categories: response?.given ?? [] } : null;
}

export function isOfAgreement(code: string): boolean {
  return code === NEAR_EXPIRY || LACKS.some((lack) => lack === code);
}

/**
 * Whether the recorded cover stands as far as an extract can show it: it was in force that day and holds the purpose and every
 * category. Its parties, its direction and how far it reaches back are not in the extract, nor is any other agreement: that
 * none covered a share is as the hub recorded. `recorded` are the codes of agreements in the recorded judgement.
 */
export function isCoverWrong(question: CoverQuestion | null, extract: AgreementExtract | null, recorded: readonly string[]): boolean {
  const lacks = recorded.filter((code) => LACKS.some((lack) => lack === code));
  if (question === null) return extract !== null || recorded.length > 0;
  if (extract === null) return lacks.length !== 1 || recorded.length !== 1;
  const { covered, findings } = coverOf([asAgreement(extract, question)], question);
  // A next version that takes over without a gap silences the note, and is not in the pack: only a note too many is wrong.
  return covered === null || lacks.length > 0 || recorded.some((code) => !findings.some((each) => each.code === code));
}

/** The finding that a recorded lack of cover was, at the level that it has for this share. */
export function lackFindings(question: CoverQuestion | null, recorded: readonly string[]): Finding[] {
  if (question === null) return [];
  const [level] = coverOf([], question).findings;
  return level === undefined ? [] : LACKS.filter((code) => recorded.includes(code)).map((code) => ({ ...level, code }));
}

// Everything that an extract leaves open is open, so that only what it says is tried.
function asAgreement({ reference, version, digest, inForceFrom, expires, clause }: AgreementExtract, { asking, answering }: CoverQuestion): PublishedAgreement {
  const none = { en: '', cy: '' };
  return {
    digest,
    document: {
      v: 1, type: 'agreement', reference, version, kind: 'data_sharing_agreement', title: none, nations: [], parties: [asking, answering].map(({ agency }) => ({ agency })), terms: [],
      handling: { marking: 'OFFICIAL' }, retentionClass: 'RET-NFA', review: expires, inForceFrom, expires, template: null, previousDigest: null,
      clauses: [{
        number: clause.number, title: none, direction: 'both', purposes: clause.purposes as CoverQuestion['purpose'][], categories: clause.categories, askers: null, answerers: null, defaultStacks: [],
        windowMonths: { usual: 0, longest: null }, handling: [], packs: [], retentionClass: null,
      }],
    },
  };
}
