import type { Finding, Leave } from '@lateral/domain/justification';
import type { AnswerDraft } from './answer-draft.js';

/** Where somebody mends what a rule found: the id of a field of this page. `verdict` where the page has none for it. */
export function fieldOf({ field }: Pick<Finding, 'field'>, { way, items }: Pick<AnswerDraft, 'way' | 'items'>): string {
  const [, at = '', member = ''] = /^\/response\/items\/(\d+)\/(\w+)/u.exec(field) ?? [];
  const item = items[Number(at)];
  if (at !== '' && item !== undefined) return `${item.id}-${{ about: 'about', relevance: 'relevance', thirdParty: 'third-relevant', handling: 'handling' }[member] ?? 'text'}`;
  if (field.startsWith('/response/systems')) return 'systems';
  if (field.startsWith('/response/refusalGround')) return 'ground';
  if (field.startsWith('/stack')) return 'basis';
  if (field.startsWith('/words')) return way === 'refuse' && items.length === 0 ? 'written-reasons' : way === 'share' || way === 'refuse' ? 'why' : 'verdict';
  return 'verdict';
}

/** What still stops an answer, blocks first: each with whether a reason goes past it. */
export function stopping(leave: Leave): { finding: Finding; isWarning: boolean }[] {
  if (leave.goes) return [];
  return [...leave.blocked.map((finding) => ({ finding, isWarning: false })), ...onceEach(leave.unacknowledged).map((finding) => ({ finding, isWarning: true }))];
}

/** One reason is for every finding of a code. */
export function onceEach(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [finding.code, finding] as const)).values()];
}
