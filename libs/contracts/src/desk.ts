import type { CheckState, RequestState, ResponseType } from '@lateral/domain';
import type { ApprovedAnswers } from '@lateral/domain/justification';

/** What somebody is writing. An answer may be put to an approver; the others are their writer's alone. */
export const DRAFT_KINDS = ['check', 'answer', 'decision', 'note'] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];
/** Whom the writer sealed it to: themselves, or those of their team who may release an answer. The hub can read it for neither. */
export const DRAFT_READERS = ['self', 'approvers'] as const;
export type DraftReaders = (typeof DRAFT_READERS)[number];
export const DRAFT_STATES = ['writing', 'to_approve', 'sent_back'] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

export const MOST_DRAFTS = 50;
/** Bytes of one draft, sealed. */
export const MOST_DRAFT_BYTES = 1_200_000;
/** A draft that nobody has written to for so long is deleted. */
export const DRAFT_LIFE_MS = 30 * 24 * 3_600_000;

/**
 * PUT drafts/{draft}: a new draft under an id of the client's making (`version` 0), or the next version of one (`version` as last read).
 * `check` is the reference of a check that is there, `request` a request's id; both null where there is none yet. Kind `check` with one that is
 * there is what somebody is about to add to it. State `to_approve` takes
 * kind `answer`, a request and readers `approvers`; `sent_back` is the approver's word, on one that waits for it.
 */
export interface DraftBody { kind: DraftKind; check: string | null; request: string | null; readers: DraftReaders; state: DraftState; version: number; sealed: string }
/** A draft as its writer sees it, and as an approver or team manager sees one that waits for them. `by` is its writer; `bytes` of what is sealed. */
export interface DraftView { id: string; kind: DraftKind; check: string | null; request: string | null; readers: DraftReaders; state: DraftState; by: string; version: number; updatedAt: string; bytes: number }
/** GET drafts/{draft}. base64url. */
export interface DraftReply extends DraftView { sealed: string }
/** From PUT drafts/{draft}. */
export interface DraftStanding { id: string; state: DraftState; version: number; updatedAt: string }

/**
 * PUT holder: who in the own team has it. Written only where `from` still has it; else `holder-changed`, whose problem names the one who
 * has it now. A caseworker takes what nobody has and puts back what is theirs; a team manager gives to any caseworker of the roster.
 * Where `to` has it already, that is success and nothing is recorded, so that a retry is the same act.
 */
export interface HolderBody { from: string | null; to: string | null }
export interface HolderReply { holder: string | null }

/** What the board says of the newest answer of a request, interim ones among them, from its coded record. `items` counts what it gives. */
export interface AnswerCodes { type: ResponseType; items: number; at: string; message: string }

/** `reminder` to the agency's mailbox; `escalation` (team manager, overdue requests) to the mailbox it named for that, else to the same. */
export const REMINDER_LEVELS = ['reminder', 'escalation'] as const;
export type ReminderLevel = (typeof REMINDER_LEVELS)[number];
/** One of a level and a request in so long; sooner is `too-many-requests`. */
export const REMINDER_GAP_MS = 3_600_000;
/** POST reminders. */
export interface RemindBody { level: ReminderLevel }
/** 201 from it. The request stays at its version. */
export interface ReminderReply { request: string; level: ReminderLevel; at: string }

/** Local hours of the agency's week: ISO weekday 1 to 7, `HH:MM` from (inclusive) and to (exclusive, `24:00` for the day's end). */
export interface OfficeHours { day: number; from: string; to: string }
/** How an agency can be spoken to. Of the agency's desk, never of a person. `version` 0: it has said nothing yet. */
export interface ContactView { agency: string; phone: string | null; outOfHoursPhone: string | null; hours: OfficeHours[]; verifiedAt: string | null; version: number }
/** GET agencies/{agency}/contact, for the own agency only: the same with its mailboxes, and which of its answers take an approver. */
export interface OwnContactView extends ContactView { mailbox: string | null; escalationMailbox: string | null; language: 'en' | 'cy' | 'both'; policyDocument: AgencyPolicyDocument | null; approved: ApprovedAnswers }
/** The agency's own appropriate policy document (DPA 2018 Sch 1 Part 4), which its shares name. `reviewDate` is a calendar day. */
export interface AgencyPolicyDocument { id: string; version: string; reviewDate: string }
/** PUT agencies/{agency}/contact (agency administrator; step-up change-roster, object `STEP_UP_OBJECTS.contact(agency)`): all of it, over the version last read. `verifiedAt` is when that was. */
export interface ContactBody { version: number; phone: string | null; outOfHoursPhone: string | null; hours: OfficeHours[]; mailbox: string | null; escalationMailbox: string | null; language: 'en' | 'cy' | 'both'; policyDocument: AgencyPolicyDocument | null; approved: ApprovedAnswers }

/** PUT members/mine/name: how a member is called, sealed by their client to their own team; at most 8 KB. base64url. */
export interface MemberNameBody { sealed: string }
/** GET members/names: of the own agency. A client that opens one must find the member's pseudonym inside. */
export interface MemberNameView { member: string; sealed: string; updatedAt: string }
export const MOST_NAME_BYTES = 8_192;

/** Query `held` of the lists: what the caller has, or what nobody has. */
export const HELD_FILTERS = ['me', 'none'] as const;
export type HeldFilter = (typeof HELD_FILTERS)[number];
/** Filters of GET checks and GET requests, beside `limit` (at most 100) and `after`. */
export interface ChecksQuery { state?: CheckState; held?: HeldFilter }
export interface RequestsQuery { state?: RequestState; held?: HeldFilter }

/** By which way opened content leaves the screen. */
export const EXPORT_FORMS = ['print', 'copy', 'csv'] as const;
export type ExportForm = (typeof EXPORT_FORMS)[number];
export const MOST_EXPORTED_MESSAGES = 10_000;
/**
 * POST exports: a client says, before it does it, that it prints, copies or saves what was opened of a check. `messages` counts those whose
 * content is in it; `restricted`: something in it may not freely be told on. Said by the client and not seen by the hub, like an opening.
 */
export interface ExportBody { form: ExportForm; messages: number; restricted: boolean }
