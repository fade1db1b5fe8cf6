import { canonicalJson, ciphertextDigest, concatBytes, digestOf, digestOfBytes, fromBase64Url, toBase64Url, utf8, type NoticeView, type SealedEnvelope } from '@lateral/contracts';
import type { AssertionVerifier, Clock, EnvelopeInspector, InspectionResult, MailResult, NoticeMailer, NoticePublisher, TokenHash } from '@lateral/exchange';

/** A clock that stands until it is moved. */
export class StandingClock implements Clock {
  constructor(private time: Date) {}

  async now(): Promise<Date> {
    return new Date(this.time);
  }

  /** The same, at once: for writing a test's own times. */
  get at(): Date {
    return new Date(this.time);
  }

  pass(ms: number): void {
    this.time = new Date(this.time.getTime() + ms);
  }
}

/** Stands for the outer signature: whoever holds the signer's key can make it, and it covers the header. Proves nothing to anybody. */
export function standInSignature(header: SealedEnvelope['header'], signerKey: Uint8Array): string {
  return digestOfBytes('header', concatBytes(signerKey, utf8(canonicalJson(header))));
}

/** Finds the same faults as the inspector of the product finds, with signatures that are stand-ins. */
export class StandInInspector implements EnvelopeInspector {
  async inspect({ header, signature, content, narrative, justification }: SealedEnvelope, signerKey: Uint8Array): Promise<InspectionResult> {
    if (signature !== standInSignature(header, signerKey)) return { ok: false, code: 'signature-invalid' };
    const whole = [[content, header.content], [narrative, header.narrative]] as const;
    if (whole.some(([text, part]) => ciphertextDigest(fromBase64Url(text)) !== part.digest || fromBase64Url(text).length !== part.length)) return { ok: false, code: 'ciphertext-mismatch' };
    return digestOf('justification', justification) === header.context.justification ? { ok: true } : { ok: false, code: 'justification-mismatch' };
  }
}

export class CollectedMail implements NoticeMailer {
  readonly sent: { mailbox: string; language: string; notice: NoticeView }[] = [];
  /** What the next attempts come to; when there are none left, a mail goes out. */
  readonly results: MailResult[] = [];

  async send({ mailbox, language }: Parameters<NoticeMailer['send']>[0], notice: NoticeView): Promise<MailResult> {
    const result = this.results.shift() ?? { ok: true };
    if (result.ok) this.sent.push({ mailbox, language, notice });
    return result;
  }
}

export class CollectedJobs implements NoticePublisher {
  readonly jobs: { event: string; agency: string }[] = [];
  unreachable = false;

  async publish(jobs: readonly { event: string; agency: string }[]): Promise<void> {
    if (this.unreachable) throw new Error('the queue cannot be reached');
    this.jobs.push(...jobs);
  }
}

/** Hashes as the product does in manner, not in fact. */
export class StandInTokenHash implements TokenHash {
  hash(token: string): Uint8Array {
    return fromBase64Url(ciphertextDigest(utf8(token)));
  }
}

interface Assertion { agency: string; member: string; id: string; audience: string; key: string; issued: number; expires: number }

/** Assertions in clear, "signed" by naming the key: the verifier asks of them what the port promises. */
export class StandInAssertions implements AssertionVerifier {
  claimant(assertion: string): { agency: string; member: string } | null {
    const read = readAssertion(assertion);
    return read === null ? null : { agency: read.agency, member: read.member };
  }

  async verify(assertion: string, publicKey: Uint8Array, audience: string, at: Date): Promise<{ id: string; expiresAt: Date } | null> {
    const read = readAssertion(assertion);
    if (read === null || read.key !== toBase64Url(publicKey) || read.audience !== audience) return null;
    return at.getTime() < read.issued || at.getTime() >= read.expires ? null : { id: read.id, expiresAt: new Date(read.expires) };
  }
}

export function standInAssertion(assertion: Assertion): string {
  return toBase64Url(utf8(canonicalJson(assertion)));
}

function readAssertion(text: string): Assertion | null {
  try {
    return JSON.parse(new TextDecoder().decode(fromBase64Url(text))) as Assertion;
  } catch {
    return null;
  }
}
