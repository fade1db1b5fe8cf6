import { MERGE_DELAY_MS } from '@lateral/contracts';
import { uuid7 } from '@lateral/domain';
import { composeRecord } from '../compose-record.js';
import type { Clock, IncidentKind, IncidentPager, IncidentStore, Randomness, RecordStore } from '../ports/index.js';

export interface WatchLedgerDeps {
  clock: Clock;
  randomness: Randomness;
  incidents: IncidentStore;
  records: RecordStore;
  pager: IncidentPager;
}

/**
 * Keeps the open incidents about evidence. An incident flags and pages; it never stops an urgent hand-over (promise 1). At most
 * one of a kind is open, so that being away for an hour is one incident and not thousands.
 */
export class WatchLedger {
  constructor(private readonly deps: WatchLedgerDeps) {}

  async wentAway(): Promise<void> {
    await this.raise('ledger-away');
  }

  async cameBack(): Promise<void> {
    await this.end('ledger-away');
  }

  /** Stays open until a person has looked and ended it: a log that forked once is not mended by answering again. */
  async becameUntrue(): Promise<void> {
    await this.raise('ledger-untrue');
  }

  /** Raises an incident while any record has waited for its position longer than the stated merge delay. */
  async checkMergeDelay(): Promise<'within' | 'exceeded'> {
    const [now, oldest] = await Promise.all([this.deps.clock.now(), this.deps.records.oldestUnplaced()]);
    const exceeded = oldest !== null && now.getTime() - oldest.getTime() > MERGE_DELAY_MS;
    await (exceeded ? this.raise('merge-delay') : this.end('merge-delay'));
    return exceeded ? 'exceeded' : 'within';
  }

  private async raise(kind: IncidentKind): Promise<void> {
    const { clock, incidents, randomness } = this.deps;
    if ((await incidents.open(kind)) !== null) return;
    const at = await clock.now();
    const id = uuid7(at, randomness.bytes(10));
    await incidents.raise({ id, kind, at }, composeRecord('incident.raised.v1', { incident: kind }, { at, randomness, parties: [] }));
    this.deps.pager.page(kind, 'raised');
  }

  private async end(kind: IncidentKind): Promise<void> {
    const { clock, incidents, randomness } = this.deps;
    if ((await incidents.open(kind)) === null) return;
    const at = await clock.now();
    await incidents.end(kind, at, composeRecord('incident.ended.v1', { incident: kind }, { at, randomness, parties: [] }));
    this.deps.pager.page(kind, 'ended');
  }
}
