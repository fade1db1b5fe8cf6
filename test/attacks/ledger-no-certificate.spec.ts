import { once } from 'node:events';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LEDGER_PATTERNS } from '@lateral/contracts';
import { LedgerWorld, leaf } from '../ledger/ledger-world.js';
import { askRaw } from '../ledger/ask-raw.js';

describe('somebody on the network without a certificate', () => {
  let world: LedgerWorld;
  beforeAll(async () => { world = await LedgerWorld.start(); });
  afterAll(() => world.stop());

  it('gets no answer and appends nothing', async () => {
    const socket = connect({ host: '127.0.0.1', port: world.port, ca: world.caPem });
    const { answer, error } = await askRaw(socket, LEDGER_PATTERNS.append, { leaves: [leaf(1)] });
    expect(answer).toBe('');
    expect(error).toMatch(/certificate required|ERR_SSL/i);
    expect(await world.proveWhole()).toEqual([]);
  });

  it('cannot speak an older TLS, or none', async () => {
    const older = connect({ host: '127.0.0.1', port: world.port, ca: world.caPem, maxVersion: 'TLSv1.2' });
    const [error] = await once(older, 'error') as [Error & { code: string }];
    expect(error.code).toMatch(/ERR_SSL|ECONNRESET/);
    expect(await world.proveWhole()).toEqual([]);
  });
});
