import type { Roster, SignedDocument } from '@lateral/contracts';
import { memberAt, membersAt, type TrustedRoster } from './roster-members.js';
import { signersAmong } from './signed-document.js';

/** How long after a roster was issued its custodians may sign it: the second one may be at home. */
export const COSIGN_MS = 7 * 86_400_000;

/**
 * Pseudonyms of the custodians, by the roster before it, who signed a roster, and when each did first: custodians both when it was issued and when
 * they signed. They are counted as people, not as keys: one custodian with two keys is one.
 */
export async function custodiansWhoSigned(signed: SignedDocument<Roster>, digest: string, entitled: TrustedRoster): Promise<Map<string, Date>> {
  const custodians = membersAt(entitled, new Date(signed.document.issued), 'custodian');
  const signers = await signersAmong('roster', signed, { keys: custodians.map(({ key }) => key), digest, within: COSIGN_MS });
  const first = new Map<string, Date>();
  for (const { fingerprint, at } of signers) {
    const member = memberAt(entitled, fingerprint, at)?.member;
    if (member !== undefined && at.getTime() < (first.get(member)?.getTime() ?? Infinity)) first.set(member, at);
  }
  return first;
}

/** When the second of them signed, from which on readers obey the roster; null where there are not two. */
export function secondSignature(signers: ReadonlyMap<string, Date>): Date | null {
  return [...signers.values()].sort((one, other) => one.getTime() - other.getTime())[1] ?? null;
}

/**
 * Whether a roster is dated before the one it follows, in whole seconds as keys and signatures count: it would let a custodian who was taken out
 * sign as of the day before.
 */
export function isDatedBefore({ issued }: Roster, before: Roster): boolean {
  return Math.floor(Date.parse(issued) / 1000) < Math.floor(Date.parse(before.issued) / 1000);
}

/** Whether a roster leaves its agency with two custodians on the day it is issued: with fewer nobody could ever sign the next one. */
export function namesTwoCustodians({ document, members }: Pick<TrustedRoster, 'document' | 'members'>): boolean {
  return new Set(membersAt({ members }, new Date(document.issued), 'custodian').map(({ member }) => member)).size >= 2;
}
