import { VERIFY_EXIT } from '@lateral/contracts';
import { readArguments, USAGE } from './arguments.js';
import { openPgpInspector } from './openpgp-inspector.js';
import { readFileBounded } from './read-file.js';
import { report } from './report.js';
import { unread, verifyEvidence } from './verifier.js';

/** Exit code for a command line that makes no sense; the others are the contract's. */
const EXIT_USAGE = 1;

async function main(argv: readonly string[]): Promise<number> {
  const given = readArguments(argv);
  if (given === null) {
    console.error(`Usage: ${USAGE}`);
    return EXIT_USAGE;
  }
  const file = await readFileBounded(given.file);
  const verdict = file.ok ? await verifyEvidence(file.bytes, given.root, openPgpInspector) : unread(file.code);
  process.stdout.write(report(verdict, given.language));
  return VERIFY_EXIT[verdict.outcome];
}

process.exitCode = await main(process.argv.slice(2));
