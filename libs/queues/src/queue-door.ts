import type { BackendFactory } from 'bullmq';

export type DoorHealth = { ok: true } | { ok: false; code: 'unreachable' | 'maxmemory-policy' | 'appendonly' };

/** One engine: how queues and workers connect to it, and whether it is fit to hold work. */
export interface QueueDoor {
  readonly kind: 'redis' | 'postgres';
  /** Redis key prefix; Postgres separates by schema and ignores it. */
  readonly prefix: string;
  readonly producers: BackendFactory;
  readonly workers: BackendFactory;
  /** False while a producer's command would fail anyway. */
  isOpen(): boolean;
  health(): Promise<DoorHealth>;
  close(): Promise<void>;
}
