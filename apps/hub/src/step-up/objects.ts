import { digestOf, ROUTES, STEP_UP_OBJECTS, type CollectHeadingsBody } from '@lateral/contracts';
import { REFERENCE_PATTERN } from '@lateral/domain';
import type { Actor } from '@lateral/exchange';
import { ID_PATTERN, NAME_PATTERN } from '../http/rules.js';

/** A request whose body has passed the rules of its operation. */
export interface Asked {
  actor: Actor;
  params: Readonly<Record<string, string>>;
  body: unknown;
  /** Whether it is asked for in its wider form, which is another act. */
  widened: boolean;
}

/** What the objects of an act are only known by. null: there is no such thing for whoever asks. */
export interface Lookups {
  /** The message that an attachment belongs to. */
  envelopeOf(attachment: string, actor: Actor): Promise<string | null>;
  /** Digest of the roster of this version that waits for its second custodian. */
  proposedRoster(agency: string, version: string): Promise<string | null>;
}

/** What an act is about, as a gesture names it; none where there is no such thing. */
export type ObjectsOf = (asked: Asked, lookups: Lookups) => readonly string[] | Promise<readonly string[]>;

interface Sealed { header: { context: { message: string } } }
const messageOf = ({ header }: Sealed): string => header.context.message;
const several: ObjectsOf = ({ body }) => (body as { requests: { envelope: Sealed }[] }).requests.map(({ envelope }) => messageOf(envelope));
const single: ObjectsOf = ({ body }) => [messageOf((body as { envelope: Sealed }).envelope)];
/** What cannot be of anything is of nothing, as for the act itself. */
const named = (parameter: string, pattern: RegExp): ObjectsOf => ({ params }) => [params[parameter] ?? ''].filter((value) => pattern.test(value));
const each = (objects: ObjectsOf, name: (object: string) => string): ObjectsOf => async (asked, lookups) => (await objects(asked, lookups)).map(name);
const bodyMember = (name: string): ObjectsOf => ({ body }) => [(body as Record<string, string>)[name] ?? ''];
const oneself: ObjectsOf = ({ actor }) => [actor.member];
const orNone = (found: string | null): string[] => (found === null ? [] : [found]);

/**
 * By method and path: what an operation that needs a gesture is about. Sent messages are named by their ids, opened ones too; rosters by
 * digest, invitations by id, one-time codes and new starts by who they are for, the recovery kit by the agency key in it, exports by check, own keys by their owner; how an agency can be spoken to, by the agency.
 * Two acts that are about one thing name it differently.
 * `by-the-act`: the act asks for the gesture itself, because it is not always needed.
 */
export const OBJECTS: Readonly<Record<string, ObjectsOf | 'by-the-act'>> = {
  [`post ${ROUTES.checks}`]: several,
  [`post ${ROUTES.checkRequests}`]: several,
  [`post ${ROUTES.requestVersions}`]: single,
  [`post ${ROUTES.responses}`]: single,
  [`post ${ROUTES.outcome}`]: single,
  [`post ${ROUTES.handOver}`]: named('envelope', ID_PATTERN),
  [`post ${ROUTES.headings}`]: ({ body }) => (body as CollectHeadingsBody).envelopes,
  [`post ${ROUTES.attachmentHandOver}`]: async ({ actor, params }, lookups) => orNone(await lookups.envelopeOf(params['attachment'] ?? '', actor)),
  [`get ${ROUTES.evidence}`]: (asked, lookups) => each(named('reference', REFERENCE_PATTERN), asked.widened ? STEP_UP_OBJECTS.sealedEvidence : STEP_UP_OBJECTS.evidence)(asked, lookups),
  [`post ${ROUTES.oneTimeCodes}`]: each(bodyMember('member'), STEP_UP_OBJECTS.oneTimeCode),
  [`post ${ROUTES.invitations}`]: bodyMember('id'),
  [`post ${ROUTES.startAgain}`]: each(named('member', NAME_PATTERN), STEP_UP_OBJECTS.startAgain),
  [`post ${ROUTES.rosterProposals}`]: ({ body }) => [digestOf('roster', (body as { roster: { document: unknown } }).roster.document)],
  [`post ${ROUTES.rosterCosignature}`]: async ({ actor, params }, lookups) => orNone(await lookups.proposedRoster(actor.agency, params['version'] ?? '')),
  [`put ${ROUTES.recoveryKit}`]: bodyMember('primary'),
  [`put ${ROUTES.contact}`]: ({ actor }) => [STEP_UP_OBJECTS.contact(actor.agency)],
  [`put ${ROUTES.lockedKey}`]: oneself,
  [`post ${ROUTES.passkeys}`]: 'by-the-act',
  [`post ${ROUTES.passkeyOptions}`]: 'by-the-act',
  [`delete ${ROUTES.passkey}`]: oneself,
};
