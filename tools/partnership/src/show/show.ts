import type { LockedKey, PartnershipAgency, PartnershipFile, PartnershipRegistration, RecoveryKit, Roster, SignedDocument } from '@lateral/contracts';
import { isPartnershipFile, isRecoveryKit, shareSetOf as kitSetOf, verifyPartnership } from '@lateral/envelope/keys';
import { DRAFT, LOCKED_ROOT, PART, REQUEST, type AgencyPart, type CertificationRequest, type Draft, type LockedRoot } from '../documents.js';
import { anything } from '../fields.js';
import { readDocument } from '../files.js';
import { Refusal } from '../refusal.js';
import { shareSetOf } from '../root/locked-root.js';
import { grouped } from '../say-fingerprint.js';
import { say, type Language } from '../words/language.js';
import type { World } from '../world.js';
import { SHOWN } from './words.js';

type Speak = (phrase: keyof typeof SHOWN, values?: Record<string, string | number>) => string;
interface Seen { speak: Speak; language: Language; root: string | null; now: Date }
type Lines = readonly string[] | Promise<readonly string[]>;
/** One kind of file: whether this is one, and what it says. */
interface Kind { is: (value: Record<string, unknown>) => boolean; lines: (value: never, seen: Seen) => Lines }

/** Prints what a file of the tool, of the hub or of an agency says, in plain words. `root` is the pin; without it nothing is called checked. */
export async function show({ file, root }: { file: string; root: string | null }, { terminal, language, now }: World): Promise<void> {
  const value = await readDocument<Record<string, unknown>>(file, anything);
  const kind = KINDS.find(({ is }) => is(value));
  if (kind === undefined) throw new Refusal('nothing-known', { file });
  const speak: Speak = (phrase, values = {}) => say(SHOWN[phrase], language, values);
  for (const line of await kind.lines(value as never, { speak, language, root, now: now() })) terminal.out(line);
}

const isType = (type: string) => (value: Record<string, unknown>): boolean => value['type'] === type;
const day = (time: string): string => time.slice(0, 10);
const inside = (value: Record<string, unknown>): unknown => (value['document'] as { type?: unknown } | null | undefined)?.type;

const KINDS: readonly Kind[] = [
  { is: (value) => isPartnershipFile(value['document']), lines: (signed: SignedDocument<PartnershipFile>, seen) => fileLines(signed, seen) },
  { is: (value) => isPartnershipFile((value['partnership'] as { document?: unknown } | null)?.document), lines: registrationLines },
  { is: (value) => inside(value) === 'roster', lines: (signed: SignedDocument<Roster>, seen) => rosterLines(signed, seen) },
  { is: (value) => DRAFT(value, '') === null, lines: draftLines },
  { is: (value) => REQUEST(value, '') === null, lines: ({ made, agency }: CertificationRequest, { speak, language }) => [speak('request', { day: day(made) }), agencyLine({ ...agency, rosterFrom: null }, speak, language), `  ${grouped(agency.primary)}`] },
  { is: (value) => PART(value, '') === null, lines: ({ agency, mailbox, rosters, copies, custody, people }: AgencyPart, { speak }) => [speak('part', { agency, mailbox: mailbox.mailbox, rosters: rosters.length, copies: copies.length, custody: custody.length, people: people.length })] },
  { is: (value) => LOCKED_ROOT(value, '') === null, lines: (root: LockedRoot, { speak }) => [speak('locked-root', { partnership: root.partnership, mode: root.mode, day: day(root.made), set: shareSetOf(root).mark }), speak('root', { fingerprint: grouped(root.fingerprint) })] },
  { is: isRecoveryKit, lines: (kit: RecoveryKit, { speak }) => [speak('kit', { agency: kit.agency, day: day(kit.made), primary: kit.primary, set: kitSetOf(kit).mark })] },
  { is: (value) => Array.isArray(value['methods']) && typeof value['locked'] === 'string', lines: ({ agency, member, version, fingerprint, methods }: LockedKey, { speak }) => [speak('locked-key', { agency, member, version, fingerprint, ways: methods.map(({ kind }) => kind).join(', ') })] },
  { is: isType('revoked-root'), lines: ({ fingerprint, reason, at }: { fingerprint: string; reason: string; at: string }, { speak }) => [speak('revoked-root', { fingerprint, reason, day: day(at) })] },
];

async function fileLines(signed: SignedDocument<PartnershipFile>, { speak, language, root, now }: Seen): Promise<string[]> {
  const { document } = signed;
  const { partnership, version, mode, issued, expires, nextRoot, log, keyLog, agencies } = document;
  const lines = [speak('file', { partnership, version, mode }), speak('stands', { from: day(issued), until: day(expires) })];
  if (now.getTime() >= Date.parse(expires)) lines.push(speak('lapsed'));
  lines.push(speak('root', { fingerprint: grouped(document.root) }));
  if (nextRoot !== null) lines.push(speak('next-root', { fingerprint: grouped(nextRoot) }));
  const read = root === null ? null : await verifyPartnership(signed, { rootFingerprint: root, now });
  lines.push(read === null ? speak('not-checked') : read.ok ? speak('checked') : speak('refused', { code: read.code }));
  return [...lines, ...logLines({ log, keyLog }, speak), ...agencyLines(agencies, speak, language)];
}

async function registrationLines(registration: PartnershipRegistration, seen: Seen): Promise<string[]> {
  const { rosters, copies, people, mailboxes } = registration;
  return [seen.speak('registration', { rosters: rosters.length, copies: copies.length, people: people.length, mailboxes: mailboxes.length }), ...await fileLines(registration.partnership, seen)];
}

function draftLines({ partnership, mode, nextRoot, log, keyLog, agencies, revoked }: Draft, { speak, language }: Seen): string[] {
  const none = speak('none');
  return [
    speak('draft', { partnership, mode }), ...(nextRoot === null ? [] : [speak('next-root', { fingerprint: grouped(nextRoot) })]), ...logLines({ log: log ?? none, keyLog: keyLog ?? none }, speak),
    ...agencyLines(agencies, speak, language), ...revoked.map(({ agency, primary, reason, at }) => speak('revoked', { agency, primary, reason, day: day(at) })),
  ];
}

function rosterLines({ document: { agency, version, issued, members }, signatures }: SignedDocument<Roster>, { speak }: Seen): string[] {
  const head = speak('roster', { agency, version, day: day(issued), signatures: signatures.length });
  return [head, ...members.map(({ member, roles, from, until }) => speak(until === null ? 'member' : 'former', { member, roles: roles.join(', '), from: day(from), until: until === null ? '' : day(until) }))];
}

const logLines = (logs: { log: string; keyLog: string }, speak: Speak): string[] => speak('logs', logs).split('\n');

function agencyLines(agencies: readonly PartnershipAgency[], speak: Speak, language: Language): string[] {
  return [speak('agencies', { count: agencies.length }), ...agencies.flatMap((agency) => [agencyLine(agency, speak, language), ...(agency.rosterFrom === null ? [] : [speak('mark', { version: agency.rosterFrom.version })])])];
}

const agencyLine = ({ id, name, type, primary }: PartnershipAgency, speak: Speak, language: Language): string => speak('agency', { id, name: name[language], type, primary });
