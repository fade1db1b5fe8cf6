import { canonicalJson, ciphertextDigest, digestOf, EVENTS, fromBase64Url, SUITE, toBase64Url, type EventName, type MessageType, type PartnershipRegistration, type SealedEnvelope, type ShareJudgement, type ResponseCodes } from '@lateral/contracts';
import { referenceOf, uuid7 } from '@lateral/domain';
import type { Act, AskFurtherWrite, AuditRow, EnvelopeRow, HandOverWrite, KeepRecordWrite, NewRequest, OpenCheckWrite, OutboxRow, OverrideRow, RequestWrite } from '@lateral/exchange';

/** Bytes that look random and come out the same in every run (a linear congruential generator; nothing secret is made of them). */
export class SampleBytes {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => {
      this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
      return this.state >>> 24;
    });
  }
}

/** What a sample answer says in codes. */
const CODES: ResponseCodes = {
  type: 'FULL', decision: 'share_all', refusalGround: null, systems: ['own_records'], searched: ['p1'], given: ['other.contacts'], withheld: { withheld: false, categories: [] }, until: null, redirectTo: null,
  items: [{ item: 'i1', about: 'p1', nature: 'fact', relevance: true, handling: null, thirdParty: null }, { item: 'i2', about: 'p1', nature: 'fact', relevance: true, handling: null, thirdParty: null }],
};

/** What the hub might make of a share; a store keeps it as it is. */
export const JUDGED: ShareJudgement = {
  v: 1, verdict: 'warn', rules: ['T9'], officerChecks: [], fieldErrors: [], otherFindings: ['agreement-near-expiry'], catalogue: '1', on: '2026-03-09',
  cover: { agreement: 'ISA-1', version: 2, clause: '3.1' }, overridden: [], acknowledged: ['T9'],
};

const reader = (agency: string) => ({ agency, team: 'A'.repeat(40), epoch: 'B'.repeat(40) });

/** What a store is given, with envelopes of meaningless bytes: a store does not open them. */
export class SampleWrites {
  private readonly random: SampleBytes;
  private millisecond = 0;

  constructor(seed: number, private readonly start: Date, private readonly contentBytes = 512) {
    this.random = new SampleBytes(seed);
  }

  /** The next moment, a millisecond on. */
  at(): Date {
    this.millisecond += 1;
    return new Date(this.start.getTime() + this.millisecond);
  }

  id(at = this.at()): string {
    return uuid7(at, this.random.bytes(10));
  }

  record(event: EventName, about: Partial<Pick<AuditRow, 'check' | 'request' | 'message' | 'parties'>>, at = this.at()): AuditRow {
    const id = this.id(at);
    const { check = null, request = null, message = null, parties = [] } = about;
    return { id, event, entry: EVENTS[event].entry, at, record: canonicalJson({ v: 1, id, event, at: at.toISOString(), check, request, message }), salt: this.random.bytes(32), check, request, message, parties };
  }

  envelope(context: { type: MessageType; check: string; request: string | null; from: string; to: string | null; corrects?: string | null; attachment?: string | null }): EnvelopeRow {
    const createdAt = this.at();
    const message = this.id(createdAt);
    const bytes = (length: number): string => toBase64Url(this.random.bytes(length));
    const [content, narrative] = [bytes(this.contentBytes), bytes(128)];
    const justification = {
      v: 1, type: 'justification', direction: 'asking', check: context.check, request: context.request, message, agency: context.from, purpose: 's47_enquiry', urgency: 'red', threshold: 's47',
      subjectKind: 'child', strategyDiscussionAt: null, subjects: [{ subject: 'p1', role: 'child' }], categories: ['health'], window: null, specialCategory: true, criminalOffence: false,
      stack: { defaultStack: null, regime: 'uk_gdpr', art6: ['e'], art9: ['g'], sch1: ['18'], art10: [], p3: [], s36Authority: null, gateway: ['ca2004_s10'], confidentiality: [], hra: [], s118Reason: null, policyDocument: null, wouldShareAnyway: null, catalogueVersion: '1' },
      lessIntrusive: null, consent: null, thirdParties: [], response: context.type === 'response' ? CODES : null, words: [], acknowledgements: [], override: null, salt: bytes(16),
    } satisfies SealedEnvelope['justification'];
    const part = (encoded: string) => ({ digest: ciphertextDigest(fromBase64Url(encoded)), length: fromBase64Url(encoded).length });
    const corrects = context.corrects ?? null;
    const header = {
      v: 1,
      context: {
        v: 1, suite: SUITE, type: context.type, partnership: 'sample', check: context.check, request: context.request, message, from: { agency: context.from, signer: 'C'.repeat(40) },
        to: context.to === null ? [] : [reader(context.to)], self: reader(context.from), officers: [], inReplyTo: null, corrects,
        justification: digestOf('justification', justification), created: createdAt.toISOString(), expires: new Date(createdAt.getTime() + 86_400_000).toISOString(),
      },
      content: part(content), narrative: part(narrative), attachment: null,
    } satisfies SealedEnvelope['header'];
    return {
      id: message, type: context.type, check: context.check, request: context.request, from: context.from, to: context.to, corrects, attachment: context.attachment ?? null, createdAt,
      contentDigest: header.content.digest, headerDigest: digestOf('header', header),
      judgement: context.type === 'decision' ? null : JUDGED, sealed: { header, signature: bytes(96), content, narrative, justification },
    };
  }

