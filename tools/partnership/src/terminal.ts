import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** The person at the keyboard. `ask` gives null when nobody is there any more; what is hidden is not echoed. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Takes what was printed off the screen, where there is one: it was for one person's eyes. */
  wipe(): void;
  ask(question: string, options?: { hidden?: boolean }): Promise<string | null>;
}

/** The process's own terminal. Questions go to standard error, so that what is printed on purpose can be sent to a printer. `close` lets the process end. */
export function processTerminal(): Terminal & { close(): void } {
  let hidden = false;
  const echo = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      if (!hidden) process.stderr.write(chunk);
      done();
    },
  });
  let lines: AsyncIterator<string> | null = null;
  let reading: ReturnType<typeof createInterface> | null = null;
  return {
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    wipe: () => void (process.stdout.isTTY && process.stdout.write('\u001b[3J\u001b[2J\u001b[H')),
    async ask(question, options) {
      reading ??= createInterface({ input: process.stdin, output: echo, terminal: process.stdin.isTTY });
      lines ??= reading[Symbol.asyncIterator]();
      process.stderr.write(`${question} `);
      hidden = options?.hidden ?? false;
      const answer = await lines.next();
      if (hidden) process.stderr.write('\n');
      hidden = false;
      return answer.done === true ? null : answer.value;
    },
    close: () => reading?.close(),
  };
}
