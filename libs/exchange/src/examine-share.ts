import { digestOf, type Direction, type EnvelopeContext, type MessageType, type SealedEnvelope, type ShareJudgement } from '@lateral/contracts';
import { isIdWithinClock, isWithinClock, type Urgency } from '@lateral/domain';
import { missingAttachment } from './attachments/missing-attachment.js';
import { refuse, type Refusal } from './result.js';
import type { Actor, AttachmentStore, DirectoryView, EnvelopeInspector, EnvelopeRow } from './ports/index.js';

/** What a message must be, by the act that brings it. */
export interface ExpectedShare {
  type: MessageType;
  direction: Direction;
  check: string;
  request: string | null;
  /** The agency it must be addressed to; null for a decision or a record, which are addressed to nobody else. */
  to: string | null;
  inReplyTo: string | null;
  corrects: string | null;
  urgency: Urgency;
}

export interface ShareExaminer {
  view: DirectoryView;
  inspector: EnvelopeInspector;
  attachments: Pick<AttachmentStore, 'facts'>;
  now: Date;
}

/**
 * No share without its reasons: everything the hub can check of a message before it exists. The signed context must say what
 * the act says, the signer must be the person signed in, the readers must be those the directory knows, the coded
 * justification must be the one that was signed, and the attachment that it names must be here. `at` is the JSON pointer of the envelope in the request body.
 */
export async function examineShare(envelope: SealedEnvelope, expected: ExpectedShare, actor: Actor, examiner: ShareExaminer, at: string): Promise<Refusal | null> {
  const context = envelope.header.context;
  const wrong = wrongContextField(context, expected, actor, examiner) ?? wrongReaders(context, expected, examiner) ?? (await wrongOfficers(context, expected, examiner));
  if (wrong !== null) return refuse(wrong.code, { fields: [{ field: `${at}/header/context/${wrong.field}`, reason: wrong.reason }] });

  const reason = wrongJustificationField(envelope, expected, actor);
  if (reason !== null) return refuse('justification-mismatch', { fields: [{ field: `${at}/justification/${reason}`, reason: 'differs-from-message' }] });

  const signer = examiner.view.signer(actor.agency, context.from.signer, new Date(context.created));
  // Signing in opens the door; only a person's own key speaks for them. A colleague's signature is not the actor's.
  if (signer === null || signer.member !== actor.member) return refuse('signer-unknown', { fields: [{ field: `${at}/header/context/from/signer`, reason: 'not-this-member' }] });

  const inspection = await examiner.inspector.inspect(envelope, signer.key);
  if (!inspection.ok) return refuse(inspection.code, { fields: [{ field: at, reason: inspection.code }] });
  return missingAttachment(examiner.attachments, actor, envelope, at);
}

interface WrongField { code: 'header-mismatch' | 'readers-mismatch' | 'id-outside-clock' | 'unknown-agency'; field: string; reason: string }

function wrongContextField(context: EnvelopeContext, expected: ExpectedShare, actor: Actor, { view, now }: ShareExaminer): WrongField | null {
  const wrong = (field: string, reason = 'differs-from-act'): WrongField => ({ code: 'header-mismatch', field, reason });
  if (!isIdWithinClock(context.message, now)) return { code: 'id-outside-clock', field: 'message', reason: 'outside-clock' };
  if (context.partnership !== view.partnership) return wrong('partnership');
  if (context.type !== expected.type) return wrong('type');
  if (context.check !== expected.check) return wrong('check');
  if (context.request !== expected.request) return wrong('request');
  if (context.from.agency !== actor.agency) return wrong('from/agency');
  if (context.inReplyTo !== expected.inReplyTo) return wrong('inReplyTo', 'another-version');
  if (context.corrects !== expected.corrects) return wrong('corrects', 'another-version');
  // The signer is looked up at this time: someone who could choose it could sign with a key that has since been replaced.
  if (!isWithinClock(Date.parse(context.created), now)) return wrong('created', 'outside-clock');
  const expires = Date.parse(context.expires);
  if (!(expires > now.getTime())) return wrong('expires', 'past');
  return null;
}

