import type { Clock, NoticePublisher, OutboxStore } from '../ports/index.js';

/** A published row that is still here after this long is published again: its job may have been lost with Redis. */
export const REPUBLISH_AFTER_MS = 4_000;

export interface RelayOutboxDeps {
  clock: Clock;
  outbox: OutboxStore;
  publisher: NoticePublisher;
}

/**
 * Shows connected clients what is owed, and turns committed outbox rows into jobs for the mail. A row leaves on delivery, never on publishing, so losing every queue loses nothing.
 */
export class RelayOutbox {
  /** Rows claimed at once: where there were fewer, nothing was left. */
  static readonly BATCH = 500;

  constructor(private readonly deps: RelayOutboxDeps) {}

  /** Relays one batch; returns how many rows it held. */
  async carryOut(): Promise<number> {
    const { clock, outbox, publisher } = this.deps;
    const claimed = await outbox.claim(RelayOutbox.BATCH, await clock.now(), REPUBLISH_AFTER_MS);
    if (claimed.length > 0) await publisher.publish(claimed.map(({ id, agency }) => ({ event: id, agency })));
    return claimed.length;
  }
}
