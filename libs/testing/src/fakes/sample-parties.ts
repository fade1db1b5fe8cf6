import { digestOf, ciphertextDigest, SUITE, toBase64Url, fromBase64Url, utf8, type EnvelopeContext, type MessageType, type PartnershipRegistration, type ResponseCodes, type JustificationRecord, type RosterMember, type SealedEnvelope } from '@lateral/contracts';
import { uuid7, type ResponseType, type Urgency } from '@lateral/domain';
import { ANSWER_FORMS, SEALED_FIELDS, type Direction, type LawfulStack, type SealedField, type SealedWords } from '@lateral/domain/justification';
import type { Actor, Directory, DirectoryView, KnownAgency, Randomness } from '@lateral/exchange';
import { standInSignature, type StandingClock } from './fake-parts.js';

export const PARTNERSHIP = 'north';
const FOREVER = { from: '2020-01-01T00:00:00.000Z', until: null };
const hex = (text: string): string => Array.from(fromBase64Url(ciphertextDigest(utf8(text))), (byte) => byte.toString(16).padStart(2, '0')).join('').slice(0, 40).toUpperCase();

export const teamOf = (agency: string): string => hex(`${agency} team`);
export const epochOf = (agency: string): string => hex(`${agency} epoch`);
export const signerOf = (agency: string, member: string): string => hex(`${agency} ${member} signer`);
export const keyBytesOf = (agency: string, member: string): Uint8Array => utf8(`${agency} ${member} key`);
export const officerOf = (agency: string): { agency: string; officer: string; epoch: string } => ({ agency, officer: hex(`${agency} officer`), epoch: hex(`${agency} officer epoch`) });
export const reader = (agency: string): { agency: string; team: string; epoch: string } => ({ agency, team: teamOf(agency), epoch: epochOf(agency) });

/** Every sample agency is one of these. */
const KIND = { type: 'POLICE', nation: 'E', publicAuthority: true, competentAuthority: true, commissionedProvider: false } as const;

/** Agencies that each have two members who may sign, `m1` and `m2`, a signatory of agreements, `s1`, and one officer. Times of membership can be set. */
export class SampleDirectory implements Directory {
  readonly members = new Map<string, RosterMember>();

  /** Who reads for an agency at any hour. */
  readonly standIns = new Map<string, readonly string[]>();

  /** Officers of an agency, where it has others than its one, and when their keys run out. */
  readonly officers = new Map<string, readonly { officer: string; epoch: string; until: string | null }[]>();

  /** Agencies that the file in force names no more. */
  readonly gone = new Set<string>();

  constructor(readonly agencies: readonly string[]) {
    for (const agency of agencies) for (const member of ['m1', 'm2', 's1']) this.members.set(`${agency} ${member}`, {
      member, roles: [member === 's1' ? 'signatory' : 'practitioner'], key: toBase64Url(keyBytesOf(agency, member)), fingerprint: signerOf(agency, member), ...FOREVER, signIn: toBase64Url(keyBytesOf(agency, member)),
    });
  }

  async readAnew(): Promise<void> {}

  async view(): Promise<DirectoryView> {
    const known = (id: string): KnownAgency | null => (this.agencies.includes(id) && !this.gone.has(id) ? { id, ...KIND, team: teamOf(id), epochs: [epochOf(id)] } : null);
    return {
      partnership: PARTNERSHIP,
      agency: known,
      member: (agency, member) => this.members.get(`${agency} ${member}`) ?? null,
      signer: (agency, fingerprint, at) => {
        const found = [...this.members].find(([name, member]) => name.startsWith(`${agency} `) && member.fingerprint === fingerprint && Date.parse(member.from) <= at.getTime() && (member.until === null || at.getTime() < Date.parse(member.until)))?.[1];
        return found === undefined ? null : { member: found.member, fingerprint, key: fromBase64Url(found.key) };
      },
      delegates: (agency) => this.standIns.get(agency) ?? [],
      officers: async (agency, at) => (this.officers.get(agency) ?? (known(agency) === null ? [] : [{ ...officerOf(agency), until: null }]))
        .flatMap(({ officer, epoch, until }) => (until === null || at.getTime() < Date.parse(until) ? [{ officer, epoch }] : [])),
    };
  }
}

export const memberOf = (agency: string, member = 'm1'): Actor => ({ agency, member, roles: ['practitioner'] });

/** What a message is about; what is left out is as it ought to be. */
export interface Draft {
  type: MessageType;
  from: Actor;
  to: string | null;
  check: string;
  request: string | null;
  inReplyTo?: string | null;
  corrects?: string | null;
  urgency?: Urgency;
  response?: ResponseType;
  attachment?: SealedEnvelope['header']['attachment'];
  /** Which way the share goes, where its type does not say it: a record that completes an override goes the way that went. */
  direction?: Direction;
  /** What the coded record says otherwise than an accepted one. */
  record?: Partial<JustificationRecord>;
}

const DIRECTION = { request: 'asking', response: 'sharing', outcome: 'telling', decision: 'deciding', record: 'record_only' } as const;
const DAY_MS = 86_400_000;

/** Messages whose every digest and stand-in signature is right, over bytes that mean nothing. */
export class SampleMessages {
  constructor(private readonly clock: StandingClock, private readonly randomness: Randomness) {}

  id(): string {
    return uuid7(this.clock.at, this.randomness.bytes(10));
  }

