import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ed25519Signer, formatVerifierKey } from '@lateral/tlog';
import { LedgerWorld, leaf, leaves } from '../ledger/ledger-world.js';

describe('a ledger that signs with a key that is not the pinned one', () => {
  let world: LedgerWorld;
  beforeAll(async () => { world = await LedgerWorld.start(); });
  afterAll(() => world.stop());

  it('is not believed about anything', async () => {
    const honest = await world.client();
    await honest.append(leaves(0, 3));
    const pinned = ed25519Signer(world.signer.name, new Uint8Array(32).fill(3));
    const client = await world.client({ logKey: formatVerifierKey(pinned.key) });
    const untrusted = { ok: false, code: 'head-untrusted', kind: 'permanent' };
    expect(await client.checkpoint()).toEqual(untrusted);
    expect(await client.proveInclusion(leaf(1))).toEqual(untrusted);
    expect(await client.proveConsistency(0)).toEqual(untrusted);
    expect(await client.append([leaf(9)])).toEqual(untrusted);
    expect(client.lastSeen).toBeNull();
  });

  it('cannot be brought in by what a client remembers', async () => {
    const pinned = ed25519Signer(world.signer.name, new Uint8Array(32).fill(3));
    const shown = await (await world.client()).checkpoint();
    if (!shown.ok) throw new Error(shown.code);
    await expect(world.client({ logKey: formatVerifierKey(pinned.key), remembered: shown.value.checkpoint })).rejects.toMatchObject({ code: 'head-untrusted' });
  });
});
