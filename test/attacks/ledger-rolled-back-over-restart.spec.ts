import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { LedgerWorld, leaves } from '../ledger/ledger-world.js';
import { courierBeside, hubBeside } from '../world/courier-beside.js';
import { hubDoor, type HubDoor } from '../world/hub-door.js';

const BACK_TO_FOUR = `SET session_replication_role = replica; DELETE FROM ledger_checkpoint WHERE size > 4; DELETE FROM ledger_entry WHERE idx >= 4;
  DELETE FROM ledger_node WHERE ((idx + 1) << level) > 4; SET session_replication_role = origin`;
/** For what is certain to come; how soon is nobody's promise. */
const PATIENCE = { timeout: 60_000, interval: 20 };

describe('a log that was set back, or went on otherwise, while hub and courier were down', () => {
  let world: LedgerWorld;
  let door: HubDoor;
  beforeAll(async () => { door = await hubDoor(); });
  afterAll(() => door.end());
  beforeEach(async () => {
    world = await LedgerWorld.start();
    const client = await world.client();
    await client.append(leaves(0, 4));
    await client.append(leaves(4, 9));
  });
  afterEach(async () => {
    await door.stop();
    await world.stop();
    await door.database.sql('delete from ledger_head');
    await door.database.sql('delete from incident');
  });

  const open = async (): Promise<string[]> => (await door.database.sql<{ kind: string }>('select kind from incident where ended_at is null')).map(({ kind }) => kind);
  const keeps = (size: number): Promise<void> => vi.waitFor(async () => { expect(await door.database.sql('select size::int from ledger_head where log = $1', [world.logVerifierKey])).toEqual([{ size }]); }, PATIENCE);
  const told = (): Promise<void> => vi.waitFor(async () => { expect(await open()).toEqual(['ledger-untrue']); }, PATIENCE);
  const recorded = async (): Promise<number> => (await door.database.sql<{ rows: number }>('select count(*)::int as rows from audit_record'))[0]!.rows;
  /** The ledger comes back with less than it had; and perhaps with other leaves after that. */
  const setBack = async (otherwise = 0): Promise<void> => {
    const { port } = world;
    await world.stopLedger();
    await world.database.admin(BACK_TO_FOUR);
    await world.startLedger(port);
    if (otherwise > 0) expect(await (await world.client()).append(leaves(100, 100 + otherwise))).toMatchObject({ ok: true });
  };

  it.each([
    ['the ledger, shorter', 'LEDGER', 0], ['the ledger, longer and another', 'LEDGER', 9], ['the key log, shorter', 'KEY_LEDGER', 0],
  ] as const)('is caught by the hub when it starts again: %s', async (_, log, otherwise) => {
    const settings = await hubBeside(world, log);
    await door.restart(settings);
    await keeps(9);
    expect(await open()).toEqual([]);
    await door.stop();
    await setBack(otherwise);
    await door.restart(settings);
    await told();
    expect((await door.ask('GET', log === 'LEDGER' ? '/v1/log/checkpoint' : '/v1/key-log/checkpoint')).status).toBeGreaterThanOrEqual(500);
    await keeps(9);
  });

  it('is caught by courier when it starts again, though it has nothing to carry, and by a hub that never saw that log', async () => {
    const courier = await courierBeside(door, world);
    try {
      await courier.start();
      await keeps(9 + await recorded());
      await courier.stop();
      await setBack();
      await courier.start();
      await told();
      await courier.stop();
      await door.database.sql('delete from incident');
      await door.restart(await hubBeside(world));
      await told();
    } finally {
      await courier.end();
    }
  });
});
