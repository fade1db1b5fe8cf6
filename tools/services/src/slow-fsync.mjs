// @ts-check
import { spawnSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './folders.mjs';
import { onPath } from './processes.mjs';

const source = join(checkout, 'test/bench/src/slow-fsync.c');

/**
 * @typedef {object} Preload
 * @property {string} counter file that holds the number of fsync calls so far, 8 bytes, lowest first
 * @property {(delayUs: number) => Record<string, string>} environment variables under which a program counts and delays its fsync calls
 */

/**
 * Compiles the library that counts and slows fsync; null where there is no C compiler.
 * @param {string} folder that the server's identity can enter
 * @returns {Preload | null}
 */
export function compileSlowFsync(folder) {
  const compiler = ['cc', 'gcc', 'clang'].find((name) => onPath(name) !== undefined);
  if (compiler === undefined) return null;
  const [library, counter] = [join(folder, 'slow-fsync.so'), join(folder, 'fsync-calls')];
  const result = spawnSync(compiler, ['-O2', '-shared', '-fPIC', '-o', library, source, '-ldl'], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (result.status !== 0) return null;
  writeFileSync(counter, Buffer.alloc(8));
  chmodSync(folder, 0o755);
  chmodSync(counter, 0o666); // The server may run as somebody else.
  return { counter, environment: (delayUs) => ({ LD_PRELOAD: library, FSYNC_COUNTER: counter, FSYNC_DELAY_US: String(delayUs) }) };
}
