import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { connect, createServer } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LEDGER_PATTERNS } from '@lateral/contracts';
import { LedgerAway } from '@lateral/exchange';
import { LedgerFault, LedgerGateway } from '@lateral/ledger-client';
import { askRaw } from '../ledger/ask-raw.js';
import { LedgerWorld, certificateFor, leaf, leaves } from '../ledger/ledger-world.js';

describe('a ledger that goes away', () => {
  let world: LedgerWorld;
  beforeAll(async () => { world = await LedgerWorld.start(); });
  afterAll(() => world.stop());

  it('is reported as away, found again by the same client, and has every leaf once', async () => {
    const client = await world.client();
    expect(await client.append(leaves(0, 3))).toMatchObject({ ok: true });
    const port = world.port;
    await world.stopLedger();
    for (const answer of [await client.append(leaves(3, 5)), await client.checkpoint(), await client.proveInclusion(leaf(0))]) {
      expect(answer).toEqual({ ok: false, code: 'ledger-away', kind: 'transient' });
    }
    await expect(new LedgerGateway(client).append(leaves(3, 5))).rejects.toBeInstanceOf(LedgerAway);
    await world.startLedger(port);
    expect(await client.append(leaves(2, 6))).toMatchObject({ ok: true, value: { indexes: [2, 3, 4, 5] } });
    expect(await world.proveWhole()).toEqual(leaves(0, 6));
  });

  it('goes on when its database drops every connection', async () => {
    const client = await world.client();
    expect(await world.database.cutConnections()).toBeGreaterThan(0);
    let reply = await client.append(leaves(5, 8));
    for (; !reply.ok; reply = await client.append(leaves(5, 8))) expect(['transient', 'ambiguous']).toContain(reply.kind);
    expect(reply.value.indexes).toEqual([5, 6, 7]);
    expect(await world.proveWhole()).toEqual(leaves(0, 8));
  });

  it('says whether it takes appends', async () => {
    const own = await certificateFor('spiffe://lateral.example/hub', world.authority);
    const socket = connect({ host: '127.0.0.1', port: world.port, ca: world.caPem, cert: own.certificate, key: own.key });
    expect((await askRaw(socket, LEDGER_PATTERNS.ready, {})).answer).toContain('{"ready":true,"down":[]}');
  });

  it.each([['never answers', 'ledger-silent', () => undefined], ['hangs up when asked', 'ledger-silent', (socket: Socket) => { socket.once('data', () => socket.destroy()); }]] as const)(
    'leaves open what happened when it %s', async (_, code, behave) => {
      const own = await certificateFor('spiffe://lateral.example/ledger', world.authority);
      const sockets: Socket[] = [];
      const server = createServer({ cert: own.certificate, key: own.key, ca: world.caPem, requestCert: true }, (socket) => {
        sockets.push(socket);
        socket.on('error', () => undefined);
        socket.on('data', () => undefined);
        behave(socket);
      });
      await once(server.listen(0, '127.0.0.1'), 'listening');
      const client = await world.client({ port: (server.address() as AddressInfo).port, timeoutMs: 500 });
      expect(await client.append([leaf(1)])).toEqual({ ok: false, code, kind: 'ambiguous' });
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    });

  it('throws what needs a person, through the gateway, as what it is', async () => {
    const gateway = new LedgerGateway(await world.client());
    await expect(gateway.append(['{"name":"Daisy"}'])).rejects.toMatchObject({ name: 'LedgerFault', code: 'invalid-request', kind: 'permanent' });
    await expect(gateway.consistency(3, 99)).rejects.toBeInstanceOf(LedgerFault);
    expect(await gateway.consistency(3, null)).toMatchObject({ from: 3, to: 8 });
    expect(await gateway.proof(leaf(99), null)).toBeNull();
    expect(await gateway.proof(leaf(2), 3)).toMatchObject({ index: 2, proof: expect.stringContaining('\n3\n') });
  });
});
