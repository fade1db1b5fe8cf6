import type { EntryKind } from './ledger.js';

/**
 * Every event that can happen, past tense and versioned, with the one ledger entry kind it is recorded under and the fields
 * its audit record carries beside the common ones (`v`, `event`, `at`, `id`), which side hears of it, and what it means in a
 * sentence. docs/events.md is generated from this list.
 */
export const EVENTS = {
  'check.opened.v1': { entry: 'check', fields: ['check', 'agency', 'member', 'urgency'], notifies: null,
    means: 'A member of an agency has opened a lateral check.' },
  'request.posted.v1': { entry: 'request', fields: ['check', 'request', 'message', 'agency', 'member', 'asked', 'header', 'justification', 'dueAt', 'dueRule', 'catalogue', 'catalogueDigest', 'verdict', 'findings', 'agreement', 'agreementDigest'], notifies: 'asked',
    means: 'The question to one agency has been taken in, with its reasons, and waits for that agency.' },
  'request.corrected.v1': { entry: 'request', fields: ['check', 'request', 'message', 'corrects', 'agency', 'member', 'asked', 'header', 'justification', 'catalogue', 'catalogueDigest', 'verdict', 'findings', 'agreement', 'agreementDigest'], notifies: 'asked',
    means: 'The asking agency has put a new version of a question in the place of the one in force.' },
  'response.submitted.v1': { entry: 'response', fields: ['check', 'request', 'message', 'agency', 'member', 'asking', 'header', 'justification', 'type', 'catalogue', 'catalogueDigest', 'verdict', 'findings', 'agreement', 'agreementDigest'], notifies: 'asking',
    means: 'The asked agency has answered, with its own reasons; an interim answer is one too.' },
  'response.corrected.v1': { entry: 'response', fields: ['check', 'request', 'message', 'corrects', 'agency', 'member', 'asking', 'header', 'justification', 'type', 'catalogue', 'catalogueDigest', 'verdict', 'findings', 'agreement', 'agreementDigest'], notifies: 'asking',
    means: 'The asked agency has put a new version of its answer in the place of the one in force.' },
  'response.arrived-late.v1': { entry: 'response', fields: ['check', 'request', 'message', 'agency', 'member', 'asking', 'header', 'justification', 'type', 'catalogue', 'catalogueDigest', 'verdict', 'findings', 'agreement', 'agreementDigest'], notifies: 'asking',
    means: 'The asked agency has answered after the check was decided or closed.' },
  'envelope.handed-over.v1': { entry: 'hand-over', fields: ['check', 'request', 'message', 'agency', 'member', 'header', 'part'], notifies: null,
    means: 'An agency has been given a sealed message or its attachment; the record was written before the first byte left.' },
  'heading.handed-over.v1': { entry: 'hand-over', fields: ['check', 'request', 'message', 'agency', 'member'], notifies: null,
    means: 'A member of the asking agency has been given the sealed line that says whom a question of theirs is about; the record was written before it left.' },
  'envelope.opened.v1': { entry: 'opening', fields: ['check', 'request', 'message', 'agency', 'member', 'shown'], notifies: null,
    means: 'A client has said that it verified a message and showed it to a person.' },
  'words.mismatched.v1': { entry: 'opening', fields: ['check', 'request', 'message', 'agency', 'member', 'fields'], notifies: null,
    means: 'A client that opened a message found that its words are not what the sealing client had said of them.' },
  'envelope.refused.v1': { entry: 'opening', fields: ['check', 'request', 'message', 'agency', 'member', 'reason'], notifies: null,
    means: 'A client has said that a message did not pass its verification, and at which step.' },
  'decision.recorded.v1': { entry: 'decision', fields: ['check', 'message', 'agency', 'member', 'header', 'justification'], notifies: null,
    means: 'The asking agency has recorded a decision, sealed to itself; a later one stands beside it.' },
  'outcome.told.v1': { entry: 'outcome', fields: ['check', 'request', 'message', 'agency', 'member', 'asked', 'header', 'justification', 'catalogue', 'catalogueDigest', 'verdict', 'findings', 'agreement', 'agreementDigest'], notifies: 'asked',
    means: 'The asking agency has told an agency that it asked what came of the check.' },
  'share.blocked.v1': { entry: 'attempt', fields: ['agency', 'member', 'direction', 'findings', 'justification'], notifies: null,
    means: 'The hub has refused a share that its rules block; nothing of it is kept but this.' },
  'override.used.v1': { entry: 'override', fields: ['check', 'request', 'message', 'agency', 'member', 'reason', 'findings', 'reviewDue'], notifies: 'own',
    means: 'A red share has left under an emergency override of what its rules found; it waits for its review.' },
  'override.reviewed.v1': { entry: 'override', fields: ['check', 'request', 'message', 'reviewed', 'agency', 'member', 'finding', 'header', 'justification', 'catalogue', 'catalogueDigest', 'verdict', 'findings', 'agreement', 'agreementDigest'], notifies: null,
    means: 'A second person has reviewed an emergency override, with the record put in order.' },
  'record-only.kept.v1': { entry: 'record-only', fields: ['check', 'request', 'message', 'agency', 'member', 'reason', 'header', 'justification', 'catalogue', 'catalogueDigest', 'verdict', 'findings', 'agreement', 'agreementDigest'], notifies: null,
    means: 'An agency has recorded why it did not ask or did not share; nobody else is told.' },
  'check.rated.v1': { entry: 'check', fields: ['check', 'agency', 'member', 'urgency', 'reason'], notifies: null,
    means: 'The rating of a check has been changed; requests already sent keep theirs.' },
  'request.due-moved.v1': { entry: 'request', fields: ['check', 'request', 'agency', 'member', 'asked', 'dueAt', 'reason'], notifies: 'asked',
    means: 'The asking agency has moved the due time of a request that was sent, with its reason.' },
  'request.reminded.v1': { entry: 'request', fields: ['check', 'request', 'agency', 'member', 'asked', 'level'], notifies: 'asked',
    means: 'A member of the asking agency has reminded the asked agency of a request, or put it to its managers.' },
  'request.taken.v1': { entry: 'request', fields: ['check', 'request', 'agency', 'member', 'holder'], notifies: null,
    means: 'A request has been taken by a member of the asked agency, given to one, or put back.' },
  'check.given.v1': { entry: 'check', fields: ['check', 'agency', 'member', 'holder'], notifies: null,
    means: 'A check has been taken by a member of the asking agency, given to one, or put back.' },
  'answer.put-to-approver.v1': { entry: 'response', fields: ['check', 'request', 'draft', 'version', 'agency', 'member'], notifies: null,
    means: 'A member has put an answer that is not sent yet to those of their team who may release it.' },
  'answer.sent-back.v1': { entry: 'response', fields: ['check', 'request', 'draft', 'version', 'agency', 'member', 'writer'], notifies: null,
    means: 'An approver has sent an answer back to the member who wrote it.' },
  'contact.changed.v1': { entry: 'directory', fields: ['agency', 'member', 'version'], notifies: null,
    means: 'An agency has said how it can be spoken to, and when.' },
  'agreement.proposed.v1': { entry: 'agreement', fields: ['agreement', 'version', 'digest', 'agency', 'member'], notifies: null,
    means: 'A signatory has put forward a version of an information sharing agreement.' },
  'agreement.approved.v1': { entry: 'agreement', fields: ['agreement', 'version', 'digest', 'agency', 'member'], notifies: null,
    means: 'A signatory has approved a version of an agreement that was put forward.' },
  'agreement.published.v1': { entry: 'agreement', fields: ['agreement', 'version', 'digest'], notifies: null,
    means: 'A version of an agreement has its two approvals and is in use; it never changes again.' },
  'catalogue.adopted.v1': { entry: 'catalogue', fields: ['version', 'digest'], notifies: null,
    means: 'The hub judges by this version of the catalogue of law from now on; older versions stay readable.' },
  'request.withdrawn.v1': { entry: 'withdrawal', fields: ['check', 'request', 'agency', 'member', 'asked', 'reason'], notifies: 'asked',
    means: 'The asking agency has taken a question back, by itself or with its whole check.' },
  'check.withdrawn.v1': { entry: 'withdrawal', fields: ['check', 'agency', 'member', 'reason'], notifies: null,
    means: 'The asking agency has taken the whole check back.' },
  'check.closed.v1': { entry: 'closure', fields: ['check', 'agency', 'member'], notifies: null,
    means: 'The asking agency has closed a decided check.' },
  'check.reopened.v1': { entry: 'closure', fields: ['check', 'request', 'agency'], notifies: null,
    means: 'A late or corrected answer has opened a decided or closed check again.' },
  'request.expired.v1': { entry: 'closure', fields: ['check', 'request', 'agency', 'asked'], notifies: 'asked',
    means: 'A question has ended without an answer, because its check was closed.' },
  'notice.delivered.v1': { entry: 'notice', fields: ['check', 'request', 'agency', 'channel'], notifies: null,
    means: 'The word that something waits has been handed to the mailbox of an agency.' },
  'notice.undelivered.v1': { entry: 'notice', fields: ['check', 'request', 'agency', 'channel', 'reason'], notifies: null,
    means: 'The word that something waits could not be handed to the mailbox of an agency, and why.' },
  'evidence.fetched.v1': { entry: 'evidence', fields: ['check', 'agency', 'member', 'content'], notifies: null,
    means: 'An agency has been given its evidence pack of a check, with or without ciphertext.' },
  'content.exported.v1': { entry: 'evidence', fields: ['check', 'agency', 'member', 'form', 'messages', 'restricted'], notifies: null,
    means: 'A client has said that it prints, copies or saves what a member has opened of a check.' },
  'member.signed-in.v1': { entry: 'sign-in', fields: ['agency', 'member'], notifies: null,
    means: "A member's client has proven its key and been given a session." },
  'person.signed-in.v1': { entry: 'sign-in', fields: ['agency', 'member'], notifies: null,
    means: 'A person has come in through the provider of their agency.' },
  'person.let-in.v1': { entry: 'sign-in', fields: ['agency', 'member', 'code'], notifies: null,
    means: "A person has come in with a custodian's one-time code, for red checks only." },
  'key.proved.v1': { entry: 'sign-in', fields: ['agency', 'member', 'session', 'fingerprint'], notifies: null,
    means: "Who came in with a custodian's one-time code has proven the member's own signing key, and reaches content from then on." },
  'session.ended.v1': { entry: 'session', fields: ['agency', 'member', 'reason'], notifies: null,
    means: 'A session has been ended by its owner, by the provider, or because its owner left or has another key.' },
  'code.issued.v1': { entry: 'session', fields: ['agency', 'member', 'code', 'issuedBy'], notifies: null,
    means: 'A custodian has made a one-time code for a member who cannot sign in.' },
  'step-up.granted.v1': { entry: 'session', fields: ['agency', 'member', 'action', 'objects', 'method', 'assertion'], notifies: null,
    means: 'A person has shown again that it is they, for one kind of act on the objects of that digest.' },
  'passkey.enrolled.v1': { entry: 'key', fields: ['agency', 'member', 'passkey'], notifies: null,
    means: 'A member has enrolled a passkey.' },
  'passkey.disabled.v1': { entry: 'key', fields: ['agency', 'member', 'passkey', 'by'], notifies: null,
    means: 'A passkey is no longer taken.' },
  'key.locked.v1': { entry: 'key', fields: ['agency', 'member', 'fingerprint', 'version'], notifies: null,
    means: 'A member has stored a personal key that only they can unlock, or changed the ways to unlock it.' },
  'member.invited.v1': { entry: 'key', fields: ['agency', 'member', 'invitation', 'by'], notifies: null,
    means: 'A custodian has invited somebody to become a member.' },
  'member.joined.v1': { entry: 'key', fields: ['agency', 'member', 'invitation'], notifies: null,
    means: 'The person invited has come through the provider and has spent the code.' },
  'member.started-again.v1': { entry: 'key', fields: ['agency', 'member', 'by'], notifies: null,
    means: 'A custodian has ended every way in of a member who lost theirs; the member may join again.' },
  'roster.proposed.v1': { entry: 'directory', fields: ['agency', 'member', 'version', 'digest'], notifies: null,
    means: 'A custodian has signed the next roster; it waits for the second custodian.' },
  'roster.published.v1': { entry: 'directory', fields: ['agency', 'member', 'version', 'digest'], notifies: null,
    means: 'The second custodian has signed a roster, and it is in force.' },
  'recovery-kit.stored.v1': { entry: 'key', fields: ['agency', 'member', 'digest'], notifies: null,
    means: 'An agency has stored its recovery kit, which two of three paper shares open.' },
  'recovery-kit.fetched.v1': { entry: 'key', fields: ['agency', 'member', 'digest'], notifies: null,
    means: 'A member has been given the recovery kit of the agency.' },
  'check.erased.v1': { entry: 'erasure', fields: ['check'], notifies: null,
    means: 'Everything sealed in an ended check has been made unreadable: the keys of its messages and attachments are destroyed.' },
  'epoch.deleted.v1': { entry: 'erasure', fields: ['agency', 'member', 'version', 'epoch'], notifies: null,
    means: 'Two custodians have deleted an epoch of their team key: every copy of it that the hub keeps is made unreadable.' },
  'coded-record.erased.v1': { entry: 'erasure', fields: ['check'], notifies: null,
    means: 'The coded records of an ended check have been deleted, their time being over; headers, signatures and digests stay.' },
  'member.recused.v1': { entry: 'recusal', fields: ['check', 'agency', 'member'], notifies: null,
    means: 'A member knows someone in a check and is out of it; nothing more is recorded.' },
  'directory.registered.v1': { entry: 'directory', fields: ['partnership', 'version', 'digest'], notifies: null,
    means: 'A version of the partnership file has been registered.' },
  'roster.registered.v1': { entry: 'directory', fields: ['agency', 'version', 'digest'], notifies: null,
    means: "A version of an agency's roster has been registered." },
  'incident.raised.v1': { entry: 'incident', fields: ['incident'], notifies: null,
    means: 'An incident about evidence or the directory has been opened: the ledger cannot be reached, a record has waited too long for its place, the ledger says what cannot be true, or an agency\'s list of people does not hold, so that nobody there can be reached.' },
  'incident.ended.v1': { entry: 'incident', fields: ['incident'], notifies: null,
    means: 'An incident about evidence or the directory has ended.' },
} as const satisfies Record<string, { entry: EntryKind; fields: readonly string[]; notifies: 'asked' | 'asking' | 'own' | null; means: string }>;

/**
 * Events that connected clients hear of though no mail goes out: the agency whose members did it, or both parties of the request. Of an
 * event that notifies somebody, both parties hear.
 */
export const LIVE_EVENTS = {
  'envelope.handed-over.v1': 'both', 'request.taken.v1': 'own', 'check.given.v1': 'own', 'answer.put-to-approver.v1': 'own', 'answer.sent-back.v1': 'own',
  'check.rated.v1': 'own', 'decision.recorded.v1': 'own', 'check.withdrawn.v1': 'own', 'check.closed.v1': 'own',
} as const satisfies Partial<Record<keyof typeof EVENTS, 'own' | 'both'>>;
export type LiveEvent = keyof typeof LIVE_EVENTS;

export type EventName = keyof typeof EVENTS;
export const EVENT_NAMES = Object.keys(EVENTS) as EventName[];
/** Events of which one agency alone is told, its own: nothing of them is the other party's. */
export const OWN_EVENTS: readonly EventName[] = EVENT_NAMES.filter((name) => EVENTS[name].notifies === 'own');

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
