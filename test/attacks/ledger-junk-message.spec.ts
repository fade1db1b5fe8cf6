import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LEDGER_PATTERNS, MAX_APPEND_LEAVES } from '@lateral/contracts';
import { askRaw } from '../ledger/ask-raw.js';
import { LedgerWorld, certificateFor, leaf, leaves } from '../ledger/ledger-world.js';

describe('a hub gone bad that may speak to the ledger', () => {
  let world: LedgerWorld;
  beforeAll(async () => { world = await LedgerWorld.start(); });
  afterAll(() => world.stop());

  async function ask(pattern: string, data: object): Promise<{ err?: unknown; response?: unknown }> {
    const own = await certificateFor('spiffe://lateral.example/hub', world.authority);
    const socket = connect({ host: '127.0.0.1', port: world.port, ca: world.caPem, cert: own.certificate, key: own.key });
    const { answer } = await askRaw(socket, pattern, data);
    return JSON.parse(answer.slice(answer.indexOf('#') + 1)) as { err?: unknown; response?: unknown };
  }

  it.each([
    [LEDGER_PATTERNS.append, { leaves: ['{"name":"Daisy"}'] }, '/leaves/0'],
    [LEDGER_PATTERNS.append, { leaves: Array<string>(MAX_APPEND_LEAVES + 1).fill(leaf(1)) }, '/leaves'],
    [LEDGER_PATTERNS.append, { leaves: [leaf(1)], also: 1 }, ''],
    [LEDGER_PATTERNS.proveInclusion, { leafHash: '\' OR 1=1', size: null }, '/leafHash'],
    [LEDGER_PATTERNS.proveConsistency, { from: -1, to: null }, '/from'],
    [LEDGER_PATTERNS.addCosignature, { size: 0, line: 'x'.repeat(5000) }, '/line'],
  ])('is told what is wrong with %s %#', async (pattern, data, field) => {
    expect((await ask(pattern, data)).err).toEqual({ code: 'invalid-request', kind: 'permanent', field });
    expect(await world.proveWhole()).toEqual([]);
  });

  it('gets nothing by a pattern that is not one', async () => {
    expect((await ask('ledger.delete.v1', {})).err).toEqual(expect.stringContaining('no matching'));
  });

  it('cannot make the ledger hold an endless frame, and others are served meanwhile', async () => {
    const own = await certificateFor('spiffe://lateral.example/hub', world.authority);
    const socket = connect({ host: '127.0.0.1', port: world.port, ca: world.caPem, cert: own.certificate, key: own.key });
    socket.on('error', () => undefined);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.once('secureConnect', () => socket.write(`9000000#${'x'.repeat(1_200_000)}`));
    socket.resume();
    await closed;
    const client = await world.client();
    expect(await client.append(leaves(0, 2))).toMatchObject({ ok: true });
  });
});
