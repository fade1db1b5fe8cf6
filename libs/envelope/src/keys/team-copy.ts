import { canonicalJson, digestOf, fromBase64Url, toBase64Url, utf8, type TeamKeyCopy } from '@lateral/contracts';
import { NOTATIONS, decryptWith, encryptTo, fingerprintOf, readPrivateKey, type Notation, type PrivateKey, type PublicKey } from '../openpgp.js';
import { isStripped } from './make-keys.js';
import { encryptionEpoch } from './public-key.js';
import { ISSUE_TOLERANCE_MS } from './signed-document.js';
import { memberAt, type TrustedRoster } from './roster-members.js';
import { newestTeamKey } from './team-key.js';
import type { TrustedAgency } from './verify-directory.js';

/** Whose copy of which key a wrapped copy is. Its digest is in the custodian's signature, so a copy cannot be handed to another. */
interface CopyContext {
  v: 1;
  type: 'team-copy';
  agency: string;
  /** Fingerprint of the agency's primary key, of the newest epoch subkey inside, and of the member's personal key. */
  primary: string;
  epoch: string;
  member: string;
}

/**
 * Wraps a member's copy of the team key for that member alone, signed with the custodian's personal key. Throws when the
 * copy still holds the primary's secret, or when either key has no encryption subkey that is valid at `at`.
 */
export async function wrapTeamCopy({ agency, member, copy, memberKey, custodianKey, at }: {
  agency: string; member: string; copy: PrivateKey; memberKey: PublicKey; custodianKey: PrivateKey; at: Date;
}): Promise<TeamKeyCopy> {
  if (!isStripped(copy)) throw new Error('a member is never given the primary key');
  const epoch = await encryptionEpoch(copy.toPublic(), at);
  const reader = await encryptionEpoch(memberKey, at);
  if (epoch === null || reader === null) throw new Error('no encryption subkey is valid at this time');
  const context: CopyContext = { v: 1, type: 'team-copy', agency, primary: fingerprintOf(copy), epoch, member: fingerprintOf(memberKey) };
  const plaintext = utf8(canonicalJson({ ...context, secret: toBase64Url(copy.write()) }));
  const wrapped = await encryptTo(plaintext, [{ key: memberKey, epoch: reader }], custodianKey, notationOf(context), at);
  return { agency, member, epoch, wrapped: toBase64Url(wrapped) };
}

export type TeamCopyRefusal = 'other-agency' | 'not-authentic' | 'not-by-a-custodian' | 'not-the-team-key';

/**
 * Opens a wrapped copy with the member's personal key. It is obeyed only when a custodian of the agency's roster signed it
 * for this member, and what is inside is the certified team key with its primary stripped.
 */
export async function unwrapTeamCopy(
  wrapped: TeamKeyCopy,
  { agency, roster, memberKey, at }: { agency: TrustedAgency; roster: TrustedRoster; memberKey: PrivateKey; at: Date },
): Promise<{ ok: true; copy: PrivateKey } | { ok: false; code: TeamCopyRefusal }> {
  if (wrapped.agency !== agency.id || roster.document.agency !== agency.id) return { ok: false, code: 'other-agency' };
  const context: CopyContext = { v: 1, type: 'team-copy', agency: agency.id, primary: agency.primary, epoch: wrapped.epoch, member: fingerprintOf(memberKey) };
  const custodians = [...roster.members.values()].filter(({ roles }) => roles.includes('custodian'));
  const opened = await openCopy(wrapped.wrapped, memberKey, custodians.map(({ key }) => key), notationOf(context), new Date(at.getTime() + ISSUE_TOLERANCE_MS));
  if (opened === null) return { ok: false, code: 'not-authentic' };
  if (!memberAt(roster, opened.signer, opened.created)?.roles.includes('custodian')) return { ok: false, code: 'not-by-a-custodian' };
  const copy = await secretInside(opened.plaintext, context);
  if (copy === null || !isStripped(copy) || !isTeamKeyOf(copy, newestTeamKey(agency, roster), wrapped.epoch)) return { ok: false, code: 'not-the-team-key' };
  return { ok: true, copy };
}

async function openCopy(text: string, memberKey: PrivateKey, custodians: readonly PublicKey[], notation: Notation, notAfter: Date): Promise<{ plaintext: Uint8Array; signer: string; created: Date } | null> {
  try {
    const opened = await decryptWith(fromBase64Url(text), [memberKey], custodians, notation, notAfter);
    return opened.ok ? opened : null;
  } catch {
    return null;
  }
}

async function secretInside(plaintext: Uint8Array, context: CopyContext): Promise<PrivateKey | null> {
  try {
    const { secret, ...said } = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plaintext)) as CopyContext & { secret: string };
    return canonicalJson(said) === canonicalJson(context) ? await readPrivateKey(fromBase64Url(secret)) : null;
  } catch {
    return null;
  }
}

// A subkey that the certified key does not have would let whoever wrapped it read in the agency's name.
function isTeamKeyOf(copy: PrivateKey, team: PublicKey, epoch: string): boolean {
  const certified = new Set(team.subkeys.map(fingerprintOf));
  const held = copy.subkeys.map(fingerprintOf);
  return fingerprintOf(copy) === fingerprintOf(team) && held.includes(epoch) && held.every((subkey) => certified.has(subkey));
}

function notationOf(context: CopyContext): Notation {
  return { name: NOTATIONS.document, value: digestOf('team-copy', context) };
}
