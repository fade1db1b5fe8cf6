import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LedgerWorld, leaf, leaves } from '../ledger/ledger-world.js';

describe('a ledger whose database was set back to an earlier day', () => {
  let world: LedgerWorld;
  beforeAll(async () => { world = await LedgerWorld.start(); });
  afterAll(() => world.stop());

  it('starts, for it is consistent in itself, and is caught by a client that saw more, also after the client restarted', async () => {
    const client = await world.client();
    await client.append(leaves(0, 4));
    await client.append(leaves(4, 9));
    const remembered = client.lastSeen;
    const port = world.port;
    await world.stopLedger();
    await world.database.admin(`SET session_replication_role = replica; DELETE FROM ledger_checkpoint WHERE size > 4; DELETE FROM ledger_entry WHERE idx >= 4;
      DELETE FROM ledger_node WHERE ((idx + 1) << level) > 4; SET session_replication_role = origin`);
    await world.startLedger(port);
    expect(await world.proveWhole()).toEqual(leaves(0, 4));

    const forked = { ok: false, code: 'ledger-forked', kind: 'permanent' };
    expect(await client.checkpoint()).toEqual(forked);
    expect(client.forkEvidence?.seen).toBe(remembered);
    expect(await client.proveInclusion(leaf(1))).toEqual(forked);
    const restarted = await world.client({ remembered });
    expect(await restarted.append([leaf(20)])).toEqual(forked);
    const forgetful = await world.client();
    expect(await forgetful.checkpoint()).toMatchObject({ ok: true });
  });
});
