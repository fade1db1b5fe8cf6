import { digestOf, ciphertextDigest, SUITE, toBase64Url, fromBase64Url, utf8, type EnvelopeContext, type MessageType, type PartnershipRegistration, type ResponseCodes, type RosterMember, type SealedEnvelope } from '@lateral/contracts';
import { uuid7, type ResponseType, type Urgency } from '@lateral/domain';
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

/** Agencies that each have two members who may sign, `m1` and `m2`, and one officer. Times of membership can be set. */
export class SampleDirectory implements Directory {
  readonly members = new Map<string, RosterMember>();

  constructor(readonly agencies: readonly string[]) {
    for (const agency of agencies) for (const member of ['m1', 'm2']) this.members.set(`${agency} ${member}`, {
      member, roles: ['practitioner'], key: toBase64Url(keyBytesOf(agency, member)), fingerprint: signerOf(agency, member), ...FOREVER, signIn: toBase64Url(keyBytesOf(agency, member)),
    });
  }

  async view(): Promise<DirectoryView> {
    const known = (id: string): KnownAgency | null => (this.agencies.includes(id) ? { id, type: 'POLICE', nation: 'E', team: teamOf(id), epochs: [epochOf(id)] } : null);
    return {
      partnership: PARTNERSHIP,
      agency: known,
      member: (agency, member) => this.members.get(`${agency} ${member}`) ?? null,
      signer: (agency, fingerprint, at) => {
        const found = [...this.members].find(([name, member]) => name.startsWith(`${agency} `) && member.fingerprint === fingerprint && Date.parse(member.from) <= at.getTime() && (member.until === null || at.getTime() < Date.parse(member.until)))?.[1];
        return found === undefined ? null : { member: found.member, fingerprint, key: fromBase64Url(found.key) };
      },
      officers: (agency) => (known(agency) === null ? [] : [{ officer: officerOf(agency).officer, epoch: officerOf(agency).epoch }]),
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
}

const DIRECTION = { request: 'asking', response: 'sharing', outcome: 'telling', decision: 'deciding' } as const;

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

  private justification(draft: Draft, message: string): SealedEnvelope['justification'] {
    return {
      v: 1, type: 'justification', direction: DIRECTION[draft.type], check: draft.check, request: draft.request, message, agency: draft.from.agency, purpose: 's47_enquiry', urgency: draft.urgency ?? 'red', threshold: 's47',
      subjects: [{ subject: 'p1', role: 'child' }], categories: ['health'], window: null, specialCategory: true, criminalOffence: false,
      stack: { defaultStack: null, regime: 'uk_gdpr', art6: ['e'], art9: ['g'], sch1: ['18'], art10: [], p3: [], s36Authority: null, gateway: ['ca2004_s10'], confidentiality: [], hra: [], s118Reason: null, policyDocument: null, wouldShareAnyway: null, catalogueVersion: '1' },
      lessIntrusive: null, consent: null, response: draft.type === 'response' ? codes(draft.response ?? 'FULL') : null, salt: toBase64Url(this.randomness.bytes(16)),
    };
  }
}

function codes(type: ResponseType): ResponseCodes {
  return { type, refusalGround: type === 'DECLINED' ? 'disproportionate_excessive' : null, systems: ['local'], searched: ['p1'], items: 1, withheld: false, until: null, redirectTo: null };
}

/** The same message with its header as it now is under the sender's signature: an edit by the sender itself, which only the rules can refuse. */
export function resign(envelope: SealedEnvelope, from: Actor): SealedEnvelope {
  const header = { ...envelope.header, context: { ...envelope.header.context, justification: digestOf('justification', envelope.justification) } };
  return { ...envelope, header, signature: standInSignature(header, keyBytesOf(from.agency, from.member)) };
}

/** A partnership file, its statements and rosters over these agencies, with nothing in them that could be checked. */
export function sampleRegistration(agencies: readonly string[], version = 1): PartnershipRegistration {
  const under = { partnership: PARTNERSHIP, version, issued: FOREVER.from, expires: '2099-01-01T00:00:00.000Z', root: hex('root'), rootKey: 'AA', log: 'log', mode: 'test' } as const;
  const parts = agencies.map((id) => ({ id, type: 'POLICE' as const, nation: 'E' as const, name: { en: id, cy: id }, primary: teamOf(id), key: 'AA', publicAuthority: true, witnesses: [] }));
  return {
    partnership: { document: { v: 1, type: 'partnership', ...under, previous: null, agencies: parts }, signatures: ['AA'] },
    statements: parts.map((agency) => ({ document: { v: 1, type: 'agency', ...under, agency }, signatures: ['AA'] })),
    rosters: agencies.map((agency) => ({ document: { v: 1, type: 'roster', agency, version, issued: under.issued, previous: null, members: [] }, signatures: ['AA'] })),
    copies: agencies.map((agency) => ({ agency, member: 'm1', epoch: epochOf(agency), wrapped: 'AAEC' })),
    mailboxes: agencies.map((agency) => ({ agency, mailbox: `duty@${agency}.example`, language: 'en' })),
  };
}
