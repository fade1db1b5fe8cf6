import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LEDGER_PATTERNS } from '@lateral/contracts';
import { LedgerClient } from '@lateral/ledger-client';
import { fixedIdentity, Secret, SystemRandom, systemNow } from '@lateral/platform';
import { issueCertificate, type IssuedCertificate } from '@lateral/provision';
import { askRaw } from '../ledger/ask-raw.js';
import { LedgerWorld, leaf } from '../ledger/ledger-world.js';

describe('a certificate of the hub that was stolen and has run out since', () => {
  let world: LedgerWorld;
  beforeAll(async () => { world = await LedgerWorld.start(); });
  afterAll(() => world.stop());

  function issued(hoursAgo: number): Promise<IssuedCertificate> {
    return issueCertificate({ authority: world.authority, spiffe: 'spiffe://lateral.example/hub', hosts: ['localhost'], ips: ['127.0.0.1'], at: new Date(systemNow().getTime() - hoursAgo * 3_600_000), hours: 24, random: new SystemRandom() });
  }

  it('is refused by the ledger, while one of today is heard', async () => {
    const answers: string[] = [];
    for (const hoursAgo of [25, 23]) {
      const own = await issued(hoursAgo);
      const socket = connect({ host: '127.0.0.1', port: world.port, ca: world.caPem, cert: own.certificate, key: own.key });
      answers.push((await askRaw(socket, LEDGER_PATTERNS.append, { leaves: [leaf(answers.length)] })).answer);
    }
    expect(answers).toEqual(['', expect.stringContaining('"indexes":[0]')]);
    expect(await world.proveWhole()).toEqual([leaf(1)]);
  });

  it('comes back to our own client as a failure, not as an answer', async () => {
    const own = await issued(25);
    const client = LedgerClient.over({ host: '127.0.0.1', port: world.port, identity: fixedIdentity({ cert: own.certificate, key: new Secret(own.key), ca: world.caPem }), timeoutMs: 2_000 }, { logKey: world.logVerifierKey });
    expect(await client.append([leaf(2)])).toMatchObject({ ok: false });
    client.close();
    expect(await world.proveWhole()).toEqual([leaf(1)]);
  });
});
