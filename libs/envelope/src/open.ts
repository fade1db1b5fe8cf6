import { canonicalJson, digestOf, type EnvelopeHeader } from '@lateral/contracts';
import { ageOf } from './age-of.js';
import { areAttachmentKeys, faultOfBody, faultOfNarrative, type AttachmentKey, type MessageBody, type Narrative } from './content.js';
import { bytesOf, teamsOf } from './inspect/inspect-envelope.js';
import { CLOCK_TOLERANCE_MS, isNear } from './inspect/verify-header.js';
import { NOTATIONS, decryptWith } from './openpgp.js';
import { CONTENT_BUCKETS, NARRATIVE_BUCKETS, isBucket } from './padding.js';
import { verifyOutside, type Expected, type OpenCode, type OpenInput, type OpenRefused, type Outside, type Verified } from './verify-outside.js';

/** `onHubsWord`: it has outlived its time, and nothing but the hub's word says that the reader's agency had it before. */
export type Opened = (Verified & { body: MessageBody; attachments: AttachmentKey[]; onHubsWord: boolean }) | OpenRefused;

/**
 * Opens a message: eight steps, in this order, each of which refuses, and nothing is shown before the last. The step of a
 * refusal is what the client reports to the hub, so that tampering leaves a trace.
 */
export async function openMessage(input: OpenInput): Promise<Opened> {
  const outside = await verifyOutside(input);
  return outside.ok ? contentOf(outside, await decryptPart('content', input, outside), input) : outside;
}

export type WholeOpened = (Extract<Opened, { ok: true }> & { narrative: Narrative }) | OpenRefused;

/**
 * Opens a message and its narrative, for whoever reads both: what stands outside is verified once, and one that is refused takes the other
 * with it. `expected.message` is the id that was asked for: else a hub could hand over the first version of an answer in the place of its
 * correction, which is from the same people to the same request.
 */
export async function openWhole(input: OpenInput & { expected: { message: string } }): Promise<WholeOpened> {
  const outside = await verifyOutside(input);
  if (!outside.ok) return outside;
  const [content, reasons] = await Promise.all([decryptPart('content', input, outside), decryptPart('narrative', input, outside)]);
  const opened = contentOf(outside, content, input);
  if (!opened.ok) return opened;
  const narrated = narrativeOf(outside, reasons, input);
  return narrated.ok ? { ...opened, narrative: narrated.narrative } : narrated;
}

export type NarrativeOpened = (Verified & { narrative: Narrative }) | OpenRefused;
type NarrativeInput = Omit<OpenInput, 'isSeen' | 'expected'> & { expected: Pick<Expected, 'agency' | 'partnership' | 'check'> & { message: string } };

/**
 * Opens the narrative alone, for a data protection officer (with the officer's own key) or a team. Same steps; but an officer audits what has
 * been sent and has nothing open, so only the ids that the officer asked for are compared, and neither age nor repetition refuses.
 */
export async function openNarrative(input: NarrativeInput): Promise<NarrativeOpened> {
  const outside = await verifyOutside({ ...input, expected: { from: input.senderRoster.document.agency } });
  return outside.ok ? narrativeOf(outside, await decryptPart('narrative', input, outside), input) : outside;
}

/** Step 7, second half, and step 8: the content has its shape, and is what is waited for. */
function contentOf(outside: Outside, opened: Decrypted, input: OpenInput): Opened {
  if (!opened.ok) return opened;
  const inner = opened.inner;
  const isWhole = hasMembers(inner, ['v', 'part', 'ctx', 'body', 'attachments', 'pad']) && faultOfBody(outside.context.type, inner['body']) === null
    && areAttachmentKeys(inner['attachments']) && isAttachmentOf(outside.header, inner['attachments']);
  if (!isWhole) return { ok: false, step: 7, code: 'content-mismatch' };
  const age = ageOf(outside, input);
  const refused = refusalOfExpectations(outside, opened.created, age, input);
  if (refused !== null) return refused;
  const { context, signer, witness } = outside;
  return { ok: true, context, signer, witness, onHubsWord: age === 'on-hubs-word', body: inner['body'] as MessageBody, attachments: inner['attachments'] as AttachmentKey[] };
}

