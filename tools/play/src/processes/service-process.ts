import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, readFileSync, type WriteStream } from 'node:fs';
import { resolve } from 'node:path';

export interface ServiceSpec {
  name: string;
  /** Compiled entry point. */
  entry: string;
  /** Words on its command line. */
  words?: readonly string[];
  environment: Record<string, string>;
  /** Where its log lines go, besides being read for readiness. */
  log: string;
}

/** A process that would not start, or a command that failed: which, and the code that its log names. */
export class ProcessFailed extends Error {
  constructor(readonly process: string, readonly code: string) {
    super(`${process} did not start: ${code}`);
  }
}

interface LogLine { event?: string; code?: string; setting?: string; error?: string; port?: number }

/** One of our own processes: started, watched for its readiness, and stopped. */
export class ServiceProcess {
  private constructor(readonly spec: ServiceSpec, private readonly child: ChildProcess) {}

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** Starts it and resolves when it logs that it is ready. Rejects when it ends before that. */
  static async start(spec: ServiceSpec): Promise<ServiceProcess> {
    const child = spawnNode(spec);
    const lines = follow(child, createWriteStream(spec.log, { flags: 'a', mode: 0o600 }));
    await lines.until((line) => line.event === 'process.ready', spec.name);
    return new ServiceProcess(spec, child);
  }

  /** Runs a command to its end; rejects where it fails. */
  static async run(spec: ServiceSpec): Promise<void> {
    const child = spawnNode(spec);
    const lines = follow(child, createWriteStream(spec.log, { flags: 'a', mode: 0o600 }));
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    if (code !== 0) throw new ProcessFailed(spec.name, lines.refusal());
  }

  /** Asks it to stop and waits until it has; kills it where it does not within the time. */
  async stop(limitMs = 12_000): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => this.child.once('exit', () => { resolve(); }));
    this.child.kill('SIGTERM');
    const overrun = setTimeout(() => this.child.kill('SIGKILL'), limitMs);
    await ended;
    clearTimeout(overrun);
  }

  /** Ends it as a crash would. Resolves when it is gone. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => this.child.once('exit', () => { resolve(); }));
    this.child.kill('SIGKILL');
    await ended;
  }
}

/** How much memory Node and the C library may keep; the same wherever our processes are started. */
const HOW = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../../config/processes.json'), 'utf8')) as { nodeArguments: string[]; environment: Record<string, string> };

function spawnNode({ entry, words = [], environment }: ServiceSpec): ChildProcess {
  const { PATH = '', HOME = '', TZ } = process.env;
  const surroundings = { PATH, HOME, ...(TZ === undefined ? {} : { TZ }), ...HOW.environment };
  return spawn(process.execPath, [...HOW.nodeArguments, '--enable-source-maps', entry, ...words], { env: { ...surroundings, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
}

interface Followed {
  until(matches: (line: LogLine) => boolean, name: string): Promise<void>;
  refusal(): string;
}

function follow(child: ChildProcess, file: WriteStream): Followed {
  let pending = '';
  let last: LogLine = {};
  const waiting = new Set<(line: LogLine) => void>();
  child.stderr?.pipe(file, { end: false });
  child.stdout?.on('data', (chunk: Buffer) => {
    file.write(chunk);
    pending += chunk.toString('utf8');
    const lines = pending.split('\n');
    pending = lines.pop() ?? '';
    for (const line of lines) {
      const parsed = readLine(line);
      if (parsed.event === 'process.refused-to-start') last = parsed;
      for (const look of waiting) look(parsed);
    }
  });
  child.once('close', () => file.end());
  const refusal = (): string => [last.error, last.code, last.setting].filter((part) => part !== undefined).join(' ') || 'it ended without saying why (see its log)';
  return {
    refusal,
    until: (matches, name) => new Promise((resolve, reject) => {
      const look = (line: LogLine): void => {
        if (!matches(line)) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      child.once('error', reject);
      child.once('close', () => { reject(new ProcessFailed(name, refusal())); });
    }),
  };
}

function readLine(line: string): LogLine {
  try {
    return JSON.parse(line) as LogLine;
  } catch {
    return {};
  }
}
