import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SystemRandom, systemNow } from '@lateral/platform';
import { keyLogKey, ledgerKey } from './ledger-key.js';
import type { AgencyPlan } from './make-agency.js';
import { provisionPartnership } from './provision-partnership.js';
import { renewServiceCertificates, writeServiceCertificates } from './service-certificates.js';

const USAGE = `usage: provision --folder DIR --agencies FILE [--mode demo|test]
       provision --folder DIR --certificates
       provision --folder DIR --renew

Makes a partnership in DIR/partnership from a JSON list of agencies, or (again) the demo certificates in DIR/services. --renew issues
new ones under the same authority, which processes that run take without being started again.
The first writes keys that exist nowhere else, unlocked and in one place, so it makes no production partnership; it refuses
a folder that already holds one.`;

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { folder: { type: 'string' }, agencies: { type: 'string' }, mode: { type: 'string', default: 'demo' }, certificates: { type: 'boolean', default: false }, renew: { type: 'boolean', default: false } } });
  const { mode } = values;
  if (values.folder === undefined || [values.certificates, values.renew, values.agencies !== undefined].filter(Boolean).length !== 1 || (mode !== 'demo' && mode !== 'test')) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const folder = resolve(values.folder);
  const services = join(folder, 'services');
  if (values.renew) {
    await renewServiceCertificates(services, systemNow());
    process.stdout.write(`certificates: ${services}\n`);
    return 0;
  }
  if (values.agencies === undefined) {
    const { logVerifierKey, keyLogVerifierKey } = await writeServiceCertificates(services, systemNow());
    process.stdout.write(`certificates: ${services}\nledger key: ${logVerifierKey}\nkey log key: ${keyLogVerifierKey}\n`);
    return 0;
  }
  const agencies = JSON.parse(await readFile(values.agencies, 'utf8')) as AgencyPlan[];
  const random = new SystemRandom();
  const [log, keyLog] = [await ledgerKey(services, random), await keyLogKey(services, random)];
  const made = await provisionPartnership({ agencies, at: systemNow(), mode, logVerifierKey: log.verifierKey, keyLogVerifierKey: keyLog.verifierKey, folder: join(folder, 'partnership') });
  process.stdout.write(`root fingerprint: ${made.rootFingerprint}\n`);
  for (const { agency, member, roles } of made.members) process.stdout.write(`${agency} ${member} ${roles.join(',')}\n`);
  return 0;
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`provision: ${error instanceof Error ? error.message : 'failed'}\n`);
  return 1;
});
