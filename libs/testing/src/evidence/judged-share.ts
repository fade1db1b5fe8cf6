import { digestOf, type AgreementExtract, type JustificationRecord, type LawfulStack, type ShareJudgement } from '@lateral/contracts';
import { coverOf, type AgreementDocument } from '@lateral/domain/agreements';
import { Catalogue, type CatalogueDocument } from '@lateral/domain/catalogue';
import { codesOf, judge, mayGo, SEALED_FIELDS, verdictOf, type Party } from '@lateral/domain/justification';
import { ROUND_AT, uuid7 } from '../envelope/sealing-parties.js';
import { GATEWAY } from './little-law.js';

/** The two bodies of a round, as the root of these fixtures describes them. */
export function partyOf(agency: string, isAsking: boolean): Party {
  return { agency, type: isAsking ? 'LA_CSC' : 'POLICE', nation: 'W', publicAuthority: true, competentAuthority: !isAsking, commissionedProvider: false };
}

const STACK: Omit<LawfulStack, 'gateway' | 'catalogueVersion'> = {
  defaultStack: null, regime: 'REG-P2', art6: ['A6-E'], art9: [], sch1: [], art10: [], p3: [], s36Authority: null, confidentiality: ['CLC-CONS'], hra: ['HRA-8'], s118Reason: null, policyDocument: null, wouldShareAnyway: null,
};

/** A whole record of an ordinary question, in which nothing may be found. */
export function askingRecord(agency: string, message: string, catalogueVersion: string): JustificationRecord {
  return {
    v: 1, type: 'justification', direction: 'asking', check: uuid7(ROUND_AT, 1), request: uuid7(ROUND_AT, 2), message, agency, salt: 'AAAAAAAAAAAAAAAAAAAAAA',
    purpose: 'decide_threshold', urgency: 'amber', threshold: 's17_or_w_care_support', subjectKind: 'child', strategyDiscussionAt: null, subjects: [{ subject: 'p1', role: 'child' }], categories: ['police.incidents'],
    window: { from: '2026-08-01', to: '2026-11-20' }, specialCategory: false, criminalOffence: false, stack: { ...STACK, gateway: [GATEWAY], catalogueVersion }, lessIntrusive: 'none_workable',
    consent: { sought: 'no', outcome: null, notSoughtReason: 'risk_to_child', informed: 'later', capacity: null, overrideGround: null }, thirdParties: [], response: null,
    words: SEALED_FIELDS.map((field) => ({ field, present: true, length: '60_to_299', linter: [] })), acknowledgements: [], override: null,
  };
}

/** A whole record of an ordinary answer to it. */
export function answerRecord(agency: string, message: string, catalogueVersion: string): JustificationRecord {
  return {
    ...askingRecord(agency, message, catalogueVersion), direction: 'sharing', stack: { ...STACK, gateway: ['CLPD'], catalogueVersion }, lessIntrusive: null, consent: null,
    response: {
      type: 'KNOWN_RELEVANT', decision: 'share_all', refusalGround: null, systems: ['police.records'], searched: ['p1'],
      items: [{ item: 'i1', about: 'p1', nature: 'fact', relevance: true, handling: 'may_not_tell_family', thirdParty: null }], given: ['police.incidents'], withheld: { withheld: false, categories: [] }, until: null, redirectTo: null,
    },
  };
}

export interface LawOfRound {
  catalogue: CatalogueDocument;
  agreements: AgreementDocument[];
}

/** What an honest hub makes of a share on that day, by the rules and the agreements of the round. */
export function judgedByHub(share: JustificationRecord, request: JustificationRecord | null, { owner, other, on }: { owner: Party; other: Party; on: string }, { catalogue, agreements }: LawOfRound): ShareJudgement {
  const ruled = judge({ share, owner, other, on, request }, new Catalogue(catalogue));
  const sides = share.direction === 'asking' ? { asking: owner, answering: other } : { asking: other, answering: owner };
  const told = share.direction === 'asking' || share.direction === 'sharing' ? share.direction : null;
  const { purpose, window, urgency } = share;
  const categories = told === 'sharing' ? (share.response?.given ?? []) : share.categories;
  const published = agreements.map((document) => ({ document, digest: digestOf('agreement', document) }));
  const cover = told === null ? { covered: null, findings: [] } : coverOf(published, { ...sides, direction: told, purpose, window, urgency, categories, on });
  const findings = [...ruled.findings, ...cover.findings];
  const judgement = { verdict: verdictOf(findings), findings };
  const leave = mayGo(judgement, share);
  const codes = (list: { code: string }[]) => [...new Set(list.map(({ code }) => code))];
  return {
    v: 1, verdict: judgement.verdict, rules: codesOf(judgement, 'rule'), officerChecks: codesOf(judgement, 'officer_check'), fieldErrors: codesOf(judgement, 'field'), otherFindings: codesOf(judgement, 'other'),
    catalogue: catalogue.version, on, cover: cover.covered && { agreement: cover.covered.reference, version: cover.covered.version, clause: cover.covered.clause },
    overridden: told !== null && leave.goes ? codes(leave.overridden) : [], acknowledged: told !== null && leave.goes ? codes(leave.acknowledged) : [],
  };
}

/** What an evidence pack carries of the one clause of such an agreement. */
export function extractOf(document: AgreementDocument): AgreementExtract {
  const { reference, version, inForceFrom, expires, clauses } = document;
  const { number, purposes, categories } = clauses[0]!;
  return { reference, version, digest: digestOf('agreement', document), inForceFrom, expires, clause: { number, purposes, categories } };
}

/** What an audit record says of a judgement. */
export function fieldsOf({ catalogue, verdict, rules, officerChecks, fieldErrors, otherFindings, cover }: ShareJudgement, law: LawOfRound): Record<string, string | null> {
  const covering = law.agreements.find(({ reference, version }) => reference === cover?.agreement && version === cover.version);
  return {
    catalogue, catalogueDigest: digestOf('catalogue', law.catalogue), verdict, findings: [...rules, ...officerChecks, ...fieldErrors, ...otherFindings].join(' '),
    agreement: cover && `${cover.agreement}@${cover.version}#${cover.clause}`, agreementDigest: covering === undefined ? null : digestOf('agreement', covering),
  };
}
