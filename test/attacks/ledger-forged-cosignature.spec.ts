import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SIGNATURE_TYPES, cosign, ed25519Signer, noteVerifier, openCheckpoint } from '@lateral/tlog';
import { LedgerWorld, leaf, leaves } from '../ledger/ledger-world.js';

describe('a cosignature that no witness made', () => {
  let world: LedgerWorld;
  beforeAll(async () => { world = await LedgerWorld.start(); });
  afterAll(() => world.stop());

  it('is not kept, and a real one goes out with the head and the proofs', async () => {
    const client = await world.client();
    await client.append(leaves(0, 3));
    const earlier = client.lastSeen!;
    await client.append(leaves(3, 5));
    const head = client.lastSeen!;
    const stranger = ed25519Signer('witness.example/w9', new Uint8Array(32).fill(9), SIGNATURE_TYPES.cosignature);
    const namesake = ed25519Signer(world.witness.name, new Uint8Array(32).fill(9), SIGNATURE_TYPES.cosignature);
    const impostor = { ...namesake, keyId: world.witness.keyId };
    expect(await client.addCosignature(5, await cosign(head, stranger, 1))).toMatchObject({ code: 'unknown-witness' });
    expect(await client.addCosignature(5, await cosign(head, namesake, 1))).toMatchObject({ code: 'unknown-witness' });
    expect(await client.addCosignature(5, await cosign(head, impostor, 1))).toMatchObject({ code: 'bad-cosignature' });
    expect(await client.addCosignature(5, await world.cosign(earlier))).toMatchObject({ code: 'bad-cosignature' });
    expect(await client.addCosignature(4, await world.cosign(head))).toMatchObject({ code: 'unknown-size' });
    expect(await client.addCosignature(5, 'not a line')).toMatchObject({ code: 'bad-cosignature' });
    expect(await world.database.admin('SELECT 1 FROM cosignature')).toEqual([]);

    expect(await client.addCosignature(5, await world.cosign(head))).toEqual({ ok: true, value: true });
    expect(await client.addCosignature(5, await world.cosign(head))).toEqual({ ok: true, value: true });
    const proven = await client.proveInclusion(leaf(2));
    if (!proven.ok || !proven.value) throw new Error('not proven');
    const checkpoint = proven.value.proof.slice(proven.value.proof.indexOf('\n\n') + 2);
    expect(openCheckpoint(checkpoint, noteVerifier(world.signer.key), [noteVerifier(world.witness.key)])).toMatchObject({ ok: true, cosignatures: [{ name: world.witness.name, time: 1_770_000_000 }] });
  });
});
