import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LEDGER_PATTERNS } from '@lateral/contracts';
import { askRaw } from '../ledger/ask-raw.js';
import { LedgerWorld, certificateFor, leaf, newAuthority } from '../ledger/ledger-world.js';

describe('a certificate that names the hub but comes from another authority', () => {
  let world: LedgerWorld;
  beforeAll(async () => { world = await LedgerWorld.start(); });
  afterAll(() => world.stop());

  it('is refused by the ledger, while the same words under our authority are heard', async () => {
    const answers: string[] = [];
    for (const authority of [await newAuthority(), world.authority]) {
      const own = await certificateFor('spiffe://lateral.example/hub', authority);
      const socket = connect({ host: '127.0.0.1', port: world.port, ca: world.caPem, cert: own.certificate, key: own.key });
      answers.push((await askRaw(socket, LEDGER_PATTERNS.append, { leaves: [leaf(answers.length)] })).answer);
    }
    expect(answers).toEqual(['', expect.stringContaining('"indexes":[0]')]);
    expect(await world.proveWhole()).toEqual([leaf(1)]);
  });

  it('comes back to our own client as a failure, not as an answer', async () => {
    const client = await world.client({ authority: await newAuthority(), timeoutMs: 2_000 });
    expect(await client.append([leaf(2)])).toMatchObject({ ok: false });
    expect(await world.proveWhole()).toEqual([leaf(1)]);
  });
});
