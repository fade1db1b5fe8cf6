// @ts-check
// `npm run build`: installs what is missing, builds every workspace in order and bundles the apps; prints every error of the compiler.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { checkout } from './src/folders.mjs';
import { endWith } from './src/setup-failure.mjs';
import { setUp } from './src/setup.mjs';

try {
  await setUp({ log: (line) => void process.stdout.write(`${line}\n`), build: false });
  const compiler = join(checkout, 'node_modules/@typescript/native/bin/tsc');
  process.exitCode = spawnSync(process.execPath, [compiler, '-b', ...process.argv.slice(2)], { cwd: checkout, stdio: 'inherit' }).status ?? 1;
  if (process.exitCode === 0 && !process.argv.includes('--clean')) await (await import('./src/bundle.mjs')).bundleApps();
} catch (failure) {
  endWith(failure);
}