function narrativeOf(outside: Outside, opened: Decrypted, { expected, now }: Pick<NarrativeInput, 'expected' | 'now'>): NarrativeOpened {
  if (!opened.ok) return opened;
  if (!hasMembers(opened.inner, ['v', 'part', 'ctx', 'narrative', 'pad']) || faultOfNarrative(opened.inner['narrative']) !== null) return { ok: false, step: 7, code: 'content-mismatch' };
  const { context, signer, witness } = outside;
  if (![...teamsOf(context), ...context.officers].some(({ agency }) => agency === expected.agency)) return { ok: false, step: 8, code: 'not-addressed' };
  if (context.message !== expected.message || context.check !== expected.check || context.partnership !== expected.partnership) return { ok: false, step: 8, code: 'not-expected' };
  if (!areTimesSound(outside, opened.created, now)) return { ok: false, step: 8, code: 'time-mismatch' };
  return { ok: true, context, signer, witness, narrative: opened.inner['narrative'] as Narrative };
}

type Decrypted = { ok: true; inner: Record<string, unknown>; created: Date } | OpenRefused;

/** Steps 6 and 7: decrypts, and takes the plaintext only if it is by the same person, in the same context, as the header says. */
async function decryptPart(part: 'content' | 'narrative', { envelope, keys, now }: Pick<OpenInput, 'envelope' | 'keys' | 'now'>, { context, signer }: Outside): Promise<Decrypted> {
  const notation = { name: NOTATIONS.context, value: digestOf('context', context) };
  const opened = await decryptWith(bytesOf(envelope[part]) ?? new Uint8Array(), keys, [signer.key], notation, new Date(now.getTime() + CLOCK_TOLERANCE_MS));
  if (!opened.ok) return opened.code === 'wrong-notation' ? { ok: false, step: 7, code: 'content-mismatch' } : { ok: false, step: 6, code: opened.code === 'no-key' ? 'no-key' : 'not-authentic' };
  const inner = parseInner(opened.plaintext);
  const agrees = inner !== null && inner['v'] === 1 && inner['part'] === part && canonicalJson(inner['ctx']) === canonicalJson(context)
    && opened.signer === context.from.signer && isBucket(opened.plaintext.length, part === 'content' ? CONTENT_BUCKETS : NARRATIVE_BUCKETS);
  return agrees ? { ok: true, inner, created: opened.created } : { ok: false, step: 7, code: 'content-mismatch' };
}

function parseInner(plaintext: Uint8Array): Record<string, unknown> | null {
  try {
    const written = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(plaintext);
    const value: unknown = JSON.parse(written);
    // Canonical or nothing: two members of one name would be read differently by two readers.
    return typeof value === 'object' && value !== null && !Array.isArray(value) && canonicalJson(value) === written ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function hasMembers(value: Record<string, unknown>, names: readonly string[]): boolean {
  return Object.keys(value).length === names.length && names.every((name) => Object.hasOwn(value, name)) && /^0*$/.test(String(value['pad']));
}

function isAttachmentOf(header: EnvelopeHeader, [key]: AttachmentKey[]): boolean {
  const { attachment } = header;
  if (attachment === null || key === undefined) return attachment === null && key === undefined;
  return attachment.id === key.id && attachment.digest === key.digest && attachment.length === key.length;
}

/** Step 8: it is for us, it is what we wait for, it is of its time or read again, and it was not taken for another one before. */
function refusalOfExpectations(outside: Outside, innerCreated: Date, age: ReturnType<typeof ageOf>, { expected, now, isSeen }: OpenInput): OpenRefused | null {
  const { context } = outside;
  const refuse = (code: OpenCode): OpenRefused => ({ ok: false, step: 8, code });
  if (!teamsOf(context).some(({ agency }) => agency === expected.agency)) return refuse('not-addressed');
  const isExpected = context.partnership === expected.partnership && context.type === expected.type && context.check === expected.check
    && context.request === expected.request && context.inReplyTo === expected.inReplyTo;
  if (!isExpected) return refuse('not-expected');
  if (!areTimesSound(outside, innerCreated, now)) return refuse('time-mismatch');
  if (age === 'expired') return refuse('expired');
  return isSeen(context.message) ? refuse('replayed') : null;
}

/** Both signatures were made when the context says it was created, and that is not in the reader's future. */
function areTimesSound({ context, signed }: Outside, innerCreated: Date, now: Date): boolean {
  const created = new Date(context.created);
  return isNear(signed, created) && isNear(innerCreated, created) && created.getTime() <= now.getTime() + CLOCK_TOLERANCE_MS;
}
