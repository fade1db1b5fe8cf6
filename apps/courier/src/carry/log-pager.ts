import type { IncidentKind, IncidentPager } from '@lateral/exchange';
import type { LogEvent, Logger } from '@lateral/platform';

const RAISED: Record<IncidentKind, LogEvent> = { 'ledger-away': 'ledger.away', 'merge-delay': 'ledger.merge-delay-exceeded', 'ledger-untrue': 'ledger.forked', 'roster-refused': 'directory.agency-refused' };

/** Pages by an error line in the log, which is what an operator's alarm watches; there is no other bell yet. */
export class LogPager implements IncidentPager {
  constructor(private readonly log: Logger) {}

  page(kind: IncidentKind, what: 'raised' | 'ended'): void {
    this.log.log(what === 'raised' ? RAISED[kind] : 'ledger.back', { kind });
  }
}
