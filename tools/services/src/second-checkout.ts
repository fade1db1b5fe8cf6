// Folders and second clones for the specs of the services, and the end of them.
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { checkout } from './folders.mjs';

const run = promisify(execFile);
const made: string[] = [];

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lateral-spec-'));
  made.push(folder);
  return folder;
}

/** A second clone, as far as the services go: the same files under another path. */
export function newCheckout(): string {
  const folder = newFolder();
  for (const part of ['package.json', 'package-lock.json', 'config', 'tools/services']) cpSync(join(checkout, part), join(folder, part), { recursive: true });
  symlinkSync(join(checkout, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Runs `services.mjs` of a checkout as a person would, with an environment that names no service. */
export async function servicesCommand(folder: string, verb: 'up' | 'down' | 'status', environment: NodeJS.ProcessEnv = {}): Promise<{ stdout: string; stderr: string }> {
  return run(process.execPath, [join(folder, 'tools/services/services.mjs'), verb], { env: { PATH: process.env['PATH'], ...environment } });
}

/** Removes every folder that was made, and the data of its services. */
export function removeFolders(): void {
  for (const folder of made) {
    const home = [join(folder, 'home'), join(folder, '.services/home')].find((file) => existsSync(file));
    if (home !== undefined) rmSync(readFileSync(home, 'utf8').trim(), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
}
