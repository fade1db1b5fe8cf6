import { digestOf, toBase64Url, type AgencyStatement, type PartnershipFile, type Roster, type SignedDocument } from '@lateral/contracts';
import { fingerprintOf, signDetached, type PrivateKey } from '../openpgp.js';
import { documentBytes, documentNotation, type DocumentKind } from './signed-document.js';
import type { TrustedRoster } from './roster-members.js';
import { verifyPartnership } from './verify-directory.js';
import { verifyRoster } from './verify-roster.js';

/** Version and `previous` of the document that follows `before`; those of a first one where there is none. */
export function following(before: PartnershipFile | Roster | null): { version: number; previous: string | null } {
  return before === null ? { version: 1, previous: null } : { version: before.version + 1, previous: digestOf(before.type, before) };
}

/**
 * The partnership file signed by the offline root, at the time it says it was issued. Throws where a reader would refuse
 * it on its first or on its last day: a root that signs a list whose certifications lapse before it does stops everyone.
 */
export async function signPartnership(document: PartnershipFile, rootKey: PrivateKey): Promise<SignedDocument<PartnershipFile>> {
  const signed = await signDocument('partnership', document, rootKey);
  for (const now of [Date.parse(document.issued), Date.parse(document.expires) - 1]) {
    const read = await verifyPartnership(signed, { rootFingerprint: fingerprintOf(rootKey), now: new Date(now) });
    if (!read.ok) throw new Error(`this partnership file would be refused: ${read.code} ${read.agency ?? ''}`.trimEnd());
  }
  return signed;
}

/** The root's word about each agency of a partnership file by itself, in the file's order. */
export async function signAgencyStatements(document: PartnershipFile, rootKey: PrivateKey): Promise<SignedDocument<AgencyStatement>[]> {
  const { v, partnership, version, issued, expires, root, rootKey: rootText, log, keyLog, mode } = document;
  return Promise.all(document.agencies.map((agency) => signDocument<AgencyStatement>('agency', { v, type: 'agency', partnership, version, issued, expires, root, rootKey: rootText, log, keyLog, mode, agency }, rootKey)));
}

export interface RosterSigners {
  /** The agency's primary key with its secret. */
  agencyKey: PrivateKey;
  /** Personal keys of two custodians of the roster before; of version 1, of two whom it names itself. */
  custodians: readonly PrivateKey[];
  before?: TrustedRoster | undefined;
}

/** An agency's roster signed with its primary key and by two custodians, all at the time it says it was issued. Throws where a reader would refuse it. */
export async function signRoster(document: Roster, { agencyKey, custodians, before }: RosterSigners): Promise<SignedDocument<Roster>> {
  const signed = await signDocument('roster', document, agencyKey, ...custodians);
  const read = await verifyRoster(signed, { id: document.agency, primary: fingerprintOf(agencyKey), key: agencyKey.toPublic(), rosterFrom: null }, { before });
  if (!read.ok) throw new Error(`this roster would be refused: ${read.code}`);
  return signed;
}

/** A document signed by these keys in this order, judged by nobody yet. */
export async function signDocument<T extends { issued: string }>(kind: DocumentKind, document: T, ...keys: readonly PrivateKey[]): Promise<SignedDocument<T>> {
  const notation = documentNotation(digestOf(kind, document));
  const signatures = await Promise.all(keys.map((key) => signDetached(documentBytes(kind, document), key, notation, new Date(document.issued))));
  return { document, signatures: signatures.map(toBase64Url) };
}
