import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createLogger, hrMs, logRefusal, onShutdown } from '@lateral/platform';
import type { DemoAgency, DemoClient } from './demo.js';
import { makeIdentityProvider } from './identity-provider.js';

const USAGE = `node tools/identity-provider/dist/main.js --port PORT --tenants FILE

Starts the demonstration's OpenID Connect providers, one to an agency, on this machine alone. FILE is JSON:
{agencies: [{id, name: {en, cy}, people: [{subject}]}], clients: [{clientId, redirectUris, backChannelLogoutUri, publicKey}]}
`;
const log = createLogger({ app: 'identity-provider' });

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string' }, tenants: { type: 'string' }, host: { type: 'string' } } });
  const port = Number(values.port);
  if (values.tenants === undefined || !Number.isInteger(port)) {
    process.stderr.write(USAGE);
    process.exit(2);
  }
  const { agencies, clients } = JSON.parse(await readFile(values.tenants, 'utf8')) as { agencies: DemoAgency[]; clients: DemoClient[] };
  const provider = await makeIdentityProvider({ port, agencies, clients, elapsedMs: hrMs, mode: process.env['LATERAL_MODE'] ?? 'production', ...(values.host === undefined ? {} : { host: values.host }) });
  onShutdown({ log, steps: [{ part: 'http', stop: () => provider.close() }] });
  log.log('process.ready', { port: provider.port });
}

main().catch((error: unknown) => {
  logRefusal(log, error);
  process.exit(1);
});
