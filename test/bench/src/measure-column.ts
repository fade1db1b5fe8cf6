import { hrMs } from '@lateral/platform';
import { BenchWorld } from './bench-world.js';
import { fsyncMicroseconds, loadNow, machineFacts, type MachineFacts } from './measure/machine.js';
import { measureDesk, type Desk } from './parts/desk.js';
import { measureJudging, type Judging } from './parts/judging.js';
import { measureNotifying, type Notifying } from './parts/notifying.js';
import { footprintOf, measureStarts, type Footprint, type Starting } from './parts/processes.js';
import { measurePeople, type People } from './parts/people.js';
import { measureRelaying, type Relaying } from './parts/relaying.js';
import { measureSealing, type Sealing } from './parts/sealing.js';
import { measureSequencing, type Sequencing } from './parts/sequencing.js';
import { measureSubmitting, type Submitting } from './parts/submitting.js';
import { measureWholeRounds, type WholeRounds } from './parts/whole-rounds.js';
import { Patience, type Amounts } from './run-options.js';

export const PARTS = ['submitting', 'notifying', 'wholeRounds', 'sequencing', 'sealing', 'starting', 'relaying', 'judging', 'people', 'desk'] as const;
export type Part = (typeof PARTS)[number];

/** Everything measured on one set of services. A part that was not wanted, or failed, is null. */
export interface Column {
  fsyncDelayUs: number;
  /** What one fsync of 8 kB takes on this disk without our delay. */
  diskFsyncUs: number;
  machine: MachineFacts;
  seconds: number;
  submitting: Submitting | null;
  notifying: Notifying | null;
  wholeRounds: WholeRounds | null;
  sealing: Sealing | null;
  sequencing: Sequencing | null;
  starting: Starting | null;
  relaying: Relaying | null;
  judging: Judging | null;
  people: People | null;
  desk: Desk | null;
  /** After everything that loads the processes. */
  memory: Partial<Footprint>;
  failures: string[];
}

export interface ColumnOptions {
  fsyncDelayUs: number;
  fsyncCounter: string | null;
  amounts: Amounts;
  parts: readonly Part[];
  /** Seconds after which no further round begins. */
  patience: number;
  say: (line: string) => void;
  /** Told of the column as far as it has come, after each part: what was measured is kept whatever happens to the rest. */
  save: (column: Column) => Promise<void>;
}

export async function measureColumn(options: ColumnOptions): Promise<void> {
  const began = hrMs();
  const loadBefore = loadNow();
  const world = await BenchWorld.prepare(options.fsyncCounter);
  try {
    await world.installation.startOne('ledger');
    await world.installation.startOne('keyLedger');
    await world.installation.startOne('hub');
    await world.agree();
    const { rows } = await world.sql.query<{ version: string }>(`select current_setting('server_version') as version`);
    const machine = machineFacts({ postgres: rows[0]?.version ?? 'unknown', queues: world.settings.LATERAL_QUEUE_BACKEND, loadBefore });
    const diskFsyncUs = fsyncMicroseconds(world.settings.LATERAL_SERVICES_FOLDER);
    const column: Column = {
      fsyncDelayUs: options.fsyncDelayUs, diskFsyncUs, machine, seconds: 0,
      submitting: null, notifying: null, wholeRounds: null, sealing: null, sequencing: null, starting: null, relaying: null, judging: null, people: null, desk: null, memory: {}, failures: [],
    };
    await new ColumnRun(world, options, column, began).all();
  } finally {
    await world.end();
  }
}

/** The parts in the order in which they disturb each other least: courier comes up after what must not have it. */
class ColumnRun {
  constructor(private readonly world: BenchWorld, private readonly options: ColumnOptions, private readonly column: Column, private readonly began: number) {}

  async all(): Promise<void> {
    const { world } = this;
    const { amounts } = this.options;
    await this.part('submitting', 0.4, (patience) => measureSubmitting(world, amounts, patience));
    await world.forget();
    await world.installation.startOne('courier');
    await this.part('notifying', 0.75, (patience) => measureNotifying(world, amounts, patience));
    await this.part('wholeRounds', 0.8, (patience) => measureWholeRounds(world, amounts, patience));
    await this.part('sequencing', 0.88, (patience) => measureSequencing(world, amounts, patience));
    this.column.memory = footprintOf(world);
    await this.part('sealing', 0.9, (patience) => measureSealing(world, amounts, patience));
    await this.part('judging', 0.91, (patience) => measureJudging(world, amounts, patience));
    await this.part('people', 0.93, (patience) => measurePeople(world, amounts, patience));
    await this.part('starting', 0.96, (patience) => measureStarts(world, amounts, patience));
    await world.installation.processes.get('courier')?.stop();
    await this.part('relaying', 1, (patience) => measureRelaying(world, amounts, patience));
    // Nothing of it waits for a disk, and each of its rounds takes as long as some parts: where time ran out it has one.
    if (this.options.fsyncDelayUs === 0) {
      await world.installation.startOne('courier');
      await this.part('desk', 1, (patience) => measureDesk(world, amounts, patience));
    }
  }

  /** One part, which begins no further round once its share of the whole patience is over. What fails is noted, and the rest goes on. */
  private async part<Name extends Part>(name: Name, share: number, measure: (patience: Patience) => Promise<NonNullable<Column[Name]>>): Promise<void> {
    const { parts, say, patience, save } = this.options;
    if (!parts.includes(name)) return;
    const began = hrMs();
    try {
      this.column[name] = await measure(new Patience(hrMs, this.began + patience * share * 1_000));
      say(`  ${name}: ${((hrMs() - began) / 1_000).toFixed(1)} s`);
    } catch (cause) {
      this.column.failures.push(`${name}: ${cause instanceof Error ? cause.message : String(cause)}`);
      say(`  ${name} failed: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`);
    }
    this.column.seconds = Math.round((hrMs() - this.began) / 1_000);
    await save(this.column);
  }
}
