import { digestOf, type RecoveryKit } from '@lateral/contracts';
import { composeRecord } from '../compose-record.js';
import { done, refuse, type Result } from '../result.js';
import type { Actor, AuditRow, Clock, CustodyStore, Directory, Randomness } from '../ports/index.js';

export interface RecoveryKitDeps {
  clock: Clock;
  randomness: Randomness;
  directory: Directory;
  custody: CustodyStore;
}

/** The agency's key under a secret of which two of three paper shares make the whole: for the day on which nobody can unlock anything. */
export class RecoveryKits {
  constructor(private readonly deps: RecoveryKitDeps) {}

  async store(actor: Actor, kit: RecoveryKit): Promise<Result<null>> {
    if (kit.agency !== actor.agency) return refuse('invalid-request', { fields: [{ field: '/agency', reason: 'not-the-caller' }] });
    const agency = (await this.deps.directory.view()).agency(actor.agency);
    if (agency?.team !== kit.primary) return refuse('invalid-request', { fields: [{ field: '/primary', reason: 'not-the-agency-key' }] });
    const digest = digestOf('recovery-kit', kit);
    const record = await this.recordOf('recovery-kit.stored.v1', actor, digest);
    return (await this.deps.custody.keepKit(kit, digest, record.at, record)) ? done(null) : refuse('erased');
  }

  /** Recorded before it leaves. Without two shares it opens nothing. */
  async fetch(actor: Actor): Promise<Result<RecoveryKit>> {
    const found = await this.deps.custody.kit(actor.agency);
    if (found === null) return refuse('not-found');
    await this.deps.custody.recordKitFetched(await this.recordOf('recovery-kit.fetched.v1', actor, found.digest));
    return done(found.kit);
  }

  private async recordOf(event: 'recovery-kit.stored.v1' | 'recovery-kit.fetched.v1', { agency, member }: Actor, digest: string): Promise<AuditRow> {
    return composeRecord(event, { agency, member, digest }, { at: await this.deps.clock.now(), randomness: this.deps.randomness, parties: [agency] });
  }
}
