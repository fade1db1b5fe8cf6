// @ts-check
// `node tools/services/services.mjs up|down|status`: the services of this checkout, for a person at work. `up` prints the addresses as
// NAME=value lines, and they stay up until `down`.
import { defaultFolder } from './src/folders.mjs';
import { holders } from './src/holders.mjs';
import { endWith } from './src/setup-failure.mjs';
import { setUp } from './src/setup.mjs';

/** @param {string} line */
const say = (line) => void process.stderr.write(`${line}\n`);

/** @param {import('./src/bring-up.mjs').Services} services */
function printAddresses(services) {
  const { testEnvironment } = addresses;
  for (const [name, value] of Object.entries(testEnvironment(services))) process.stdout.write(`${name}=${value}\n`);
}

const addresses = await import('./src/environment.mjs');
try {
  await setUp({ log: say, build: false });
  const { down, status, up } = await import('./src/bring-up.mjs');
  const command = process.argv[2];
  if (command === 'up') printAddresses(await up({ log: say, keep: true }));
  else if (command === 'down') await down({ log: say });
  else if (command === 'status') {
    for (const [name, state] of Object.entries(await status())) process.stdout.write(`${name}: ${state}\n`);
    process.stdout.write(`used by: ${holders(defaultFolder).join(', ') || 'nobody'}\n`);
  } else {
    say('usage: node tools/services/services.mjs up|down|status');
    process.exitCode = 1;
  }
} catch (failure) {
  endWith(failure);
}
