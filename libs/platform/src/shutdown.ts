import type { Logger } from './logger.js';

/** One thing to stop. Steps run in the order given, each awaited: what takes work in stops before what work needs. */
export interface ShutdownStep {
  part: string;
  stop(): Promise<void> | void;
}

/** The parts of a process that shutting down needs; `process` itself in an app. */
export interface StoppableProcess {
  on(signal: 'SIGTERM' | 'SIGINT', handler: () => void): unknown;
  exit(code: number): void;
}

export interface ShutdownOptions {
  steps: readonly ShutdownStep[];
  log: Logger;
  /** For all steps together; after it the process ends with code 1, whatever is still open. */
  limitMs?: number;
  process?: StoppableProcess;
}

/**
 * Stops everything in order on SIGTERM or SIGINT and ends the process: code 0, or 1 if a step failed or time ran out.
 * A failing step does not keep later ones from running. Returns the same stop as a function, which runs once only.
 */
export function onShutdown(options: ShutdownOptions): () => Promise<void> {
  const target = options.process ?? process;
  let stopping: Promise<void> | null = null;
  const stop = (): Promise<void> => (stopping ??= stopAll(options, target));
  target.on('SIGTERM', () => void stop());
  target.on('SIGINT', () => void stop());
  return stop;
}

async function stopAll({ steps, log, limitMs = 10_000 }: ShutdownOptions, target: StoppableProcess): Promise<void> {
  log.log('process.stopping');
  let code = 0;
  const overrun = setTimeout(() => {
    log.log('step.overran', { ms: limitMs });
    target.exit(1);
  }, limitMs);
  for (const step of steps) {
    try {
      await step.stop();
      log.log('step.stopped', { part: step.part });
    } catch (error) {
      code = 1;
      log.failure('process.failed', error, { part: step.part });
    }
  }
  clearTimeout(overrun);
  log.log('process.stopped');
  target.exit(code);
}
