import type { Clock, NoticePublisher, OutboxStore } from '../ports/index.js';

/** Rows claimed at once. */
const BATCH = 500;
/** A published row that is still here after this long is published again: its job may have been lost with Redis. */
export const REPUBLISH_AFTER_MS = 4_000;

export interface RelayOutboxDeps {
  clock: Clock;
  outbox: OutboxStore;
  publisher: NoticePublisher;
}

/** Turns committed outbox rows into jobs. A row leaves on delivery, never on publishing, so losing every queue loses nothing. */
export class RelayOutbox {
  constructor(private readonly deps: RelayOutboxDeps) {}

  /** Relays one batch; returns how many rows it held. */
  async carryOut(): Promise<number> {
    const { clock, outbox, publisher } = this.deps;
    const claimed = await outbox.claim(BATCH, await clock.now(), REPUBLISH_AFTER_MS);
    if (claimed.length > 0) await publisher.publish(claimed.map(({ id, agency }) => ({ event: id, agency })));
    return claimed.length;
  }
}
