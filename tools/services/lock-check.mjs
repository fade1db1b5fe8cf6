// @ts-check
// Finds what `npm ci` would stumble over on another machine, before it does: prints each fault and ends with 1.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './src/folders.mjs';
import { hostsIn, missingFromLock, unpinned } from './src/lock.mjs';

/** @param {string} path */
const read = (path) => JSON.parse(readFileSync(join(checkout, path), 'utf8'));

const { packages } = read('package-lock.json');
const manifests = Object.keys(packages).filter((path) => !path.includes('node_modules')).map((path) => join(path, 'package.json'));
const faults = [...missingFromLock(packages), ...hostsIn(packages), ...manifests.flatMap((path) => unpinned(path, read(path)))];
for (const fault of faults) process.stdout.write(`${fault}\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
