import { setTimeout as wait } from 'node:timers/promises';
import type { CDPSession } from 'playwright-core';

const TURN_MS = 24;

/**
 * A slower processor for the pages of a browser: each of its renderers runs for one part in `factor` of every 24 ms and stands still for
 * the rest, workers included, which the debugger's own throttle leaves as fast as they are. Returns how to end it.
 */
export function slowed(browser: CDPSession, factor: number): () => Promise<void> {
  let isOver = factor <= 1;
  const run = async (): Promise<void> => {
    for (let turn = 0, pids: number[] = []; !isOver; turn += 1) {
      if (turn % 4 === 0) pids = await renderersOf(browser);
      tell(pids, 'SIGSTOP');
      await wait(TURN_MS * (1 - 1 / factor));
      tell(pids, 'SIGCONT');
      await wait(TURN_MS / factor);
    }
  };
  const running = run();
  return async () => {
    isOver = true;
    await running;
  };
}

/** Processor time of the pages of a browser so far, all their threads, in milliseconds: what a busy machine does not change. */
export async function processorMs(browser: CDPSession): Promise<number> {
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
  return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { cpuTime }) => sum + cpuTime * 1_000, 0);
}

async function renderersOf(browser: CDPSession): Promise<number[]> {
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

function tell(pids: readonly number[], signal: 'SIGSTOP' | 'SIGCONT'): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // It went with its page.
    }
  }
}
