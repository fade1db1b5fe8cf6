import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const PROCESS_NAMES = ['hub', 'courier', 'ledger', 'postgres', 'redis', 'mail', 'client'] as const;
export type ProcessName = (typeof PROCESS_NAMES)[number];
/** Microseconds of processor time by process; 0 for one that does not run. */
export type ProcessorTime = Record<ProcessName, number>;

/** Ticks of the clock that /proc counts in, a second. */
const TICKS = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

interface Stat { pid: number; parent: number; own: number; reaped: number }

/** The fields of /proc/<pid>/stat (proc(5)) behind the command's name, which may hold anything. */
function statOf(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ').map(Number);
    return { pid, parent: fields[1]!, own: fields[11]! + fields[12]!, reaped: fields[13]! + fields[14]! };
  } catch {
    return null; // It has ended meanwhile.
  }
}

const everyPid = (): number[] => readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number);

/** Time of a process, of its living children (Postgres has one a connection) and of those it has buried. */
function timeOfTree(pid: number): number {
  const root = statOf(pid);
  if (root === null) return 0;
  const children = everyPid().flatMap((each) => statOf(each) ?? []).filter(({ parent }) => parent === pid);
  return ((root.own + root.reaped + children.reduce((sum, { own, reaped }) => sum + own + reaped, 0)) / TICKS) * 1_000_000;
}

/** Reads where the processes of an installation are, and how much processor time each has had so far. */
export class ProcessorTimes {
  constructor(private readonly pids: () => Partial<Record<ProcessName, number>>) {}

  read(): ProcessorTime {
    const pids = this.pids();
    return Object.fromEntries(PROCESS_NAMES.map((name) => {
      const pid = pids[name];
      return [name, pid === undefined ? 0 : name === 'postgres' ? timeOfTree(pid) : ((statOf(pid)?.own ?? 0) / TICKS) * 1_000_000];
    })) as ProcessorTime;
  }

  /** Time each process has had since `before`, for each of `operations`. */
  perOperation(before: ProcessorTime, operations: number): ProcessorTime {
    const now = this.read();
    return Object.fromEntries(PROCESS_NAMES.map((name) => [name, Math.round((now[name] - before[name]) / operations)])) as ProcessorTime;
  }
}

export interface Memory { nowMb: number; peakMb: number }

/** Resident memory of a process now and at its highest. */
export function memoryOf(pid: number): Memory {
  const text = readFileSync(`/proc/${pid}/status`, 'utf8');
  const read = (name: string): number => Math.round(Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? Number.NaN) / 102.4) / 10;
  return { nowMb: read('VmRSS'), peakMb: read('VmHWM') };
}

/** The process id that Postgres notes in its data folder. */
export function postmasterOf(folder: string): number | undefined {
  const file = join(folder, 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
}

/** A Redis or Valkey that shows this port in its title. */
export function redisOn(port: string): number | undefined {
  return everyPid().find((pid) => {
    try {
      const title = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      return /redis-server|valkey-server/.test(title) && title.includes(`:${port}`);
    } catch {
      return false;
    }
  });
}
