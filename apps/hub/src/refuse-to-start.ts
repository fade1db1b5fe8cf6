import type { PartnershipFile, SignedDocument } from '@lateral/contracts';
import { publicKeyFrom } from '@lateral/envelope/inspect';
import type { HubDatabase } from '@lateral/persistence/hub';
import type { KeyStore } from '@lateral/persistence/key-store';
import { isDemoCertificate, refusalOfMark } from '@lateral/platform';
import type { InstallationMark, LateralMode } from '@lateral/platform';

/** Why the hub does not start. */
export class HubRefused extends Error {
  override readonly name = 'HubRefused';
  constructor(readonly code: string) {
    super(code);
  }
}

/** Throws where the database is not at the tables of this build, or was made for something else than this start. So too for the key store. */
export async function assertDatabase(database: Pick<HubDatabase | KeyStore, 'isMigrated' | 'installation'>, expected: InstallationMark): Promise<void> {
  if (!(await database.isMigrated())) throw new HubRefused('database-not-migrated');
  const refusal = refusalOfMark(expected, await database.installation.mark());
  if (refusal !== null) throw new HubRefused(refusal);
}

/**
 * Throws where a production start would trust anything that was made for a demo: a partnership, its root key or the authority
 * of the services. Their private halves lie about on somebody's laptop.
 */
export async function assertNoDemo(mode: LateralMode, parts: { authority: string; partnership: SignedDocument<PartnershipFile> }): Promise<void> {
  if (mode !== 'production') return;
  const { document } = parts.partnership;
  if (document.mode !== 'production') throw new HubRefused('partnership-of-another-mode');
  const root = await publicKeyFrom(document.rootKey);
  if (root === null || root.getUserIDs().some((id) => id.toUpperCase().includes('DEMO'))) throw new HubRefused('root-of-a-demo');
  if (isDemoCertificate(parts.authority)) throw new HubRefused('authority-of-a-demo');
}
