import type { Finding, Judgement } from './judgement.js';
import type { CodedShare } from './share.js';

export type Leave =
  | { goes: true; overridden: Finding[]; acknowledged: Finding[] }
  | { goes: false; blocked: Finding[]; unacknowledged: Finding[]; overrideRefused: boolean };

/** Rules that an emergency may go past. Never T2, T3, T8 and T13: for a wrong basis there is the emergency stack instead. */
const WITHIN_REACH: ReadonlySet<string> = new Set(['T5', 'T6', 'T10', 'T11', 'T12']);
/** Fields that an emergency never goes past, under whichever law: refusing to share is no emergency, and without ground or reasons nobody could question it. */
const OF_A_REFUSAL: ReadonlySet<string> = new Set(['refusal_ground', 'written_reasons']);

/**
 * Whether a judged share may exist. A warning needs its acknowledgement with a coded reason; a block stops, unless the share
 * is red, carries an emergency override, and the override reaches everything that blocks. An override that does not is
 * refused whole, so that nobody believes that it carried the rest. One that has nothing to go past is refused as well, red or
 * not: it would stand in the record as an emergency that there was not, on no list, reviewed by nobody. A client that judges
 * before it seals leaves it out.
 */
export function mayGo(judgement: Judgement, share: CodedShare): Leave {
  const blocks = judgement.findings.filter(({ level }) => level === 'block');
  const warnings = judgement.findings.filter(({ level }) => level === 'warn');
  const seen = new Set(share.acknowledgements.map(({ finding }) => finding));
  const acknowledged = warnings.filter(({ code }) => seen.has(code));
  const unseen = warnings.filter(({ code }) => !seen.has(code));

  if (share.override !== null && mayOverride(share)) {
    const outside = blocks.filter((finding) => !isWithinReach(finding, blocks));
    const unacknowledged = unseen.filter((finding) => !isWithinReach(finding, blocks));
    if (outside.length > 0 || unacknowledged.length > 0) return { goes: false, blocked: outside, unacknowledged, overrideRefused: outside.length > 0 };
    if (blocks.length === 0 && unseen.length === 0) return { goes: false, blocked: [], unacknowledged: [], overrideRefused: true };
    return { goes: true, overridden: [...blocks, ...unseen], acknowledged };
  }
  const overrideRefused = share.override !== null;
  if (overrideRefused || blocks.length > 0 || unseen.length > 0) return { goes: false, blocked: blocks, unacknowledged: unseen, overrideRefused };
  return { goes: true, overridden: [], acknowledged };
}

/** Red only, and only where something is asked or told that a life may hang on. */
function mayOverride({ urgency, direction }: CodedShare): boolean {
  return urgency === 'red' && (direction === 'asking' || direction === 'sharing');
}

/** Whether an emergency goes past a finding, among `blocks`. D-02 says of an overdue policy document what T5 says: it is gone past with T5. */
export function isWithinReach(finding: Finding, blocks: readonly Finding[]): boolean {
  if (finding.code === 'D-02') return blocks.some(({ code }) => code === 'T5');
  if (finding.kind === 'field') return !OF_A_REFUSAL.has(finding.code);
  return WITHIN_REACH.has(finding.code);
}
