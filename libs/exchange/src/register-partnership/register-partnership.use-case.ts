import { digestOf, newlyDeleted, type PartnershipRegistration } from '@lateral/contracts';
import { composeRecord } from '../compose-record.js';
import type { AuditRow, Clock, DirectoryStore, DirectoryVerifier, Randomness } from '../ports/index.js';

export interface RegisterPartnershipDeps {
  clock: Clock;
  randomness: Randomness;
  directory: DirectoryStore;
  verifier: DirectoryVerifier;
}

export type Registered = { ok: true; outcome: 'registered' | 'already-registered' } | { ok: false; code: string };

/** An operator brings a partnership: checked against the pinned root first, stored whole or not at all, and recorded. */
export class RegisterPartnership {
  constructor(private readonly deps: RegisterPartnershipDeps) {}

  async carryOut(registration: PartnershipRegistration, rootFingerprint: string): Promise<Registered> {
    const { clock, directory, randomness, verifier } = this.deps;
    const at = await clock.now();
    const verified = await verifier.verify(registration, rootFingerprint, at);
    if (!verified.ok) return verified;
    if (await deletesHere(registration, directory)) return { ok: false, code: 'epoch-deletion-is-the-agencys' };
    const { document } = registration.partnership;
    const all = document.agencies.map(({ id }) => id);
    const records: AuditRow[] = [
      composeRecord('directory.registered.v1', { partnership: document.partnership, version: document.version, digest: digestOf('partnership', document) }, { at, randomness, parties: all }),
      ...registration.rosters.map(({ document: roster }) =>
        composeRecord('roster.registered.v1', { agency: roster.agency, version: roster.version, digest: digestOf('roster', roster) }, { at, randomness, parties: [roster.agency] })),
    ];
    const outcome = await directory.register(registration, records);
    return outcome === 'older-version' ? { ok: false, code: outcome } : { ok: true, outcome };
  }
}

/** Copies that are given up are given up by the agency's custodians, at the hub that keeps them: a registration only adds. */
async function deletesHere({ rosters }: PartnershipRegistration, directory: Pick<DirectoryStore, 'roster'>): Promise<boolean> {
  for (const { document } of rosters) {
    if (document.deletedEpochs === undefined) continue;
    const known = await directory.roster(document.agency);
    if (known !== null && newlyDeleted(document, known.document).length > 0) return true;
  }
  return false;
}
