import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Stock OpenPGP programs, and the command that puts them on a Debian machine. */
export const STOCK_TOOLS = { gpg: 'apt-get install gnupg', sq: 'apt-get install sq' } as const;
export type StockTool = keyof typeof STOCK_TOOLS;

export function hasTool(tool: StockTool): boolean {
  return spawnSync(tool, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** What a skipped test is called, so that nobody wonders why. */
export function needs(tool: StockTool): string {
  return hasTool(tool) ? '' : ` (skipped: ${tool} is missing; ${STOCK_TOOLS[tool]})`;
}

/** A folder of its own for one run of one tool: agents of a folder used twice get into each other's way. */
export class ToolFolder {
  // Short, because an agent's socket lives in it and its path has a limit of about a hundred characters.
  readonly path = mkdtempSync(join(tmpdir(), 'lt-'));

  constructor() {
    chmodSync(this.path, 0o700);
  }

  file(name: string, bytes: Uint8Array | string): string {
    const path = join(this.path, name);
    writeFileSync(path, bytes);
    return path;
  }

  read(name: string): Uint8Array {
    return new Uint8Array(readFileSync(join(this.path, name)));
  }

  gpg(...args: string[]): { status: number | null; said: string } {
    return this.run('gpg', ['--homedir', this.path, '--batch', '--yes', '--no-tty', '--trust-model', 'always', '--status-fd', '1', ...args]);
  }

  sq(...args: string[]): { status: number | null; said: string } {
    return this.run('sq', args);
  }

  private run(tool: string, args: string[]): { status: number | null; said: string } {
    const { status, stdout, stderr } = spawnSync(tool, args, { cwd: this.path, encoding: 'utf8', timeout: 30_000, env: { ...process.env, GNUPGHOME: this.path } });
    return { status, said: `${stdout}\n${stderr}` };
  }

  remove(): void {
    spawnSync('gpgconf', ['--homedir', this.path, '--kill', 'all'], { stdio: 'ignore' });
    rmSync(this.path, { recursive: true, force: true });
  }
}
