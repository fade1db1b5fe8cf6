import { canonicalJson, digestOf, fromBase64Url, toBase64Url, utf8, type CustodyCopy } from '@lateral/contracts';
import { NOTATIONS, decryptWith, encryptTo, fingerprintOf, readPrivateKey, type Notation, type PrivateKey, type PublicKey } from '../openpgp.js';
import { isRidOfDeleted } from './delete-epochs.js';
import { isStripped } from './make-keys.js';
import { encryptionEpoch } from './public-key.js';
import { memberAt, membersAt, type TrustedRoster } from './roster-members.js';
import { ISSUE_TOLERANCE_MS } from './signed-document.js';
import { newestTeamKey } from './team-key.js';
import type { TrustedAgency } from './verify-directory.js';

/** Whose copy of which agency's key it is; its digest is in the custodian's signature. */
interface CustodyContext { v: 1; type: 'custody-copy'; agency: string; primary: string; member: string }

/**
 * The agency's whole key, primary and every epoch, wrapped for one custodian alone and signed by the custodian who hands it on. Throws
 * where the key given is a member's copy, or the receiver has no encryption subkey in force.
 */
export async function wrapCustody({ agency, member, agencyKey, memberKey, custodianKey, at }: {
  agency: string; member: string; agencyKey: PrivateKey; memberKey: PublicKey; custodianKey: PrivateKey; at: Date;
}): Promise<CustodyCopy> {
  if (isStripped(agencyKey)) throw new Error('a custodian is given the whole key of the agency');
  const reader = await encryptionEpoch(memberKey, at);
  if (reader === null) throw new Error('no encryption subkey is valid at this time');
  const primary = fingerprintOf(agencyKey);
  const context: CustodyContext = { v: 1, type: 'custody-copy', agency, primary, member: fingerprintOf(memberKey) };
  const plaintext = utf8(canonicalJson({ ...context, secret: toBase64Url(agencyKey.write()) }));
  const wrapped = await encryptTo(plaintext, [{ key: memberKey, epoch: reader }], custodianKey, notationOf(context), at);
  return { agency, member, primary, wrapped: toBase64Url(wrapped) };
}

export type CustodyRefusal = 'other-agency' | 'not-authentic' | 'not-by-a-custodian' | 'not-the-agency-key';

/**
 * Opens a custodian's copy with their personal key. It is obeyed only when a custodian of the roster signed it for this person and what is
 * inside is the whole key that the partnership file names, with no epoch that the agency has not published and the secret of none that it has deleted.
 */
export async function unwrapCustody(
  copy: CustodyCopy,
  { agency, roster, memberKey, at }: { agency: Pick<TrustedAgency, 'id' | 'primary' | 'key'>; roster: TrustedRoster; memberKey: PrivateKey; at: Date },
): Promise<{ ok: true; agencyKey: PrivateKey } | { ok: false; code: CustodyRefusal }> {
  if (copy.agency !== agency.id || roster.document.agency !== agency.id) return { ok: false, code: 'other-agency' };
  const context: CustodyContext = { v: 1, type: 'custody-copy', agency: agency.id, primary: agency.primary, member: fingerprintOf(memberKey) };
  const custodians = [...roster.members.values()].filter(({ roles }) => roles.includes('custodian')).map(({ key }) => key);
  const opened = await decrypted(copy.wrapped, memberKey, custodians, { notation: notationOf(context), notAfter: new Date(at.getTime() + ISSUE_TOLERANCE_MS) });
  if (opened === null) return { ok: false, code: 'not-authentic' };
  if (!memberAt(roster, opened.signer, opened.created)?.roles.includes('custodian')) return { ok: false, code: 'not-by-a-custodian' };
  const agencyKey = await secretInside(opened.plaintext, context);
  const published = new Set(newestTeamKey(agency, roster).subkeys.map(fingerprintOf));
  const isWhole = agencyKey !== null && !isStripped(agencyKey) && fingerprintOf(agencyKey) === agency.primary && isRidOfDeleted(agencyKey, roster.document);
  return isWhole && agencyKey.subkeys.every((subkey) => published.has(fingerprintOf(subkey))) ? { ok: true, agencyKey } : { ok: false, code: 'not-the-agency-key' };
}

/** The agency's key wrapped for everyone who is its custodian at that time by this roster. */
export async function wrapCustodyForAll(roster: TrustedRoster, { agencyKey, custodianKey, at }: { agencyKey: PrivateKey; custodianKey: PrivateKey; at: Date }): Promise<CustodyCopy[]> {
  return Promise.all(membersAt(roster, at, 'custodian').map(({ agency, member, key }) => wrapCustody({ agency, member, agencyKey, memberKey: key, custodianKey, at })));
}

async function decrypted(text: string, memberKey: PrivateKey, custodians: readonly PublicKey[], { notation, notAfter }: { notation: Notation; notAfter: Date }): Promise<{ plaintext: Uint8Array; signer: string; created: Date } | null> {
  try {
    const opened = await decryptWith(fromBase64Url(text), [memberKey], custodians, notation, notAfter);
    return opened.ok ? opened : null;
  } catch {
    return null;
  }
}

async function secretInside(plaintext: Uint8Array, context: CustodyContext): Promise<PrivateKey | null> {
  try {
    const { secret, ...said } = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plaintext)) as CustodyContext & { secret: string };
    return canonicalJson(said) === canonicalJson(context) ? await readPrivateKey(fromBase64Url(secret)) : null;
  } catch {
    return null;
  }
}

function notationOf(context: CustodyContext): Notation {
  return { name: NOTATIONS.document, value: digestOf('custody-copy', context) };
}
