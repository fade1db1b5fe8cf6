import { beforeEach, describe, expect, it } from 'vitest';
import { ciphertextDigest, MAX_ATTACHMENT_BYTES } from '@lateral/contracts';
import { uuid7 } from '@lateral/domain';
import { ExchangeWorld, memberOf, StoreFault } from '@lateral/testing/fakes';

const SCHOOL = memberOf('school-b');
async function* inChunks(...chunks: Uint8Array[]): AsyncIterable<Uint8Array> {
  yield* chunks;
}

describe('storing an attachment', () => {
  let world: ExchangeWorld;
  let id: string;
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
    id = world.messages.id();
  });
  const store = (chunks: AsyncIterable<Uint8Array>, actor = SCHOOL, as = id) => world.acts.storeAttachment.carryOut(actor, as, chunks);
  const stored = { ok: true, value: { length: 5, digest: ciphertextDigest(Uint8Array.of(1, 2, 3, 4, 5)) } };

  it('says the length and digest of what came, and binds it to no message', async () => {
    expect(await store(inChunks(Uint8Array.of(1, 2), Uint8Array.of(3, 4, 5)))).toEqual(stored);
    expect(await world.attachments.facts(id)).toEqual({ agency: 'school-b', ...stored.value, envelope: null });
  });

  it('takes the same upload again, and refuses another under its id', async () => {
    await store(inChunks(Uint8Array.of(1, 2, 3, 4, 5)));
    expect(await store(inChunks(Uint8Array.of(1, 2, 3, 4, 5)))).toEqual(stored);
    expect(await store(inChunks(Uint8Array.of(1, 2, 3, 4, 6)))).toEqual({ ok: false, code: 'id-taken' });
    expect(await store(inChunks(Uint8Array.of(1, 2, 3, 4, 5)), memberOf('gp-c'))).toEqual({ ok: false, code: 'id-taken' });
  });

  it('takes as many bytes as are allowed and not one more', async () => {
    const whole = new Uint8Array(MAX_ATTACHMENT_BYTES);
    expect(await store(inChunks(whole))).toMatchObject({ ok: true });
    const other = world.messages.id();
    expect(await store(inChunks(whole, Uint8Array.of(1)), SCHOOL, other)).toEqual({ ok: false, code: 'too-large' });
    expect(await world.attachments.facts(other)).toBeNull();
  });

  it('refuses an id outside the clock before it reads a byte', async () => {
    const old = uuid7(new Date(world.clock.at.getTime() - 86_400_001), new Uint8Array(10));
    let read = 0;
    async function* counted() { read += 1; yield Uint8Array.of(1); }
    expect(await store(counted(), SCHOOL, old)).toEqual({ ok: false, code: 'id-outside-clock', fields: [{ field: '/attachment', reason: 'outside-clock' }] });
    expect(read).toBe(0);
  });

  it('can be repeated where the store failed, before the commit or after it', async () => {
    for (const fault of ['not-persisted', 'persisted'] as const) {
      world.tables.failNext(fault);
      await expect(store(inChunks(Uint8Array.of(1, 2, 3, 4, 5)))).rejects.toBeInstanceOf(StoreFault);
      expect(await store(inChunks(Uint8Array.of(1, 2, 3, 4, 5)))).toEqual(stored);
    }
  });
});
