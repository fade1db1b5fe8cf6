import { composeStatement, type NamesByCode, type RowsByCode } from '@lateral/domain/statement';
import type { CodedShare, SealedField } from '@lateral/domain/justification';
import type { MessageBody, Narrative } from '@lateral/envelope/words';
import type { Covering } from '@lateral/domain/agreements';
import type { KnownAgency } from '../crypto/protocol.js';
import type { Language } from '../words/languages.js';
import type { Law } from './law.js';

/** The paragraph that both agencies and their officers will read, from the codes and the words. */
export function statementOf({ record, cover, words, owner, other, dueAt, law }: { record: CodedShare; cover: Covering | null; words: { body: MessageBody; narrative: Narrative }; owner: KnownAgency; other: KnownAgency | null; dueAt: string | null; law: Law }, language: Language): string {
  const rows: RowsByCode = new Map(law.catalogue.document.rows.map((row) => [row.code, row]));
  return composeStatement({
    share: record, owner, other, rows, names: namesIn(law), dueAt, narrative: narrativeOf(words),
    agreement: cover === null ? null : { reference: cover.reference, version: cover.version, clause: cover.clause },
  }, language);
}

function namesIn({ packs }: Law): NamesByCode {
  return new Map(packs.flatMap(({ categories, systems }) => [...categories, ...systems].map(({ code, name }) => [code, name] as const)));
}

function narrativeOf({ body, narrative }: { body: MessageBody; narrative: Narrative }): Partial<Record<SealedField, string>> {
  const { necessity, proportionality, harmOfNotSharing, lessIntrusive, thresholdRationale, overrideWords } = narrative;
  const own = { necessity, proportionality, harm_of_not_sharing: harmOfNotSharing, less_intrusive: lessIntrusive, threshold_rationale: thresholdRationale, override_words: overrideWords };
  const its = body.type === 'request' ? { question: body.question, window_reason: body.period?.reason, public_task_statement: body.publicTaskStatement } : body.type === 'response' ? { written_reasons: body.writtenReasons } : {};
  return Object.fromEntries(Object.entries({ ...own, ...its }).filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
}
