import type { ShareJudgement } from '@lateral/contracts';
import type { CoverQuestion } from '@lateral/domain/agreements';
import type { Catalogue } from '@lateral/domain/catalogue';
import { londonDay } from '@lateral/domain/deadlines';
import { codesOf, faultsOfRecord, judge, mayGo, unknownCodes, verdictOf, type CodedShare, type Finding, type Judgement, type Leave, type Party } from '@lateral/domain/justification';
import { coverQuestion, isOfAgreement, lackFindings } from './cover-of-extract.js';
import { questionOf, receiverOf, type Act } from './find-acts.js';
import type { Partnership } from './open-partnership.js';
import { statementsAt } from './statements-at.js';

/** What the rules make of a share that has a judgement, on the day it was made. */
export interface JudgedAgain {
  on: string;
  verdict: Judgement['verdict'];
  /** Codes that the rules find and the hub did not record, and those that it recorded and they do not find. */
  missed: string[];
  invented: string[];
  leave: Leave;
  question: CoverQuestion | null;
  /** Whether the catalogue holds every code relied on and is the version that the sender signed for. */
  fits: boolean;
  /** Places in the coded record, as JSON pointers, for which the hub should have refused it before any rule was asked: no basis, or an answer that contradicts itself. */
  faults: string[];
}

export interface Bench {
  acts: ReadonlyMap<string, Act>;
  partnership: Partnership;
  catalogue: Catalogue;
}

const KINDS = { rules: 'rule', officerChecks: 'officer_check', fieldErrors: 'field', otherFindings: 'other' } as const satisfies Partial<Record<keyof ShareJudgement, Finding['kind']>>;

/**
 * Judges a share by the rules as the hub did: by the version of the catalogue that it recorded, on the London day of the audit
 * record, between the two agencies as the root described them then. Where two descriptions may have been in force, the hub is right that went by
 * either of them. What agreements said is taken from the recorded judgement.
 * Null where the pack lacks an agency or the question that is answered, which is found elsewhere.
 */
export function judgeAgain(act: Act, judgement: ShareJudgement, { acts, partnership, catalogue }: Bench): JudgedAgain | null {
  const { justification: share, header: { context } } = act.envelope;
  const request = share.direction === 'sharing' ? questionOf(act, acts)?.envelope.justification : null;
  if (request === undefined) return null;
  const others = partiesAt(partnership, receiverOf(act, acts), act.record.at);
  const tried = partiesAt(partnership, context.from.agency, act.record.at)
    .flatMap((owner) => others.map((other) => judgedBetween({ owner, other }, act, judgement, { request, catalogue })));
  return tried.find((again) => isAsRecorded(again, judgement)) ?? tried[0] ?? null;
}

/** Whether the rules come to the verdict that was recorded, by the findings that were recorded. */
export function isAsRecorded({ verdict, missed, invented }: JudgedAgain, judgement: ShareJudgement): boolean {
  return verdict === judgement.verdict && missed.length === 0 && invented.length === 0;
}

function judgedBetween({ owner, other }: { owner: Party; other: Party }, act: Act, judgement: ShareJudgement, { request, catalogue: law }: { request: CodedShare | null; catalogue: Catalogue }): JudgedAgain {
  const { justification: share } = act.envelope;
  const on = londonDay(new Date(act.record.at));
  const ruled = judge({ share, owner, other, on, request }, law);
  const question = coverQuestion(share, { owner, other, on });
  const findings = [...ruled.findings, ...lackFindings(question, judgement.otherFindings)];
  const again = { verdict: verdictOf(findings), findings };
  const known = new Set([...share.categories, ...(share.response?.given ?? []), ...(share.response?.withheld.categories ?? [])]);
  const fits = share.stack.catalogueVersion === law.version && unknownCodes(share, law, known).length === 0;
  const faults = faultsOfRecord(share).map(({ field }) => field);
  return { on, verdict: again.verdict, ...differences(ruled, judgement), leave: mayGo(again, share), question, fits, faults };
}

function differences(ruled: Judgement, judgement: ShareJudgement): Pick<JudgedAgain, 'missed' | 'invented'> {
  const missed: string[] = [];
  const invented: string[] = [];
  for (const [name, kind] of Object.entries(KINDS) as [keyof typeof KINDS, Finding['kind']][]) {
    const found = codesOf(ruled, kind);
    const recorded = judgement[name].filter((code) => kind !== 'other' || !isOfAgreement(code));
    missed.push(...found.filter((code) => !recorded.includes(code)));
    invented.push(...recorded.filter((code) => !found.includes(code)));
  }
  return { missed, invented };
}

function partiesAt(partnership: Partnership, id: string, time: string): Party[] {
  return statementsAt(partnership, id, time).map(({ agency: { type, nation, publicAuthority, competentAuthority, commissionedProvider } }) => ({ agency: id, type, nation, publicAuthority, competentAuthority, commissionedProvider }));
}
