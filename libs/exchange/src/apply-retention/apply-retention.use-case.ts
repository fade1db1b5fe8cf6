import type { RetentionClass } from '@lateral/domain/agreements';
import { fallsUnder, pastAt, type RetentionSchedule } from '@lateral/domain/retention';
import { composeRecord } from '../compose-record.js';
import { EraseCheck, type EraseCheckDeps } from '../erase-check/erase-check.use-case.js';
import { eraseObjects } from '../erase-check/erase-objects.js';
import type { AgreementStore, EndedCheck, RetentionStore } from '../ports/index.js';
import { AgreedClasses } from './agreed-classes.js';

export interface ApplyRetentionDeps extends EraseCheckDeps {
  retention: RetentionStore;
  agreements: Pick<AgreementStore, 'version'>;
  schedule: RetentionSchedule;
}

/** Of the checks that are kept as one class: how many there are, and of how many what is past its date or stays all the same. */
export interface RetentionCounts {
  /** Ended, with coded records that are still here. */
  ended: number;
  /** What was sealed is past its date and still readable, or nothing says of it that it is not; erased now, where it was to be. */
  content: number;
  /** Coded records are past their date; deleted now, where they were to be. */
  records: number;
  /** Something is past its date and stays: the check was named as held. */
  held: number;
  /** Likewise: an emergency override in it was never reviewed. */
  awaitingReview: number;
  /** Opened again or written to while this ran; nothing more was done to it. */
  changed: number;
}

export type RetentionRun = { ok: true; counts: ReadonlyMap<RetentionClass, RetentionCounts> } | { ok: false; unknownHolds: readonly string[] };

/**
 * Carries out how long the hub keeps what: what was sealed in ended checks is erased once it is past its date, their coded records are
 * deleted once those are. Never of a check that is open or decided, that is held, or whose emergency overrides were not all reviewed: the
 * second person would find nothing to judge. What was done is told by the same look at what there is, so that whatever broke off is
 * finished by the next run, and what came back with a restored backup goes again. Audit records and the ledger are not touched.
 */
export class ApplyRetention {
  constructor(private readonly deps: ApplyRetentionDeps) {}

  /** `holds`: references of checks that stay. Where nobody knows one of them nothing is done, for it stands for another. Without `carriesOut` nothing is changed. */
  async carryOut({ holds, carriesOut }: { holds: readonly string[]; carriesOut: boolean }): Promise<RetentionRun> {
    const alone = await all(this.pages((after) => this.deps.retention.keptAlone(after)));
    const unknownHolds = await this.unknown(holds, new Set(alone.map(({ reference }) => reference)));
    if (unknownHolds.length > 0) return { ok: false, unknownHolds };
    const run = new Run(this.deps, { now: await this.deps.clock.now(), holds: new Set(holds), carriesOut });
    for (const kept of alone) await run.take(kept);
    for await (const check of this.pages((after) => this.deps.retention.ended(after))) await run.take(check);
    return { ok: true, counts: run.counts };
  }

  private async *pages(read: RetentionStore['ended']): AsyncGenerator<EndedCheck> {
    let after: string | null = null;
    do {
      const { checks, next } = await read(after);
      yield* checks;
      after = next;
    } while (after !== null);
  }

  private async unknown(holds: readonly string[], alone: ReadonlySet<string>): Promise<string[]> {
    const unknown: string[] = [];
    for (const reference of holds) if (!alone.has(reference) && (await this.deps.checks.checkFacts(reference, null)) === null) unknown.push(reference);
    return unknown;
  }
}

/** One run over all that has ended, by one moment. */
class Run {
  readonly counts = new Map<RetentionClass, RetentionCounts>();
  private readonly agreed: AgreedClasses;

  constructor(private readonly deps: ApplyRetentionDeps, private readonly under: { now: Date; holds: ReadonlySet<string>; carriesOut: boolean }) {
    this.agreed = new AgreedClasses(deps.agreements);
  }

  async take(check: EndedCheck): Promise<void> {
    const keptAs = fallsUnder(await this.agreed.of(check.shares), this.deps.schedule);
    const counts = this.countsOf(keptAs.code);
    counts.ended += 1;
    const past = pastAt(keptAs, check.endedAt, this.under.now);
    if (!past.content) return;
    const content = !check.isNoted || (await this.isReadable(check));
    if (!content && !past.records) return;
    const stays = this.under.holds.has(check.reference) ? 'held' : check.awaitsReview ? 'awaitingReview' : null;
    if (stays !== null) counts[stays] += 1;
    else await this.end(check, { content, records: past.records }, counts);
  }

  /** What was sealed goes first: coded records never go before it. */
  private async end(check: EndedCheck, due: { content: boolean; records: boolean }, counts: RetentionCounts): Promise<void> {
    const { carriesOut } = this.under;
    if (due.content) {
      if (carriesOut && !(await this.eraseContent(check))) {
        counts.changed += 1;
        return;
      }
      counts.content += 1;
    }
    if (!due.records) return;
    counts[carriesOut && !(await this.eraseRecords(check)) ? 'changed' : 'records'] += 1;
  }

  private async isReadable({ id }: EndedCheck): Promise<boolean> {
    return (await this.deps.keys.find(await this.deps.erasures.objectsOf(id))).size > 0;
  }

  /** False where the check has been opened again. */
  private async eraseContent({ id, reference, isCheck, parties }: EndedCheck): Promise<boolean> {
    if (isCheck) return (await new EraseCheck(this.deps).carryOut(reference)).ok;
    await eraseObjects(this.deps, id, parties);
    return true;
  }

  private async eraseRecords(check: EndedCheck): Promise<boolean> {
    const { clock, randomness, retention } = this.deps;
    const record = composeRecord('coded-record.erased.v1', { check: check.id }, { at: await clock.now(), randomness, parties: check.parties });
    return (await retention.eraseCodedRecords(check, record)) === 'erased';
  }

  private countsOf(code: RetentionClass): RetentionCounts {
    const counts = this.counts.get(code) ?? { ended: 0, content: 0, records: 0, held: 0, awaitingReview: 0, changed: 0 };
    this.counts.set(code, counts);
    return counts;
  }
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const gathered: T[] = [];
  for await (const item of items) gathered.push(item);
  return gathered;
}
