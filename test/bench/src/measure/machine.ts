import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { hrMs } from '@lateral/platform';
import { median } from './statistics.js';

export interface MachineFacts {
  processor: string;
  cores: number;
  memoryGb: number;
  system: string;
  node: string;
  postgres: string;
  queues: string;
  /** Processes that wanted a core in the last minute before the run: much more than none means neighbours. */
  loadBefore: number;
}

export function machineFacts({ postgres, queues, loadBefore }: { postgres: string; queues: string; loadBefore: number }): MachineFacts {
  const [first] = cpus();
  return {
    processor: first?.model.trim() ?? 'unknown', cores: cpus().length, memoryGb: Math.round(totalmem() / 2 ** 30), system: `${platform()} ${release()} ${arch()}`,
    node: process.version, postgres, queues, loadBefore,
  };
}

export const loadNow = (): number => Math.round((loadavg()[0] ?? 0) * 100) / 100;

/** Microseconds that one write of 8 kB and its fsync take in a folder, without any delay of ours: the median of 100. */
export function fsyncMicroseconds(folder: string): number {
  const place = mkdtempSync(join(folder, 'fsync-'));
  const file = openSync(join(place, 'written'), 'w');
  const page = Buffer.alloc(8_192, 1);
  const times = Array.from({ length: 100 }, () => {
    const began = hrMs();
    writeSync(file, page, 0, page.length, 0);
    fsyncSync(file);
    return (hrMs() - began) * 1_000;
  });
  closeSync(file);
  rmSync(place, { recursive: true });
  return Math.round(median(times));
}
