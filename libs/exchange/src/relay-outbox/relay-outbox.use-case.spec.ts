import { beforeEach, describe, expect, it } from 'vitest';
import { ExchangeWorld } from '@lateral/testing/fakes';
import { REPUBLISH_AFTER_MS } from './relay-outbox.use-case.js';

describe('relaying the outbox', () => {
  let world: ExchangeWorld;
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
    await world.opened(['school-b', 'gp-c']);
  });
  const relay = () => world.acts.relayOutbox.carryOut();
  const owed = () => [...world.tables.outbox.values()].map(({ row }) => ({ event: row.id, agency: row.agency }));

  it('makes a job of every row, with ids only, and keeps the rows until they are delivered', async () => {
    expect(await relay()).toBe(2);
    expect(world.publisher.jobs.map(({ event }) => event).sort()).toEqual(owed().map(({ event }) => event).sort());
    for (const job of world.publisher.jobs) expect(Object.keys(job).sort()).toEqual(['agency', 'event']);
    expect(world.tables.outbox.size).toBe(2);
  });

  it('has shown connected clients by then, and still does so once when it publishes again or the queue is away', async () => {
    world.publisher.unreachable = true;
    await expect(relay()).rejects.toThrow();
    // Both parties: to the one that is told nothing, a colleague's act is news all the same.
    const told = [...world.tables.notices.values()];
    expect(told.filter(({ agency }) => agency !== 'police-a').map(({ id }) => id).sort()).toEqual(owed().map(({ event }) => event).sort());
    expect(told.filter(({ agency }) => agency === 'police-a').map(({ request }) => request).sort()).toEqual([...world.tables.requests.keys()].sort());
    const shown = [...world.tables.notices.values()];
    world.publisher.unreachable = false;
    world.clock.pass(REPUBLISH_AFTER_MS + 1);
    await relay();
    await world.acts.notifyAgency.carryOut(owed()[0]!);
    expect([...world.tables.notices.values()]).toEqual(shown);
    expect(world.mailer.sent.map(({ notice }) => notice)).toEqual([shown.find(({ id }) => id === world.mailer.sent[0]!.notice.id)]);
  });

  it('publishes again only what has waited for too long, so that losing every queue loses nothing', async () => {
    await relay();
    expect(await relay()).toBe(0);
    world.clock.pass(REPUBLISH_AFTER_MS);
    expect(await relay()).toBe(0);
    world.clock.pass(1);
    expect(await relay()).toBe(2);
    expect(world.publisher.jobs).toHaveLength(4);
  });

  it('does not publish what has been delivered', async () => {
    await world.acts.notifyAgency.carryOut(owed()[0]!);
    expect(await relay()).toBe(1);
    await world.acts.notifyAgency.carryOut(owed()[0]!);
    expect(await relay()).toBe(0);
    expect(world.publisher.jobs).toHaveLength(1);
  });

  it('makes no job of what is owed to an agency that has left the partnership, tells it nothing by mail, and settles it', async () => {
    Object.assign(world.directory, { agencies: world.directory.agencies.filter((agency) => agency !== 'gp-c') });
    const before = world.tables.audit.length;
    expect(await relay()).toBe(2);
    expect(world.publisher.jobs.map(({ agency }) => agency)).toEqual(['school-b']);
    expect(owed().map(({ agency }) => agency)).toEqual(['school-b']);
    expect(world.mailer.sent).toEqual([]);
    expect([...world.tables.requests.values()].map(({ asked, notice }) => [asked, notice]).sort()).toEqual([['gp-c', 'undelivered'], ['school-b', 'pending']]);
    expect(world.recordsSince(before)).toMatchObject([{ event: 'notice.undelivered.v1', fields: { agency: 'gp-c', reason: 'no-mailbox' } }]);
    world.clock.pass(REPUBLISH_AFTER_MS + 1);
    expect(await relay()).toBe(1);
  });

  it('publishes again what a queue that was away never took', async () => {
    world.publisher.unreachable = true;
    await expect(relay()).rejects.toThrow();
    world.publisher.unreachable = false;
    world.clock.pass(REPUBLISH_AFTER_MS + 1);
    expect(await relay()).toBe(2);
  });
});
