import { readFileSync } from 'node:fs';

/** The counter that the preloaded library keeps (`slow-fsync.c`): fsync and fdatasync calls of every process of Postgres. */
export class FsyncCounter {
  constructor(private readonly file: string | null) {}

  /** null where there is no counter, because there was no C compiler to make it. */
  read(): number | null {
    return this.file === null ? null : Number(readFileSync(this.file).readBigUInt64LE(0));
  }

  /** Calls since `before` for each of `operations`; NaN where nobody counts. */
  perOperation(before: number | null, operations: number): number {
    const now = this.read();
    return now === null || before === null ? Number.NaN : (now - before) / operations;
  }
}
