import { uuid7 } from '@lateral/domain';
import { composeRecord } from '../compose-record.js';
import type { Clock, IncidentStore, Randomness } from '../ports/index.js';

/**
 * Keeps the open incident about agencies whose rosters the hub cannot obey: while there is one, its people cannot sign in and nobody can ask
 * them. One at most is open, however many agencies it is; which they are stands in the log. It ends when every roster holds again.
 */
export class WatchRosters {
  constructor(private readonly deps: { clock: Clock; randomness: Randomness; incidents: IncidentStore }) {}

  /** `refused`: how many agencies were left out of the directory as it was read just now. */
  async carryOut(refused: number): Promise<'raised' | 'ended' | 'as-before'> {
    const { clock, incidents, randomness } = this.deps;
    const kind = 'roster-refused';
    if (((await incidents.open(kind)) !== null) === refused > 0) return 'as-before';
    const at = await clock.now();
    const about = { at, randomness, parties: [] };
    if (refused > 0) await incidents.raise({ id: uuid7(at, randomness.bytes(10)), kind, at }, composeRecord('incident.raised.v1', { incident: kind }, about));
    else await incidents.end(kind, at, composeRecord('incident.ended.v1', { incident: kind }, about));
    return refused > 0 ? 'raised' : 'ended';
  }
}