function wrongReaders(context: EnvelopeContext, expected: ExpectedShare, { view }: ShareExaminer): WrongField | null {
  const wrong = (field: string, reason: string): WrongField => ({ code: 'readers-mismatch', field, reason });
  const to = expected.to === null ? [] : [expected.to];
  if (context.to.length !== to.length || context.to.some((reader, i) => reader.agency !== to[i])) return wrong('to', 'not-the-agency-of-the-act');
  if (context.self.agency !== context.from.agency) return wrong('self', 'not-the-sender');
  // Readers are those of the act, and whoever the addressed agency itself has signed for at that hour: nobody lets another read along.
  const standIns = to.flatMap((agency) => view.delegates(agency, new Date(context.created)));
  if (context.delegates?.some(({ agency }) => !standIns.includes(agency)) === true) return wrong('delegates', 'not-in-force');
  for (const [field, reader] of [...context.to.map((each) => ['to', each] as const), ...(context.delegates ?? []).map((each) => ['delegates', each] as const), ['self', context.self] as const]) {
    const agency = view.agency(reader.agency);
    if (agency === null) return { code: 'unknown-agency', field, reason: 'not-in-partnership' };
    // A key that the directory does not list may be anyone's: the same rule the sender's client keeps.
    if (agency.team !== reader.team || !agency.epochs.includes(reader.epoch)) return wrong(field, 'unknown-key');
  }
  return null;
}

/** As of when it was made, like the sender's client: a key may run out on the way, and one that had run out by then reads nothing. */
async function wrongOfficers(context: EnvelopeContext, { to }: ExpectedShare, { view }: ShareExaminer): Promise<WrongField | null> {
  const wrong = (reason: string): WrongField => ({ code: 'readers-mismatch', field: 'officers', reason });
  const agencies = [context.from.agency, ...(to === null ? [] : [to])];
  for (const agency of agencies) {
    const known = await view.officers(agency, new Date(context.created));
    const named = context.officers.filter((officer) => officer.agency === agency);
    if (named.some((officer) => !known.some((k) => k.officer === officer.officer && k.epoch === officer.epoch))) return wrong('unknown-key');
    // An officer who was left out could never audit the reasons; a sender who may choose among them would choose.
    if (known.some(({ officer }) => !named.some((each) => each.officer === officer))) return wrong('officer-missing');
  }
  return context.officers.some((officer) => !agencies.includes(officer.agency)) ? wrong('another-agency') : null;
}

/** Name of the first field of the coded record that does not belong to this message, or null. */
function wrongJustificationField({ header, justification }: SealedEnvelope, expected: ExpectedShare, actor: Actor): string | null {
  if (justification.direction !== expected.direction) return 'direction';
  if (justification.check !== expected.check) return 'check';
  if (justification.request !== expected.request) return 'request';
  if (justification.message !== header.context.message) return 'message';
  if (justification.agency !== actor.agency) return 'agency';
  if (justification.urgency !== expected.urgency) return 'urgency';
  if ((justification.response !== null) !== (expected.direction === 'sharing')) return 'response';
  return null;
}

/** The row of an examined envelope, with what the rules made of it; a decision is not judged. Who has the header's digest already gives it. */
export function envelopeRow(sealed: SealedEnvelope, createdAt: Date, judgement: ShareJudgement | null, headerDigest = digestOf('header', sealed.header)): EnvelopeRow {
  const { context } = sealed.header;
  return {
    id: context.message,
    type: context.type,
    check: context.check,
    request: context.request,
    from: context.from.agency,
    to: context.to[0]?.agency ?? null,
    corrects: context.corrects,
    attachment: sealed.header.attachment?.id ?? null,
    createdAt,
    contentDigest: sealed.header.content.digest,
    headerDigest,
    judgement,
    sealed,
  };
}

/** The heading that came with a question, which has none to examine: whoever reads it is of the team whose client sealed it. */
export function headed(heading: string | undefined): Pick<EnvelopeRow, 'heading'> {
  return heading === undefined ? {} : { heading };
}

/** Header and justification digests as audit records name them. */
export function digestsOf(sealed: SealedEnvelope): { header: string; justification: string } {
  return { header: digestOf('header', sealed.header), justification: sealed.header.context.justification };
}