  act(agency: string, records: readonly AuditRow[], key = `key-${this.id()}`): Act {
    return { actor: { agency, member: 'm1', roles: ['practitioner'] }, attempt: { key, digest: toBase64Url(this.random.bytes(32)) }, at: this.at(), records, outbox: [] };
  }

  /** A check of `asking` to each of `asked`, with its records and what must be told. */
  openCheck(asking: string, asked: readonly string[], attachments: readonly (string | null)[] = []): OpenCheckWrite {
    const at = this.at();
    const check = this.id(at);
    const { requests, records, outbox } = this.requests({ check, asking, at }, asked, attachments);
    const opened = this.record('check.opened.v1', { check, parties: [asking] }, at);
    const receivedAt = new Date(at.getTime() - 5_400_000);
    return { ...this.act(asking, [opened, ...records]), at, outbox, check: { id: check, reference: referenceOf(check), asking, urgency: 'red', receivedAt }, requests, overrides: [] };
  }

  /** Further requests of a check that is as it was opened. */
  askFurther({ check: { id, reference, asking } }: OpenCheckWrite, asked: readonly string[], attachments: readonly (string | null)[] = []): AskFurtherWrite {
    const at = this.at();
    const { requests, records, outbox } = this.requests({ check: id, asking, at }, asked, attachments);
    return { ...this.act(asking, records), at, outbox, check: { id, reference, asking }, from: { version: 1, state: 'open' }, requests, overrides: [] };
  }

  private requests({ check, asking, at }: { check: string; asking: string; at: Date }, asked: readonly string[], attachments: readonly (string | null)[]): { requests: NewRequest[]; records: AuditRow[]; outbox: OutboxRow[] } {
    const requests = asked.map((agency, i): NewRequest => {
      const id = this.id();
      const envelope = this.envelope({ type: 'request', check, request: id, from: asking, to: agency, attachment: attachments[i] ?? null });
      return { id, asked: agency, urgency: 'red', dueAt: new Date(at.getTime() + 3_600_000), dueRule: 'red-1h', envelope: i === 0 ? { ...envelope, heading: 'c2VhbGVkLWhlYWRpbmc' } : envelope };
    });
    return {
      requests,
      records: requests.map((request) => this.record('request.posted.v1', { check, request: request.id, message: request.envelope.id, parties: [asking, request.asked] }, at)),
      outbox: requests.map((request) => ({ id: this.id(at), event: 'request.posted.v1', agency: request.asked, check, request: request.id, at })),
    };
  }

  /** The same write, the nth request of which leaves under an emergency override. */
  overriding<Write extends OpenCheckWrite | AskFurtherWrite>(write: Write, n = 0): Write {
    const { id, envelope } = write.requests[n]!;
    return { ...write, overrides: [...write.overrides, this.override(write, { message: envelope.id, check: write.check.id, request: id })] };
  }

  /** The same write, the nth request of which names an agency that reads for the one it is put to, and has it told as well. */
  delegating<Write extends OpenCheckWrite | AskFurtherWrite>(write: Write, delegate: string, n = 0): Write {
    const { id: request, envelope } = write.requests[n]!;
    const { sealed } = envelope;
    const header = { ...sealed.header, context: { ...sealed.header.context, delegates: [reader(delegate)] } };
    const named = { ...envelope, headerDigest: digestOf('header', header), sealed: { ...sealed, header } };
    return {
      ...write, requests: write.requests.map((each, i) => (i === n ? { ...each, envelope: named } : each)),
      outbox: [...write.outbox, { id: this.id(write.at), event: 'request.posted.v1', agency: delegate, check: write.check.id, request, at: write.at }],
    };
  }

