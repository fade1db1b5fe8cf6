import { coverOf, type CoverQuestion, type PublishedAgreement } from '@lateral/domain/agreements';
import { londonDay } from '@lateral/domain/deadlines';
import { judge, mayGo, unknownCodes, verdictOf, type CodedShare, type Party } from '@lateral/domain/justification';
import type { LawView } from '@lateral/exchange';
import { hrMs, systemNow } from '@lateral/platform';
import type { RoundPlan } from '@lateral/play';
import type { BenchWorld } from '../bench-world.js';
import { lawOf } from '../load/law-in-use.js';
import { median, medians, percentile } from '../measure/statistics.js';
import type { Amounts, Patience } from '../run-options.js';

export interface Judging {
  rounds: number;
  sharesARound: number;
  /** Agreements in force between every two agencies of the case. */
  agreements: number;
  shareMs: number;
  slowMs: number;
}

/** As many as a busy region may have between the same agencies. */
const AGREEMENTS = 30;

/** A hub that has judged for a minute runs compiled code; so does what is measured. */
const WARM_UP = 4_000;

/** One share as the hub judges it: its codes, the rules, the clause that covers it, and whether it may go. */
interface BenchShare { share: CodedShare; request: CodedShare | null; owner: Party; other: Party }

/** (i): questions and answers of the case, judged again and again by the catalogue and the agreements in use. The clock is read for each, and the middle one told: a machine that turns to something else in between says nothing of the rules. */
export async function measureJudging(world: BenchWorld, { rounds, judgements }: Amounts, patience: Patience): Promise<Judging> {
  const law = await lawOf((await world.asking()).session);
  const shares = sharesOf(world.plan);
  const more = { ...law, agreements: severalOf(law.agreements) };
  timesOf(shares, more, WARM_UP);
  const measured = await patience.rounds(rounds, () => Promise.resolve(spread(timesOf(shares, more, judgements))));
  return { rounds: measured.length, sharesARound: judgements, agreements: more.agreements.length, ...medians(measured) };
}

function spread(times: readonly number[]): { shareMs: number; slowMs: number } {
  return { shareMs: median(times), slowMs: percentile(times, 0.99) };
}

function timesOf(shares: readonly BenchShare[], law: LawView, count: number): number[] {
  const on = londonDay(systemNow());
  return Array.from({ length: count }, (_, n) => {
    const share = shares[n % shares.length]!;
    const began = hrMs();
    evaluate(share, law, on);
    return hrMs() - began;
  });
}

/** All that is worked out of one share between its examination and the statement that stores it. */
function evaluate({ share, request, owner, other }: BenchShare, { catalogue, categories, agreements }: LawView, on: string): string {
  const unknown = unknownCodes(share, catalogue, categories);
  const ruled = judge({ share, owner, other, on, request }, catalogue);
  const { covered, findings: more } = coverOf(agreements, coverQuestion({ share, request, owner, other }, on));
  const findings = [...ruled.findings, ...more];
  const leave = mayGo({ verdict: verdictOf(findings), findings }, share);
  return `${unknown.length} ${leave.goes} ${covered?.clause ?? 'none'}`;
}

function coverQuestion({ share, owner, other }: BenchShare, on: string): CoverQuestion {
  const { purpose, window, urgency } = share;
  const asks = share.direction === 'asking';
  return {
    direction: asks ? 'asking' : 'sharing', asking: asks ? owner : other, answering: asks ? other : owner,
    purpose, window, urgency, on, categories: asks ? share.categories : (share.response?.given ?? []),
  };
}

function sharesOf({ agencies, checks }: RoundPlan): BenchShare[] {
  const partyOf = (agency: string): Party => {
    const { type, nation, publicAuthority, competentAuthority, commissionedProvider } = agencies.find(({ id }) => id === agency)!;
    return { agency, type, nation, publicAuthority, competentAuthority, commissionedProvider };
  };
  return checks.flatMap(({ asking, requests }) => requests.flatMap(({ agency, record, answers }) => {
    const [owner, other] = [partyOf(asking), partyOf(agency)];
    return [{ share: record, request: null, owner, other }, ...answers.map((answer) => ({ share: answer.record, request: record, owner: other, other: owner }))];
  }));
}

/** The agreements in use under further references: a hub with many of them looks through them all. */
function severalOf(published: readonly PublishedAgreement[]): PublishedAgreement[] {
  return Array.from({ length: AGREEMENTS }, (_, n) => published[n % published.length]).flatMap((each, n) =>
    (each === undefined ? [] : [{ ...each, document: { ...each.document, reference: `${each.document.reference}-${n}` } }]));
}
