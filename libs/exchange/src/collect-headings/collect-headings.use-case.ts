import type { HeadingsReply } from '@lateral/contracts';
import { composeRecord } from '../compose-record.js';
import { waitsForLedger } from '../hand-over/kept-back.js';
import { done, refuse, type Result } from '../result.js';
import type { Actor, Attempt, AuditRow, CheckStore, Clock, HeadingRow, IncidentStore, Randomness } from '../ports/index.js';
import { settle } from '../settle.js';

export interface CollectHeadingsDeps {
  clock: Clock;
  randomness: Randomness;
  checks: Pick<CheckStore, 'headings' | 'record'>;
  incidents: IncidentStore;
}

/**
 * Gives the asking agency the sealed lines that say whom its own questions are about, so that a list can name people without anybody
 * being given a message. A name that is read is a reading: each is recorded before the first line leaves. What is not there, is somebody
 * else's, or cannot be read any more is left out and not told apart.
 */
export class CollectHeadings {
  constructor(private readonly deps: CollectHeadingsDeps) {}

  async carryOut(actor: Actor, attempt: Attempt, envelopes: readonly string[]): Promise<Result<HeadingsReply>> {
    const { checks, clock, incidents } = this.deps;
    const [held, at, outage] = await Promise.all([checks.headings(envelopes, actor), clock.now(), incidents.open('ledger-away')]);
    if (held.some(({ urgency }) => waitsForLedger(urgency, outage?.raisedAt ?? null, at))) return refuse('ledger-outage');
    const records = held.map((heading) => this.record(actor, heading, at));
    const recorded = await settle(await checks.record({ actor, attempt, at, records }), attempt, () => Promise.resolve(refuse('not-found')));
    if (!recorded.ok) return recorded;
    // Looked up once more: whoever has left a check meanwhile is given nothing of it, and a retry what is still there of what it had recorded.
    const headings = await checks.headings(held.map(({ envelope }) => envelope), actor);
    return done({ headings: headings.map(({ envelope, sealed }) => ({ envelope, sealed })) });
  }

  private record({ agency, member }: Actor, { check, request, envelope: message }: HeadingRow, at: Date): AuditRow {
    return composeRecord('heading.handed-over.v1', { check, request, message, agency, member }, { at, randomness: this.deps.randomness, parties: [agency] });
  }
}
