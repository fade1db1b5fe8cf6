import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DRAFT_LIFE_MS } from '@lateral/contracts';
import type { Draft, OpenCheckWrite } from '@lateral/exchange';
import { memberOf } from '@lateral/testing/fakes';
import { hubWorld, type HubWorld, UNLOCKED, unlockedCopies } from '@lateral/testing/hub';

describe('attachments', () => {
  let world: HubWorld;
  const MEGABYTE = new Uint8Array(1024 * 1024).map((_, i) => (i * 31 + (i >> 8)) & 255);
  const DIGEST = createHash('sha256').update(MEGABYTE).digest('base64url');
  async function* pieces(bytes: Uint8Array, size: number, broken = false): AsyncIterable<Uint8Array> {
    for (let from = 0; from < bytes.length; from += size) {
      if (broken && from > bytes.length / 2) throw new Error('the line dropped');
      yield bytes.subarray(from, from + size);
    }
  }
  const chunks = async (id: string): Promise<number> => (await world.database.sql<{ n: number }>('select count(*)::int as n from attachment_chunk where attachment_id = $1', [id]))[0]!.n;
  const mine = (id = world.samples.id()) => ({ id, agency: 'police-a', member: 'm1', at: world.samples.at() });

  beforeAll(async () => {
    world = await hubWorld(11, ['police-a', 'school-b']);
  });
  afterAll(() => world.end());

  it('come out as they went in, whatever pieces they came in', async () => {
    const attachment = mine();
    expect(await world.hub.attachmentsUnder(UNLOCKED).put(attachment, pieces(MEGABYTE, 77_777), MEGABYTE.length)).toEqual({ outcome: 'stored', length: MEGABYTE.length, digest: DIGEST });
    expect(await world.hub.attachmentsUnder(UNLOCKED).facts(attachment.id)).toEqual({ agency: 'police-a', length: MEGABYTE.length, digest: DIGEST, envelope: null });
    const out: Uint8Array[] = [];
    for await (const chunk of world.hub.attachmentsUnder(UNLOCKED).read(attachment.id)) out.push(chunk);
    expect(Buffer.concat(out).equals(MEGABYTE)).toBe(true);
    expect(out).toHaveLength(4);
  });

  it('are whole or not there', async () => {
    const dropped = mine();
    await expect(world.hub.attachmentsUnder(UNLOCKED).put(dropped, pieces(MEGABYTE, 99_999, true), MEGABYTE.length)).rejects.toThrow('the line dropped');
    const large = mine();
    expect(await world.hub.attachmentsUnder(UNLOCKED).put(large, pieces(MEGABYTE, 99_999), MEGABYTE.length - 1)).toEqual({ outcome: 'too-large' });
    for (const { id } of [dropped, large]) expect([await world.hub.attachmentsUnder(UNLOCKED).facts(id), await chunks(id)]).toEqual([null, 0]);
  });

  it('keep their id: a retry is the same upload, anything else is refused', async () => {
    const attachment = mine();
    const [first, second] = await Promise.all([1000, 2000].map((size) => world.hub.attachmentsUnder(UNLOCKED).put(attachment, pieces(MEGABYTE.subarray(0, 50_000), size), 50_000)));
    expect([first!.outcome, second!.outcome]).toEqual(['stored', 'stored']);
    expect(await world.hub.attachmentsUnder(UNLOCKED).put(attachment, pieces(MEGABYTE.subarray(0, 49_999), 1000), 50_000)).toEqual({ outcome: 'id-taken' });
    expect(await world.hub.attachmentsUnder(UNLOCKED).put({ ...attachment, agency: 'school-b' }, pieces(MEGABYTE.subarray(0, 50_000), 1000), 50_000)).toEqual({ outcome: 'id-taken' });
    expect(await chunks(attachment.id)).toBe(1);
  });

  it('belong to one message of their sender', async () => {
    const attachment = mine();
    await world.hub.attachmentsUnder(UNLOCKED).put(attachment, pieces(MEGABYTE.subarray(0, 10), 10), 10);
    const write = world.samples.openCheck('police-a', ['school-b'], [attachment.id]);
    const theirs = { ...mine(), agency: 'school-b' };
    await world.hub.attachmentsUnder(UNLOCKED).put(theirs, pieces(MEGABYTE.subarray(0, 10), 10), 10);
    expect(await world.hub.checks.open(world.samples.openCheck('police-a', ['school-b'], [theirs.id]))).toEqual({ outcome: 'changed' });
    expect(await world.hub.checks.open(world.samples.openCheck('police-a', ['school-b', 'school-b'], [attachment.id, attachment.id]))).toEqual({ outcome: 'changed' });
    expect(await world.hub.checks.open(write)).toMatchObject({ outcome: 'done' });
    expect(await world.hub.attachmentsUnder(UNLOCKED).facts(attachment.id)).toMatchObject({ envelope: write.requests[0]!.envelope.id });
    expect(await world.hub.checks.open(world.samples.openCheck('police-a', ['school-b'], [attachment.id]))).toEqual({ outcome: 'changed' });
    await world.hub.checks.handOver(world.samples.acknowledge(write));
    expect(await world.hub.checks.changeRequest(world.samples.answer(write, 0, theirs.id))).toMatchObject({ outcome: 'done' });
    expect(await world.hub.attachmentsUnder(UNLOCKED).facts(theirs.id)).toMatchObject({ agency: 'school-b', envelope: expect.any(String) });
  });

  /** A check whose request is a message of that id. */
  function bearing(id: string): OpenCheckWrite {
    const write = world.samples.openCheck('police-a', ['school-b']);
    const [request] = write.requests;
    const records = write.records.map((record) => (record.message === request!.envelope.id ? { ...record, message: id } : record));
    return { ...write, records, requests: [{ ...request!, envelope: { ...request!.envelope, id } }] };
  }

  it('take no message\'s id, whoever tries: nothing of it stays, also where the upload was retried', async () => {
    const write = world.samples.openCheck('school-b', ['police-a']);
    await world.hub.checks.open(write);
    const message = write.requests[0]!.envelope.id;
    for (const each of [mine(message), mine(message), { ...mine(message), agency: 'school-b' }]) {
      expect(await world.hub.attachmentsUnder(UNLOCKED).put(each, pieces(MEGABYTE, 99_999), MEGABYTE.length)).toEqual({ outcome: 'id-taken' });
    }
    expect([await world.hub.attachmentsUnder(UNLOCKED).facts(message), await chunks(message)]).toEqual([null, 0]);
  });

  it('go with their check, and take no message of another one with them that was given their id', async () => {
    const [ordinary, disguised] = [mine(), mine()];
    for (const each of [ordinary, disguised]) await world.hub.attachmentsUnder(UNLOCKED).put(each, pieces(MEGABYTE, 99_999), MEGABYTE.length);
    const [check, other] = [world.samples.openCheck('police-a', ['school-b', 'school-b'], [ordinary.id, disguised.id]), bearing(disguised.id)];
    for (const write of [other, check]) expect(await world.hub.checks.open(write)).toMatchObject({ outcome: 'done' });
    const messages = check.requests.map(({ envelope }) => envelope.id);
    expect((await world.hub.erasures.objectsOf(check.check.id)).toSorted()).toEqual([...messages, ordinary.id].toSorted());
    expect(await world.hub.erasures.objectsOf(other.check.id)).toEqual([disguised.id]);
  });

  describe('that are never sent', () => {
    const after = (at: Date, ms: number): Date => new Date(at.getTime() + ms);
    const sweep = (at: Date): Promise<number> => world.hub.upkeep.sweepExpired(at);
    const givenUp = (): Promise<string[]> => world.hub.copiesUnder(unlockedCopies(() => world.samples.id())).givenUp.list(100);
    const uploaded = async (attachment: ReturnType<typeof mine>): Promise<ReturnType<typeof mine>> => {
      expect(await world.hub.attachmentsUnder(UNLOCKED).put(attachment, pieces(MEGABYTE, 99_999), MEGABYTE.length)).toMatchObject({ outcome: 'stored' });
      return attachment;
    };
    const isThere = async (id: string): Promise<boolean> => {
      const [facts, left] = [await world.hub.attachmentsUnder(UNLOCKED).facts(id), await chunks(id)];
      expect(left > 0).toBe(facts !== null);
      return facts !== null;
    };
    /** Chunks of an upload whose hub went away before it was whole. */
    const orphaned = async (id: string): Promise<string> => {
      await world.database.sql(`insert into attachment_chunk (attachment_id, upload, idx, bytes) select $1, 0, idx, '\\x00' from generate_series(0, 2) idx`, [id]);
      return id;
    };

    it('go with their chunks when no draft can name them any more, are given up, and what was sent stays', async () => {
      const [unsent, sent] = [await uploaded(mine()), await uploaded(mine())];
      expect(await world.hub.checks.open(world.samples.openCheck('police-a', ['school-b'], [sent.id]))).toMatchObject({ outcome: 'done' });
      await sweep(after(unsent.at, DRAFT_LIFE_MS));
      expect([await isThere(unsent.id), await givenUp()]).toEqual([true, expect.not.arrayContaining([unsent.id])]);
      await sweep(after(unsent.at, DRAFT_LIFE_MS + 1));
      expect([await isThere(unsent.id), await isThere(sent.id)]).toEqual([false, true]);
      expect(await givenUp()).toEqual(expect.arrayContaining([unsent.id]));
      expect(await givenUp()).not.toContain(sent.id);
    });

    it('stay as long as their agency has a draft about a request that was there before them, and no longer', async () => {
      const write = world.samples.openCheck('school-b', ['police-a']);
      await world.hub.checks.open(write);
      const unsent = await uploaded(mine());
      const later = world.samples.openCheck('school-b', ['police-a']);
      await world.hub.checks.open(later);
      const draft = (request: string): Draft => ({ id: world.samples.id(), agency: 'police-a', member: 'm2', kind: 'answer', reference: null, checkId: write.check.id, request, readers: 'approvers', state: 'to_approve', version: 1, updatedAt: after(unsent.at, 2 * DRAFT_LIFE_MS), sealed: 'AAEC' });
      const [named, younger] = [draft(write.requests[0]!.id), draft(later.requests[0]!.id)];
      const actor = memberOf('police-a', 'm2');
      for (const each of [named, younger]) await world.hub.drafts.begin({ actor, draft: each, records: [], at: each.updatedAt }, 50);
      await sweep(after(unsent.at, 2 * DRAFT_LIFE_MS));
      expect(await isThere(unsent.id)).toBe(true);
      await world.database.sql('delete from draft where id = $1', [named.id]);
      await sweep(after(unsent.at, 2 * DRAFT_LIFE_MS));
      expect(await isThere(unsent.id)).toBe(false);
      await world.database.sql('delete from draft where id = $1', [younger.id]);
    });

    it('were they begun and never completed, go after two days however long nobody swept, and their keys with them', async () => {
      const [at, old, completed] = [world.samples.at(), await orphaned(world.samples.id()), await uploaded(mine())];
      await orphaned(completed.id);
      const young = await orphaned(world.samples.id(after(at, 28 * 86_400_000)));
      await sweep(after(at, 29 * 86_400_000));
      expect([await chunks(old), await chunks(young), await isThere(completed.id)]).toEqual([0, 3, true]);
      expect(await givenUp()).toEqual(expect.arrayContaining([old]));
      for (const kept of [young, completed.id]) expect(await givenUp()).not.toContain(kept);
      await sweep(after(at, 31 * 86_400_000));
      expect(await chunks(young)).toBe(0);
    });

    it('never take the key of a message with them, though somebody gave it their id', async () => {
      const disguised = await uploaded(mine());
      const write = bearing(disguised.id);
      expect(await world.hub.checks.open(write)).toMatchObject({ outcome: 'done' });
      await sweep(after(disguised.at, DRAFT_LIFE_MS + 1));
      expect(await isThere(disguised.id)).toBe(false);
      expect(await givenUp()).not.toContain(disguised.id);
    });
  });
});
