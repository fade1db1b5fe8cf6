import { ApplyRetention, type Clock, type RetentionCounts } from '@lateral/exchange';
import type { RetentionSchedule } from '@lateral/domain/retention';
import type { HubDatabase } from '@lateral/persistence/hub';
import type { KeyStore } from '@lateral/persistence/key-store';
import { SystemRandom, type Logger } from '@lateral/platform';
import { HubRefused } from './refuse-to-start.js';

export interface RetainDeps {
  database: HubDatabase;
  keyStore: KeyStore;
  schedule: RetentionSchedule;
  clock: Clock;
  log: Logger;
}

/**
 * Says what is past its date, one line of the log for each class and each count that is not nought, and carries it out where it is to.
 * Returns how often something was, or would be, erased or deleted. Throws a HubRefused, having named them, where a held check is not known:
 * then nothing has been done.
 */
export async function retain({ database, keyStore, schedule, clock, log }: RetainDeps, under: { holds: readonly string[]; carriesOut: boolean }): Promise<number> {
  const { agreements, checks, erasures, retention } = database;
  const run = await new ApplyRetention({ clock, randomness: new SystemRandom(), checks, erasures, keys: keyStore.keys, retention, agreements, schedule }).carryOut(under);
  if (!run.ok) {
    for (const check of run.unknownHolds) log.log('process.refused-to-start', { code: 'hold-unknown', check });
    throw new HubRefused('hold-unknown');
  }
  for (const [kind, counts] of run.counts) {
    for (const [part, count] of Object.entries(counts) as [keyof RetentionCounts, number][]) if (count > 0) log.log('retention.counted', { kind, part, count });
  }
  return [...run.counts.values()].reduce((sum, { content, records }) => sum + content + records, 0);
}
