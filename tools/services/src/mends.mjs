// @ts-check

/** The command that mends a missing Redis. */
export const redisMend = 'sudo apt-get install -y redis-server';

/**
 * Programs of the machine that some tests need and npm cannot bring. A test that is skipped for want of one has `needs NAME` in its
 * title (or `NAME is missing`), so the runner can name the command that mends it.
 * @type {Record<string, string>}
 */
const mends = {
  redis: redisMend,
  LATERAL_TEST_REDIS_URL: redisMend,
  gpg: 'sudo apt-get install -y gnupg',
  sq: 'sudo apt-get install -y sq',
  sqop: 'sudo apt-get install -y sqop',
  chromium: 'sudo apt-get install -y chromium',
  pdftotext: 'sudo apt-get install -y poppler-utils',
  cc: 'sudo apt-get install -y gcc libc6-dev',
};

/**
 * @param {string} title of a skipped test
 * @returns {string} how to have it run
 */
export function mendFor(title) {
  const found = Object.entries(mends).find(([name]) => new RegExp(`\\b(?:needs ${name}|${name} is missing)\\b`, 'u').test(title));
  return found === undefined ? 'no command is known: its title does not say what it needs' : `mend it with: ${found[1]}`;
}
