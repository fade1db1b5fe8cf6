import { beforeEach, describe, expect, it } from 'vitest';
import type { OpenCheckBody } from '@lateral/contracts';
import { ExchangeWorld, memberOf, valueOf, wordsWithout } from '@lateral/testing/fakes';
import type { Attempt } from '../ports/index.js';

const POLICE = memberOf('police-a');

describe('an attempt that is blocked', () => {
  let world: ExchangeWorld;
  beforeEach(async () => { world = await ExchangeWorld.begin(); });
  const blockedBody = (): OpenCheckBody => world.opening(['school-b'], 'amber', { words: wordsWithout('necessity') });
  const open = (attempt: Attempt, body: OpenCheckBody, actor = POLICE) => world.acts.openCheck.carryOut(actor, attempt, body);
  const since = (before: number): string[] => world.recordsSince(before).map(({ event }) => event);

  it('is recorded under a key that was used for another body, though that is what is answered', async () => {
    const { key, digest } = world.attempt();
    valueOf(await open({ key, digest }, world.opening(['school-b'])));
    const before = world.tables.audit.length;
    const counts = world.tables.counts();
    expect(await open({ key, digest: 'another-body' }, blockedBody())).toEqual({ ok: false, code: 'idempotency-key-reused' });
    expect(world.recordsSince(before)).toMatchObject([{ event: 'share.blocked.v1', parties: ['police-a'], fields: { agency: 'police-a', member: 'm1', direction: 'asking', findings: 'necessity_why' } }]);
    expect(world.tables.counts()).toEqual({ ...counts, audit: counts['audit']! + 1 });
  });

  it('is recorded each time, under a used key or a new one', async () => {
    const { key } = world.attempt();
    valueOf(await open({ key, digest: 'first' }, world.opening(['school-b'])));
    const before = world.tables.audit.length;
    for (const digest of ['second', 'third']) await open({ key, digest }, blockedBody());
    await open(world.attempt(), blockedBody());
    expect(since(before)).toEqual(['share.blocked.v1', 'share.blocked.v1', 'share.blocked.v1']);
  });

  it('is none where it repeats what was done before the law changed: it is answered as it was then', async () => {
    const attempt = world.attempt();
    const body = world.opening(['school-b']);
    const reply = valueOf(await open(attempt, body));
    const before = world.tables.audit.length;
    body.requests[0]!.envelope.justification.words = wordsWithout('necessity');
    expect(await open(attempt, body)).toEqual({ ok: true, value: reply });
    expect(since(before)).toEqual([]);
  });
});
