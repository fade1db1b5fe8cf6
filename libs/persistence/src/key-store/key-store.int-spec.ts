import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type FreshDatabase } from '@lateral/testing/hub';
import { openKeyStore, type KeyStore } from './key-store.js';

let database: FreshDatabase;
let store: KeyStore;
beforeAll(async () => {
  database = await freshDatabase();
  store = await openKeyStore({ url: database.url, poolSize: 4, randomness: { bytes: (n) => randomBytes(n) } });
}, 60_000);
afterAll(async () => {
  await store.close();
  await database.drop();
});

describe('the key store', () => {
  it('goes up, down and up', async () => {
    expect(await store.isMigrated()).toBe(false);
    expect(await store.migrate()).toEqual(['ObjectKeys0001000000000001']);
    await store.undoLastMigration();
    expect(await store.migrate()).toHaveLength(1);
    expect(await store.isMigrated()).toBe(true);
  });

  it('gives each object a key of its own, and at every repetition the same', async () => {
    const objects = [randomUUID(), randomUUID(), randomUUID()];
    const first = await store.keys.keep(objects);
    expect(new Set([...first.values()].map((key) => Buffer.from(key).toString('hex'))).size).toBe(3);
    expect(await store.keys.keep(objects)).toEqual(first);
    expect(await store.keys.find(objects)).toEqual(first);
  });

  it('answers many who ask at once, each with its own and with no other', async () => {
    const asked = Array.from({ length: 50 }, () => [randomUUID(), randomUUID()]);
    const same = randomUUID();
    const answers = await Promise.all(asked.map((objects) => store.keys.keep([...objects, same])));
    for (const [i, keys] of answers.entries()) expect([...keys.keys()].sort()).toEqual([...asked[i]!, same].sort());
    expect(new Set(answers.map((keys) => Buffer.from(keys.get(same)!).toString('hex'))).size).toBe(1);
  });

  it('destroys for good, and only what was named: no retry is given another key for what was erased', async () => {
    const [gone, kept] = [randomUUID(), randomUUID()] as const;
    const before = await store.keys.keep([gone, kept]);
    await store.keys.destroy([gone]);
    await store.keys.destroy([gone]);
    expect(await store.keys.find([gone, kept])).toEqual(new Map([[kept, before.get(kept)]]));
    expect(await store.keys.keep([gone, kept])).toEqual(new Map([[kept, before.get(kept)]]));
    const [row] = await database.sql<{ keys: number }>('select count(key)::int as keys from object_key where object = $1', [gone]);
    expect(row).toEqual({ keys: 0 });
  });
});
