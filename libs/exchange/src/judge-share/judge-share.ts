import type { CoveringClause, JustificationRecord, ShareJudgement } from '@lateral/contracts';
import { coverOf, type CoverQuestion } from '@lateral/domain/agreements';
import { londonDay } from '@lateral/domain/deadlines';
import { codesOf, judge, mayGo, verdictOf, type Direction, type Finding, type Judgement, type Party } from '@lateral/domain/justification';
import type { DirectoryView, KnownAgency, LawView } from '../ports/index.js';

/** What shares are judged with: one view of the directory and of the law, and the time, for the whole act. */
export interface Bench {
  view: DirectoryView;
  law: LawView;
  now: Date;
}

/** What the partnership file, or a statement out of it, says of an agency. */
export type Vouched = Pick<KnownAgency, 'id' | 'type' | 'nation' | 'publicAuthority' | 'competentAuthority' | 'commissionedProvider'>;

/** One share of a request body, examined already. */
export interface SubmittedShare {
  /** JSON pointer of its coded record in the body. */
  at: string;
  justification: JustificationRecord;
  /** The agency it goes to, or what was last vouched of it where it has left the partnership; null where it goes to nobody. */
  other: string | Vouched | null;
  /** For an answer: the coded record of the request in force. */
  request: JustificationRecord | null;
}

/** What the rules, and the agreements in force, made of one share; and what stands against its going, if anything. */
export interface Judged {
  share: SubmittedShare;
  findings: Judgement['findings'];
  made: ShareJudgement;
  /** `override-refused`: it carries an emergency override, and nothing that one is for. */
  stopped: 'blocked' | 'override-refused' | 'unacknowledged' | null;
}

/** Directions in which something personal is newly told to somebody: an agreement may cover them, and a warning must have been seen. */
const TOLD: readonly Direction[] = ['asking', 'sharing'];

/** Judges one share by the rules of the catalogue in use, on the day of the act in London. */
export function judgeShare(share: SubmittedShare, { view, law, now }: Bench): Judged {
  const { justification, request } = share;
  const on = londonDay(now);
  const owner = partyOf(view, justification.agency);
  const other = share.other === null ? owner : partyOf(view, share.other);
  const ruled = judge({ share: justification, owner, other, on, request }, law.catalogue);
  const covering = share.other === null ? null : coverQuestion(justification, { owner, other, on });
  const { judgement, cover } = covering === null ? { judgement: ruled, cover: null } : covered(ruled, law, covering);
  const passage = passageOf(judgement, justification);
  const made: ShareJudgement = {
    v: 1, verdict: judgement.verdict, rules: codesOf(judgement, 'rule'), officerChecks: codesOf(judgement, 'officer_check'), fieldErrors: codesOf(judgement, 'field'),
    otherFindings: codesOf(judgement, 'other'), catalogue: law.catalogue.version, on, cover, overridden: passage.overridden, acknowledged: passage.acknowledged,
  };
  return { share, findings: judgement.findings, made, stopped: passage.stopped };
}

function passageOf(judgement: Judgement, justification: JustificationRecord): Pick<Judged, 'stopped'> & Pick<ShareJudgement, 'overridden' | 'acknowledged'> {
  const stays = (stopped: Judged['stopped']) => ({ stopped, overridden: [], acknowledged: [] });
  if (!TOLD.includes(justification.direction)) return stays(judgement.verdict === 'block' ? 'blocked' : null);
  const leave = mayGo(judgement, justification);
  if (leave.goes) return { stopped: null, overridden: codes(leave.overridden), acknowledged: codes(leave.acknowledged) };
  if (leave.blocked.length > 0) return stays('blocked');
  return stays(leave.overrideRefused ? 'override-refused' : 'unacknowledged');
}

function codes(findings: readonly Finding[]): string[] {
  return [...new Set(findings.map(({ code }) => code))];
}

function partyOf(view: DirectoryView, named: string | Vouched): Party {
  const known = typeof named === 'string' ? view.agency(named) : named;
  if (known === null) throw new TypeError('a share that was examined is between agencies of the partnership');
  const { id, type, nation, publicAuthority, competentAuthority, commissionedProvider } = known;
  return { agency: id, type, nation, publicAuthority, competentAuthority, commissionedProvider };
}

/** What agreements are asked about a share, or null where none can cover it. */
function coverQuestion({ direction, purpose, categories, response, window, urgency }: JustificationRecord, { owner, other, on }: { owner: Party; other: Party; on: string }): CoverQuestion | null {
  const common = { purpose, window, on, urgency };
  if (direction === 'asking') return { ...common, direction, asking: owner, answering: other, categories };
  return direction === 'sharing' ? { ...common, direction, asking: other, answering: owner, categories: response?.given ?? [] } : null;
}

/** Adds what the agreements say. Being covered is never the lawful basis: it makes nothing better that the rules found wanting. */
function covered({ findings: ruled }: Judgement, { agreements }: LawView, question: CoverQuestion): { judgement: Judgement; cover: CoveringClause | null } {
  const { covered: clause, findings: more } = coverOf(agreements, question);
  const findings = [...ruled, ...more];
  return {
    judgement: { verdict: verdictOf(findings), findings },
    cover: clause === null ? null : { agreement: clause.reference, version: clause.version, clause: clause.clause },
  };
}
