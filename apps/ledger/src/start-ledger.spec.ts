import { describe, expect, it } from '@jest/globals';
import { Secret, createLogger } from '@lateral/platform';
import { formatVerifierKey, ed25519Signer } from '@lateral/tlog';
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

  it('refuses a signing key that is none', async () => {
    await expect(startLedger(settingsWith({ LEDGER_SIGNING_KEY: new Secret(new Uint8Array(5)) }), { log })).rejects.toThrow('the log signing key is not');
  });
});
