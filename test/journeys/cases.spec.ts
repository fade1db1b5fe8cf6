// Every case of the library goes all the way round. One installation holds the agencies of them all, and they are played in the
// order in which they were received: the clock of a case never goes back, so a case that began before another had ended is
// played a little later than it happened, with everything in it in its order.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { planRound, readCase, type RoundPlan } from '@lateral/play';
import { RoundWorld } from '../world/round-world.js';

const FOLDER = resolve(import.meta.dirname, '../../../shared/cases');
const receivedAt = (file: string): number => Date.parse((JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as { received_at: string }).received_at);
const FILES = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => /^c\d\d-.*\.json$/.test(name)).sort((a, b) => receivedAt(a) - receivedAt(b)) : [];
const LIMIT_MS = 300_000;

/** Requests that never left: blocked, and not mended (what is left is for the emergency override, which comes later). */
const NOT_SENT: Record<string, string[]> = { 'c21-anonymous-letter': ['r3'] };

type Read = Awaited<ReturnType<typeof readCase>> & { plan: RoundPlan };

async function read(file: string): Promise<Read> {
  const found = await readCase(join(FOLDER, file));
  return { ...found, plan: planRound(found.played, found.sent, found.answered) };
}

/** What a case says of its answers once they are mended: a type and items for each request that is answered. */
const answersOf = ({ played, answered, sent }: Read): unknown[] =>
  played.requests.map(({ id, responder: { returns } }) =>
    [id, sent.has(id) && answered.has(id) && returns !== null ? { type: returns.response_type, items: returns.items.map((item) => item.id) } : null]);

if (FILES.length === 0) {
  describe('the library of cases', () => {
    it.skip('is played from end to end (it is not on this machine)', () => undefined);
  });
} else {
  describe('the library of cases', () => {
    let world: RoundWorld;
    beforeAll(async () => {
      const all = await Promise.all(FILES.map(read));
      const agencies = new Map(all.flatMap(({ plan }) => plan.agencies.map((agency) => [agency.id, agency])));
      world = await RoundWorld.start({ kind: 'play', file: join(FOLDER, FILES[0]!), change: (plan) => { plan.agencies = [...agencies.values()]; } });
    }, LIMIT_MS);
    afterAll(() => world.end(), LIMIT_MS);

    it.each(FILES)('%s', async (file) => {
      const told = await read(file);
      const { played, plan } = told;
      const report = await world.playPlainly({ plan });

      expect([report.ok, report.ledger.verified]).toEqual([true, true]);
      const sent = report.requests.filter((request) => request.sent).map(({ requestId }) => requestId);
      expect(sent).toEqual(played.requests.map(({ id }) => id).filter((id) => !(NOT_SENT[played.id] ?? []).includes(id)));
      for (const { sent: left, terminal } of report.requests) expect([left, terminal === 'not_sent', terminal === null]).toEqual([left, !left, false]);
      expect(report.requests.map(({ requestId, response }) => [requestId, response])).toEqual(answersOf(told));
      for (const { sent: left, response, receipts } of report.requests) {
        expect([receipts.request, receipts.response]).toEqual([left ? 'proven' : null, response === null ? null : 'proven']);
      }
      const { code, also } = played.outcome;
      expect(report.checks.map(({ key, decision }) => [key, decision?.outcome])).toEqual(plan.checks.map(({ key }) => [key, key === 'joined' ? (also[0] ?? code) : code]));
    }, LIMIT_MS);
  });
}
