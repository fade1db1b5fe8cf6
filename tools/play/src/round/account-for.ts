import { attestedWords } from '@lateral/envelope';
import type { Party } from '@lateral/domain/justification';
import type { PlannedCheck, PlannedRequest } from '../case/plan.js';
import type { AskingParty } from '../party/asking-party.js';
import type { Correspondent } from '../party/correspondent.js';
import { ServedLaw } from '../party/served-law.js';
import { judgementReport } from './judgement-report.js';
import type { JudgementReport, RequestReport } from './report.js';

export interface Account extends JudgementReport, Pick<RequestReport, 'dueAt' | 'dueRule'> {}

/**
 * What the hub made of a request that was tried at `at`. Of a mended request that was kept back, or that an emergency let out
 * unmended, the hub was never asked: what it would have said is worked out here, by its own code over the law that it serves.
 */
export async function accountFor(plan: PlannedRequest, { check, asking, by, at }: { check: PlannedCheck; asking: AskingParty; by: Correspondent; at: Date }): Promise<Account> {
  const judged = asking.judged.get(plan.id);
  if (judged === undefined) throw new Error('a request is tried before it is accounted for');
  const posted = asking.requests.get(plan.id)?.posted;
  const due = posted === undefined ? null : { dueAt: posted.dueAt, dueRule: posted.dueRule };
  if (!plan.mended) return { ...judgementReport(judged, null), ...(due ?? { dueAt: null, dueRule: null }) };
  if (due !== null && plan.override === null) return { ...judgementReport(judged, judged.left?.verdict ?? null), ...due };

  const law = await ServedLaw.fetch(by.session);
  const [owner, other] = [partyOf(by, check.asking), partyOf(by, plan.agency)];
  const share = { ...plan.record, words: attestedWords(plan.words, plan.narrative) };
  const would = law.due({ id: plan.agency, type: other.type }, { postedAt: at, receivedAt: check.receivedAt, urgency: plan.record.urgency });
  return { ...judgementReport(judged, law.verdictOn(share, { owner, other, at })), ...(due ?? would) };
}

function partyOf({ directory: { partnership } }: Correspondent, id: string): Party {
  const found = partnership.document.agencies.find((agency) => agency.id === id);
  if (found === undefined) throw new Error('the pinned root vouches for no such agency');
  const { type, nation, publicAuthority, competentAuthority, commissionedProvider } = found;
  return { agency: id, type, nation, publicAuthority, competentAuthority, commissionedProvider };
}
