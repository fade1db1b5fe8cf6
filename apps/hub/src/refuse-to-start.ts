import type { PartnershipFile, SignedDocument } from '@lateral/contracts';
import type { HubDatabase } from '@lateral/persistence/hub';
import type { KeyStore } from '@lateral/persistence/key-store';
import { refusalOfMark, refusalOfPartnership } from '@lateral/platform';
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

/** Throws where a production start would obey a partnership that was made for something else. */
export function assertPartnership(mode: LateralMode, { document }: SignedDocument<PartnershipFile>): void {
  const refusal = refusalOfPartnership(mode, document);
  if (refusal !== null) throw new HubRefused(refusal);
}
