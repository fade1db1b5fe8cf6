import type { NotifyAgency } from '../notify-agency/notify-agency.use-case.js';
import type { Clock, NoticePublisher, OutboxStore } from '../ports/index.js';

/** A published row that is still here after this long is published again: its job may have been lost with Redis. */
export const REPUBLISH_AFTER_MS = 4_000;

export interface RelayOutboxDeps {
  clock: Clock;
  outbox: OutboxStore;
  publisher: NoticePublisher;
  notify: Pick<NotifyAgency, 'carryOut'>;
}

/**
 * Shows connected clients what is owed, and turns committed outbox rows into jobs for the mail. A row leaves on delivery, never on publishing, so losing every queue loses nothing.
 * What is owed to an agency that has left the partnership becomes no job, for nobody would ever take it: it is settled at once, and the asker is told.
 */
export class RelayOutbox {
  /** Rows claimed at once: where there were fewer, nothing was left. */
  static readonly BATCH = 500;

  constructor(private readonly deps: RelayOutboxDeps) {}

  /** Relays one batch; returns how many rows it held. */
  async carryOut(): Promise<number> {
    const { clock, notify, outbox, publisher } = this.deps;
    const claimed = await outbox.claim(RelayOutbox.BATCH, await clock.now(), REPUBLISH_AFTER_MS);
    const jobs = (hasLeft: boolean): { event: string; agency: string }[] => claimed.filter((row) => row.hasLeft === hasLeft).map(({ id, agency }) => ({ event: id, agency }));
    const [toMail, toNobody] = [jobs(false), jobs(true)];
    if (toMail.length > 0) await publisher.publish(toMail);
    await Promise.all(toNobody.map((job) => notify.carryOut(job)));
    return claimed.length;
  }
}