  override({ actor, at }: Act, about: Pick<OverrideRow, 'message' | 'check' | 'request'>): OverrideRow {
    return { ...about, agency: actor.agency, member: actor.member, reason: 'life_at_risk', findings: ['T5', 'necessity_why'], usedAt: at, reviewDue: new Date(at.getTime() + 86_400_000) };
  }

  /** A message that is kept: of its own, or as the review by `member` of an override of the agency's. */
  keepRecord(agency: string, { check, request }: { check: string; request: string | null }, review: KeepRecordWrite['review'] = null, member = 'm2'): KeepRecordWrite {
    const envelope = this.envelope({ type: 'record', check, request, from: agency, to: null });
    const record = this.record(review === null ? 'record-only.kept.v1' : 'override.reviewed.v1', { check, request, message: envelope.id, parties: [agency] });
    const act = this.act(agency, [record]);
    return { ...act, actor: { ...act.actor, member }, envelope, review };
  }

  /** The asked agency collects the request in force for the first time. */
  acknowledge(opened: OpenCheckWrite, n = 0): HandOverWrite {
    const { id, asked, envelope } = opened.requests[n]!;
    const check = opened.check.id;
    const record = this.record('envelope.handed-over.v1', { check, request: id, message: envelope.id, parties: [opened.check.asking, asked] });
    return { ...this.act(asked, [record]), envelope: envelope.id, change: { request: id, check, from: { version: 1, state: 'open' }, to: 'acknowledged', checkChange: null }, seen: null, firstCollection: true };
  }

  /** A full answer from the version that an acknowledged request has. */
  answer(opened: OpenCheckWrite, n = 0, attachment: string | null = null): RequestWrite {
    const { id, asked } = opened.requests[n]!;
    const { id: check, asking } = opened.check;
    const envelope = this.envelope({ type: 'response', check, request: id, from: asked, to: asking, attachment });
    const record = this.record('response.submitted.v1', { check, request: id, message: envelope.id, parties: [asked, asking] });
    const act = this.act(asked, [record]);
    return {
      ...act, outbox: [{ id: this.id(act.at), event: 'response.submitted.v1', agency: asking, check, request: id, at: act.at }],
      change: { request: id, check, from: { version: 2, state: 'acknowledged' }, to: 'answered', checkChange: null }, envelope, override: null,
    };
  }

  /** A partnership of agencies with nothing in it that could be checked. */
  registration(agencies: readonly string[], version = 1): PartnershipRegistration {
    const common = { partnership: 'sample', version, issued: this.start.toISOString(), expires: '2030-01-01T00:00:00.000Z', root: 'D'.repeat(40), rootKey: 'AA', log: 'log', keyLog: 'keys', mode: 'test' } as const;
    const parts = agencies.map((id) => ({ id, type: 'POLICE', nation: 'E', name: { en: id, cy: id }, primary: 'A'.repeat(40), key: 'AA', publicAuthority: true, competentAuthority: true, commissionedProvider: false, witnesses: [], rosterFrom: null }) as const).map((agency) => ({ ...agency, witnesses: [] as string[] }));
    return {
      partnership: { document: { v: 1, type: 'partnership', ...common, previous: null, nextRoot: null, agencies: parts }, signatures: ['AA'] },
      statements: parts.map((agency) => ({ document: { v: 1, type: 'agency', ...common, agency }, signatures: ['AA'] })),
      rosters: agencies.map((agency) => ({ document: { v: 1, type: 'roster', agency, version, issued: common.issued, previous: null, members: [], teamKey: null, delegates: [] }, signatures: ['AA'] })),
      copies: agencies.map((agency) => ({ agency, member: 'm1', epoch: 'E'.repeat(40), wrapped: 'AAEC' })),
      custody: agencies.map((agency) => ({ agency, member: 'm1', primary: 'A'.repeat(40), wrapped: 'AAEC' })),
      people: [],
      mailboxes: agencies.map((agency) => ({ agency, mailbox: `duty@${agency}.example`, language: 'en' })),
    };
  }
}
