import type { JustificationRecord, SealedWords } from '@lateral/contracts';
import type { SealedField } from '@lateral/domain/justification';
import { attestWords, type WordingContext } from '@lateral/domain/wording';
import type { MessageBody, Narrative } from './content.js';

/**
 * What the sealing client says of the words it seals, to a hub that never sees them: for each field that a rule asks about whether
 * it is there, how long it is and what the wording linter found. Attested, not seen; whoever opens the message comes to the same.
 */
export function attestedWords(body: MessageBody, narrative: Narrative): SealedWords[] {
  const context: WordingContext = { names: namesIn(body), language: narrative.language };
  return fieldsOf(body, narrative).map(([field, text]) => attestWords(field, text, context));
}

/** Fields whose words are not what the coded record says of them. To be told to the hub by whoever opens. */
export function mismatchedWords(record: JustificationRecord, body: MessageBody, narrative: Narrative): SealedField[] {
  const said = new Map(record.words.map((words) => [words.field, words]));
  return attestedWords(body, narrative).filter((found) => !isSame(found, said.get(found.field))).map(({ field }) => field);
}

function isSame(found: SealedWords, said: SealedWords | undefined): boolean {
  return said !== undefined && said.present === found.present && said.length === found.length && said.linter.join(' ') === found.linter.join(' ');
}

/** Only what the message itself names: both sides can then come to the same. */
function namesIn(body: MessageBody): string[] {
  if (body.type === 'request') return body.people.flatMap(({ name, aliases = [] }) => [name, ...aliases.map((alias) => alias.name)]);
  return body.type === 'response' ? body.namesSearched : [];
}

function fieldsOf(body: MessageBody, narrative: Narrative): [SealedField, string | null | undefined][] {
  const reasons: [SealedField, string | null | undefined][] = [
    ['necessity', narrative.necessity], ['proportionality', narrative.proportionality], ['harm_of_not_sharing', narrative.harmOfNotSharing], ['less_intrusive', narrative.lessIntrusive],
    ['threshold_rationale', narrative.thresholdRationale], ['override_words', narrative.overrideWords],
  ];
  if (body.type === 'request') return [['question', body.question], ['window_reason', body.period?.reason], ['public_task_statement', body.publicTaskStatement], ...reasons];
  if (body.type === 'response') return [['written_reasons', body.writtenReasons], ...reasons];
  return body.type === 'record' ? [['question', body.question], ['window_reason', body.period?.reason], ['public_task_statement', narrative.publicTaskStatement], ['written_reasons', narrative.writtenReasons], ...reasons] : reasons;
}