  message(draft: Draft): SealedEnvelope {
    const [content, narrative] = [toBase64Url(this.randomness.bytes(96)), toBase64Url(this.randomness.bytes(48))];
    const message = this.id();
    const justification = this.justification(draft, message);
    const context: EnvelopeContext = {
      v: 1, suite: SUITE, type: draft.type, partnership: PARTNERSHIP, check: draft.check, request: draft.request, message,
      from: { agency: draft.from.agency, signer: signerOf(draft.from.agency, draft.from.member) }, to: draft.to === null ? [] : [reader(draft.to)], self: reader(draft.from.agency),
      officers: [draft.from.agency, ...(draft.to === null ? [] : [draft.to])].map(officerOf), inReplyTo: draft.inReplyTo ?? null, corrects: draft.corrects ?? null,
      justification: digestOf('justification', justification), created: this.clock.at.toISOString(), expires: new Date(this.clock.at.getTime() + 30 * 86_400_000).toISOString(),
    };
    const part = (text: string) => ({ digest: ciphertextDigest(fromBase64Url(text)), length: fromBase64Url(text).length });
    return resign({ header: { v: 1, context, content: part(content), narrative: part(narrative), attachment: draft.attachment ?? null }, signature: '', content, narrative, justification }, draft.from);
  }

  /** A coded record that the rules accept with no murmur under the sample law. */
  private justification(draft: Draft, message: string): JustificationRecord {
    const direction = draft.direction ?? DIRECTION[draft.type];
    const today = this.clock.at.getTime();
    const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
    return {
      v: 1, type: 'justification', direction, check: draft.check, request: draft.request, message, agency: draft.from.agency, purpose: 's47_enquiry', urgency: draft.urgency ?? 'red', threshold: 's47',
      subjectKind: 'child', strategyDiscussionAt: null, subjects: [{ subject: 'p1', role: 'child' }], categories: ['other.contacts'], window: { from: day(today - 365 * DAY_MS), to: day(today) },
      specialCategory: true, criminalOffence: false, stack: sampleStack(), lessIntrusive: 'none_workable',
      consent: { sought: 'no', outcome: null, notSoughtReason: 'risk_to_child', informed: 'later', capacity: null, overrideGround: null }, thirdParties: [],
      response: direction === 'sharing' ? codes(draft.response ?? 'FULL') : null, words: WORDS, acknowledgements: [], override: null, salt: toBase64Url(this.randomness.bytes(16)), ...draft.record,
    };
  }
}

/** The stack of a sample share, in another part than the sample has it where `more` says so. */
export function sampleStack(more: Partial<LawfulStack> = {}): LawfulStack {
  return {
    defaultStack: 'ST-01', regime: 'REG-P2', art6: ['A6-E'], art9: ['A9-G'], sch1: ['S1-18'], art10: [], p3: [], s36Authority: null, gateway: ['CA1989-47'], confidentiality: [], hra: [], s118Reason: 'b',
    policyDocument: { id: 'APD-1', version: '3', reviewDate: '2030-01-01' }, wouldShareAnyway: false, catalogueVersion: '2026-01', ...more,
  };
}

const WORDS: SealedWords[] = SEALED_FIELDS.map((field) => ({ field, present: true, length: '60_to_299', linter: [] }));

/** What the sealing client says of the words, with nothing written in one field. */
export function wordsWithout(missing: SealedField): SealedWords[] {
  return WORDS.map((words) => (words.field === missing ? { ...words, present: false, length: 'none' } : words));
}

function codes(type: ResponseType): ResponseCodes {
  const gives = ANSWER_FORMS[type].gives === 'something';
  return {
    type, decision: ANSWER_FORMS[type].decisions[0]!, refusalGround: type === 'DECLINED' ? 'disproportionate_excessive' : null, systems: ['own_records'], searched: ['p1'],
    items: gives ? [{ item: 'i1', about: 'p1', nature: 'fact', relevance: true, handling: null, thirdParty: null }] : [], given: gives ? ['other.contacts'] : [],
    withheld: { withheld: false, categories: [] }, until: null, redirectTo: null,
  };
}

/** The same message with its header as it now is under the sender's signature: an edit by the sender itself, which only the rules can refuse. */
export function resign(envelope: SealedEnvelope, from: Actor): SealedEnvelope {
  const header = { ...envelope.header, context: { ...envelope.header.context, justification: digestOf('justification', envelope.justification) } };
  return { ...envelope, header, signature: standInSignature(header, keyBytesOf(from.agency, from.member)) };
}

/** A partnership file, its statements and rosters over these agencies, with nothing in them that could be checked. */
export function sampleRegistration(agencies: readonly string[], version = 1): PartnershipRegistration {
  const under = { partnership: PARTNERSHIP, version, issued: FOREVER.from, expires: '2099-01-01T00:00:00.000Z', root: hex('root'), rootKey: 'AA', log: 'log', keyLog: 'keys', mode: 'test' } as const;
  const parts = agencies.map((id) => ({ id, ...KIND, name: { en: id, cy: id }, primary: teamOf(id), key: 'AA', witnesses: [] as string[], rosterFrom: null }));
  return {
    partnership: { document: { v: 1, type: 'partnership', ...under, previous: null, nextRoot: null, agencies: parts }, signatures: ['AA'] },
    statements: parts.map((agency) => ({ document: { v: 1, type: 'agency', ...under, agency }, signatures: ['AA'] })),
    rosters: agencies.map((agency) => ({ document: { v: 1, type: 'roster', agency, version, issued: under.issued, previous: null, members: [], teamKey: null, delegates: [] }, signatures: ['AA'] })),
    copies: agencies.map((agency) => ({ agency, member: 'm1', epoch: epochOf(agency), wrapped: 'AAEC' })),
    custody: agencies.map((agency) => ({ agency, member: 'm1', primary: teamOf(agency), wrapped: 'AAEC' })),
    people: [],
    mailboxes: agencies.map((agency) => ({ agency, mailbox: `duty@${agency}.example`, language: 'en' })),
  };
}
