import { describe, expect, it } from 'vitest';
import { Secret, createLogger } from '@lateral/platform';
import { formatVerifierKey, ed25519Signer } from '@lateral/tlog';
import { COUNCIL_CERTIFICATE } from '../../../test/world/council-certificate.js';
import { LedgerSettings } from './ledger.settings.js';
import { startLedger } from './start-ledger.js';

function settingsWith(change: Partial<LedgerSettings>): LedgerSettings {
  return Object.assign(new LedgerSettings(), {
    LATERAL_MODE: 'test',
    // Nothing listens there: a start that got so far would fail with another error.
    LEDGER_APP_DATABASE_URL: new Secret('postgres://nobody@127.0.0.1:1/none'),
    LEDGER_PORT: 0,
    LEDGER_ORIGIN: 'log.example/test',
    LEDGER_SIGNING_KEY: new Secret(new Uint8Array(32)),
    ...change,
  });
}
const log = createLogger({ app: 'ledger', write: () => undefined });

describe('startLedger, before it connects to anything', () => {
  it('refuses a witness whose key is no witness key', async () => {
    const logKey = formatVerifierKey(ed25519Signer('w.example', new Uint8Array(32)).key);
    for (const witness of ['witness.example', logKey]) {
      await expect(startLedger(settingsWith({ LEDGER_WITNESSES: [witness] }), { log })).rejects.toMatchObject({ name: 'StartRefused', code: 'witness-key-malformed' });
    }
  });

  const production = { LATERAL_MODE: 'production', LEDGER_ORIGIN: 'council.org/ledger', LEDGER_TLS_CERT: COUNCIL_CERTIFICATE, LEDGER_TLS_CA: COUNCIL_CERTIFICATE, LEDGER_DATABASE_CA: COUNCIL_CERTIFICATE, LEDGER_APP_DATABASE_URL: new Secret('postgres://app:p@127.0.0.1:1/none') } as const;
  it.each([
    ['nothing of the sort', {}, 'ECONNREFUSED'],
    ['a log named as a demo\'s', { LEDGER_ORIGIN: 'lateral.example/ledger' }, 'log-key-of-a-demo'],
    ['a database in clear', { LEDGER_DATABASE_CA: undefined }, 'database-without-tls'],
    ['a database without a password', { LEDGER_APP_DATABASE_URL: new Secret('postgres://app@127.0.0.1:1/none') }, 'database-without-password'],
  ])('in production, given %s', async (_what, change, code) => {
    await expect(startLedger(settingsWith({ ...production, ...change } as Partial<LedgerSettings>), { log })).rejects.toMatchObject({ code });
  });

  it('refuses a signing key that is none', async () => {
    await expect(startLedger(settingsWith({ LEDGER_SIGNING_KEY: new Secret(new Uint8Array(5)) }), { log })).rejects.toThrow('the log signing key is not');
  });
});
