import { canonicalJson, EVENTS, type EventName } from '@lateral/contracts';
import { uuid7 } from '@lateral/domain';
import type { AuditRow, Randomness } from './ports/index.js';

type FieldsOf<E extends EventName> = Record<(typeof EVENTS)[E]['fields'][number], string | number | boolean | null>;

/**
 * Makes the audit record of one event: its canonical JSON, and the salt without which its ledger entry tells nothing.
 * `parties` are the agencies that may fetch its receipt; nothing of an agency that is not among them may be in the fields.
 */
export function composeRecord<E extends EventName>(
  event: E,
  fields: FieldsOf<E>,
  context: { at: Date; randomness: Randomness; parties: readonly string[] },
): AuditRow {
  const id = uuid7(context.at, context.randomness.bytes(10));
  const named: Record<string, string | number | boolean | null> = fields;
  const link = (name: string): string | null => (typeof named[name] === 'string' ? named[name] : null);
  return {
    id,
    event,
    entry: EVENTS[event].entry,
    at: context.at,
    record: canonicalJson({ ...fields, v: 1, id, event, at: context.at.toISOString() }),
    salt: context.randomness.bytes(32),
    check: link('check'),
    request: link('request'),
    message: link('message'),
    parties: [...new Set(context.parties)],
  };
}
