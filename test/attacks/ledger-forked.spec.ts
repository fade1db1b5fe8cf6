import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LedgerWorld, leaves } from '../ledger/ledger-world.js';

describe('a ledger that shows one history to some and another to others', () => {
  let world: LedgerWorld;
  beforeAll(async () => { world = await LedgerWorld.start(); });
  afterAll(() => world.stop());

  it.each([['as long', 9], ['longer', 15], ['shorter', 6]])('is caught when the other history is %s', async (_, end) => {
    const client = await world.client();
    await client.append(leaves(0, 4));
    await client.append(leaves(4, 9));
    const remembered = client.lastSeen;
    const port = world.port;
    await world.stopLedger();
    await world.database.admin(`SET session_replication_role = replica; DELETE FROM ledger_checkpoint WHERE size > 4; DELETE FROM ledger_entry WHERE idx >= 4;
      DELETE FROM ledger_node WHERE ((idx + 1) << level) > 4; SET session_replication_role = origin`);
    await world.startLedger(port);
    const other = await world.client();
    expect(await other.append(leaves(100, 100 + end - 4))).toMatchObject({ ok: true, value: { size: end } });
    expect(await client.checkpoint()).toEqual({ ok: false, code: 'ledger-forked', kind: 'permanent' });
    expect(client.forkEvidence).toEqual({ seen: remembered, shown: other.lastSeen });
    await world.stopLedger();
    await world.database.admin(`SET session_replication_role = replica; DELETE FROM ledger_checkpoint; DELETE FROM ledger_entry; DELETE FROM ledger_node; SET session_replication_role = origin`);
    await world.startLedger(port);
  });
});
