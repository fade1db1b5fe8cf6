import { composeRecord } from '../compose-record.js';
import type { Clock, IncidentStore, Randomness } from '../ports/index.js';

export interface EndIncidentDeps {
  clock: Clock;
  randomness: Randomness;
  incidents: IncidentStore;
}

/** A person has looked at what the ledger said that cannot be true, and ends the incident. The other kinds end by themselves, when what they tell of is over. */
export class EndIncident {
  constructor(private readonly deps: EndIncidentDeps) {}

  async carryOut(): Promise<'ended' | 'not-open'> {
    const { clock, incidents, randomness } = this.deps;
    const kind = 'ledger-untrue';
    if ((await incidents.open(kind)) === null) return 'not-open';
    const at = await clock.now();
    await incidents.end(kind, at, composeRecord('incident.ended.v1', { incident: kind }, { at, randomness, parties: [] }));
    return 'ended';
  }
}
