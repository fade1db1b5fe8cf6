import type { EntryKind } from './ledger.js';

/**
 * Every event that can happen, past tense and versioned, with the one ledger entry kind it is recorded under and the fields
 * its audit record carries beside the common ones (`v`, `event`, `at`, `id`). docs/events.md is generated from this list.
 */
export const EVENTS = {
  'check.opened.v1': { entry: 'check', fields: ['check', 'agency', 'member', 'urgency'], notifies: null },
  'request.posted.v1': { entry: 'request', fields: ['check', 'request', 'message', 'agency', 'member', 'asked', 'header', 'justification'], notifies: 'asked' },
  'request.corrected.v1': { entry: 'request', fields: ['check', 'request', 'message', 'corrects', 'agency', 'member', 'asked', 'header', 'justification'], notifies: 'asked' },
  'response.submitted.v1': { entry: 'response', fields: ['check', 'request', 'message', 'agency', 'member', 'asking', 'header', 'justification', 'type'], notifies: 'asking' },
  'response.corrected.v1': { entry: 'response', fields: ['check', 'request', 'message', 'corrects', 'agency', 'member', 'asking', 'header', 'justification', 'type'], notifies: 'asking' },
  'response.arrived-late.v1': { entry: 'response', fields: ['check', 'request', 'message', 'agency', 'member', 'asking', 'header', 'justification', 'type'], notifies: 'asking' },
  'envelope.handed-over.v1': { entry: 'hand-over', fields: ['check', 'request', 'message', 'agency', 'member', 'header', 'part'], notifies: null },
  'envelope.opened.v1': { entry: 'opening', fields: ['check', 'request', 'message', 'agency', 'member', 'shown'], notifies: null },
  'envelope.refused.v1': { entry: 'opening', fields: ['check', 'request', 'message', 'agency', 'member', 'reason'], notifies: null },
  'decision.recorded.v1': { entry: 'decision', fields: ['check', 'message', 'agency', 'member', 'header', 'justification'], notifies: null },
  'outcome.told.v1': { entry: 'outcome', fields: ['check', 'request', 'message', 'agency', 'member', 'asked', 'header', 'justification'], notifies: 'asked' },
  'request.withdrawn.v1': { entry: 'withdrawal', fields: ['check', 'request', 'agency', 'member', 'asked', 'reason'], notifies: 'asked' },
  'check.withdrawn.v1': { entry: 'withdrawal', fields: ['check', 'agency', 'member', 'reason'], notifies: null },
  'check.closed.v1': { entry: 'closure', fields: ['check', 'agency', 'member'], notifies: null },
  'check.reopened.v1': { entry: 'closure', fields: ['check', 'request', 'agency'], notifies: null },
  'request.expired.v1': { entry: 'closure', fields: ['check', 'request', 'agency', 'asked'], notifies: 'asked' },
  'notice.delivered.v1': { entry: 'notice', fields: ['check', 'request', 'agency', 'channel'], notifies: null },
  'notice.undelivered.v1': { entry: 'notice', fields: ['check', 'request', 'agency', 'channel', 'reason'], notifies: null },
  'evidence.fetched.v1': { entry: 'evidence', fields: ['check', 'agency', 'member', 'content'], notifies: null },
  'member.signed-in.v1': { entry: 'sign-in', fields: ['agency', 'member'], notifies: null },
  'directory.registered.v1': { entry: 'directory', fields: ['partnership', 'version', 'digest'], notifies: null },
  'roster.registered.v1': { entry: 'directory', fields: ['agency', 'version', 'digest'], notifies: null },
  'ledger.went-away.v1': { entry: 'incident', fields: ['incident'], notifies: null },
  'ledger.came-back.v1': { entry: 'incident', fields: ['incident'], notifies: null },
} as const satisfies Record<string, { entry: EntryKind; fields: readonly string[]; notifies: 'asked' | 'asking' | null }>;

export type EventName = keyof typeof EVENTS;
export const EVENT_NAMES = Object.keys(EVENTS) as EventName[];

/** An audit record: who did what, to which objects, when. Its canonical JSON and its salt make the leaf's commitment. */
export type AuditRecord = { v: 1; id: string; event: EventName; at: string } & Record<string, string | number | boolean | null>;

/** How far a record has come: written with the act, or under a signed head that the reader can check. */
export const WITNESS_STATES = ['recorded', 'proven', 'unwitnessed'] as const;
export type WitnessState = (typeof WITNESS_STATES)[number];

/**
 * Evidence of one record, given to every party to the act. `proof` is a C2SP `tlog-proof` text and null until the record is
 * under a signed head. `record` is the exact canonical JSON, `salt` base64url: together they re-make the leaf.
 */
export interface Receipt {
  id: string;
  event: EventName;
  record: string;
  salt: string;
  state: WitnessState;
  index: number | null;
  proof: string | null;
}
