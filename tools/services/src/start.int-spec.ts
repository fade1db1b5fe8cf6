import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isAlive } from './processes.mjs';
import { newCheckout, removeFolders, servicesCommand } from './second-checkout.js';

// Stands in for the player: starts a process of its own, says what it was given, and waits or ends as it is told.
const player = `
import { spawn } from 'node:child_process';
const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
process.stdout.write(JSON.stringify({ child: child.pid, database: process.env.DATABASE_URL, port: process.env.LATERAL_HUB_PORT, args: process.argv.slice(2) }) + '\\n');
if (process.argv[2] === '--once') process.exit(3);
process.on('SIGINT', () => process.exit(0));
`;

interface Said { child: number; database: string; port: string; args: string[] }

function checkoutWithPlayer(): string {
  const folder = newCheckout();
  writeFileSync(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "noEmit": true, "types": [] }, "files": ["empty.ts"] }');
  writeFileSync(join(folder, 'empty.ts'), 'export {};');
  for (const none of ['apps', 'test/play/dist']) mkdirSync(join(folder, none), { recursive: true }); // None to bundle.
  mkdirSync(join(folder, 'tools/play/dist'), { recursive: true });
  writeFileSync(join(folder, 'tools/play/dist/main.js'), player);
  return folder;
}

/** Runs `npm start`'s program; `onLine` sees the player's line and may end it. */
function start(folder: string, args: string[], onLine: (stop: () => void) => void): Promise<{ code: number | null; said: Said; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(folder, 'tools/services/start.mjs'), ...args], { env: { PATH: process.env['PATH'] }, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    let seen = false;
    child.once('error', reject);
    child.stdout.on('data', (text: Buffer) => {
      output += text.toString();
      if (seen || !/^\{.*\}$/mu.test(output)) return;
      seen = true;
      onLine(() => child.kill('SIGINT'));
    });
    child.once('close', (code) => {
      const line = output.split('\n').find((each) => each.startsWith('{'));
      resolve({ code, said: JSON.parse(line ?? '{}') as Said, output });
    });
  });
}

const nothingIsUp = 'postgres: down\nredis: down\nmail: down\nused by: nobody\n';

describe('npm start', () => {
  const folder = checkoutWithPlayer();
  afterAll(async () => {
    await servicesCommand(folder, 'down');
    removeFolders();
  }, 60_000);

  it('hands services and arguments over, and Ctrl-C ends all that it started', async () => {
    const { code, said, output } = await start(folder, ['--case', 'x.json'], (stop) => {
      stop();
      stop(); // The terminal and npm both send one.
    });
    expect(code).toBe(0);
    expect(said.args).toEqual(['--case', 'x.json']);
    expect(said.database).toMatch(/^postgres:\/\/lateral_hub:/u);
    expect(Number(said.port)).toBeLessThan(32_768);
    expect(isAlive(said.child)).toBe(false);
    expect((await servicesCommand(folder, 'status')).stdout).toBe(nothingIsUp);
    expect(output).not.toContain('\u001b');
  }, 120_000);

  it('ends with the player\'s code, and ends what a player left behind', async () => {
    const { code, said } = await start(folder, ['--once'], () => undefined);
    expect(code).toBe(3);
    expect(isAlive(said.child)).toBe(false);
    expect((await servicesCommand(folder, 'status')).stdout).toBe(nothingIsUp);
  }, 120_000);
});
