import type { JustificationRecord } from '@lateral/contracts';
import { coverOf, type Covering } from '@lateral/domain/agreements';
import { faultsOfRecord, judge, mayGo, verdictOf, type CodedShare, type Finding, type Leave, type Verdict } from '@lateral/domain/justification';
import { attestedWords, type MessageBody, type Narrative } from '@lateral/envelope/words';
import type { CodedDraft, KnownAgency } from '../crypto/protocol.js';
import type { Surroundings } from './asking.js';
import { partyOf } from './parties.js';

export interface Judged { verdict: Verdict; findings: Finding[]; cover: Covering | null; leave: Leave; record: CodedShare; /** A record that rests on nothing is no record: the hub refuses it as a shape, before any rule is asked. */ isBaseless: boolean }

/**
 * What the hub will make of a share, said while somebody still writes it: the same rules, catalogue, agreements and day. `request` is the
 * record of the question that is answered, null for a question.
 */
export function judged(draft: CodedDraft, words: { body: MessageBody; narrative: Narrative }, { other, request, around }: { other: KnownAgency; request: JustificationRecord | null; around: Pick<Surroundings, 'own' | 'law' | 'on'> }): Judged {
  const { own, law, on } = around;
  const record: CodedShare = { ...draft, words: attestedWords(words.body, words.narrative) };
  const ruled = judge({ share: record, owner: partyOf(own), other: partyOf(other), on, request }, law.catalogue);
  const covering = coverFor(record, partyOf(own), partyOf(other), on);
  const cover = covering === null ? { covered: null, findings: [] } : coverOf(law.agreements, covering);
  const findings = [...ruled.findings, ...cover.findings];
  const judgement = { verdict: verdictOf(findings), findings };
  const isBaseless = faultsOfRecord(record).some(({ reason }) => reason === 'no-basis');
  if (isBaseless) return { verdict: 'block', findings, cover: cover.covered, leave: { goes: false, blocked: [], unacknowledged: [], overrideRefused: false }, record, isBaseless };
  return { ...judgement, cover: cover.covered, leave: mayGo(judgement, record), record, isBaseless };
}

function coverFor(record: CodedShare, owner: ReturnType<typeof partyOf>, other: ReturnType<typeof partyOf>, on: string): Parameters<typeof coverOf>[1] | null {
  const { direction, purpose, window, urgency } = record;
  if (direction === 'asking') return { direction, asking: owner, answering: other, purpose, categories: record.categories, window, on, urgency };
  if (direction === 'sharing') return { direction, asking: other, answering: owner, purpose, categories: record.response?.given ?? [], window, on, urgency };
  return null;
}
