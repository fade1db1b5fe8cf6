import { connect, createServer } from 'node:tls';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LEDGER_PATTERNS } from '@lateral/contracts';
import { askRaw } from '../ledger/ask-raw.js';
import { LedgerWorld, certificateFor, leaf } from '../ledger/ledger-world.js';

describe('a certificate of our own authority for somebody else', () => {
  let world: LedgerWorld;
  beforeAll(async () => { world = await LedgerWorld.start(); });
  afterAll(() => world.stop());

  it.each(['spiffe://lateral.example/agent', 'spiffe://lateral.example/ledger', 'spiffe://lateral.example/hub2', 'spiffe://other.example/hub', 'spiffe://lateral.example/hub/x'])(
    'is not heard by the ledger: %s', async (identity) => {
      const own = await certificateFor(identity, world.authority);
      const socket = connect({ host: '127.0.0.1', port: world.port, ca: world.caPem, cert: own.certificate, key: own.key });
      const { answer } = await askRaw(socket, LEDGER_PATTERNS.append, { leaves: [leaf(1)] });
      expect(answer).toBe('');
      expect(await world.proveWhole()).toEqual([]);
      expect(world.lines.at(-1)).toContain('identity-not-allowed');
    });

  it.each(['spiffe://lateral.example/hub', 'spiffe://lateral.example/courier'])('while %s is', async (identity) => {
    const client = await world.client({ identity });
    expect(await client.checkpoint()).toMatchObject({ ok: true, value: { size: 0 } });
  });

  it('makes no ledger either: the client says nothing to a server that is the hub', async () => {
    const own = await certificateFor('spiffe://lateral.example/hub', world.authority);
    let heard = '';
    const impostor = createServer({ cert: own.certificate, key: own.key, ca: world.caPem, requestCert: true }, (socket) => {
      socket.on('data', (bytes: Buffer) => { heard += bytes.toString(); });
      socket.on('error', () => undefined);
    });
    await once(impostor.listen(0, '127.0.0.1'), 'listening');
    const client = await world.client({ port: (impostor.address() as AddressInfo).port });
    expect(await client.append([leaf(1)])).toEqual({ ok: false, code: 'ledger-away', kind: 'transient' });
    await new Promise((resolve) => impostor.close(resolve));
    expect(heard).toBe('');
  });
});
