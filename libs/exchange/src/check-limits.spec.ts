import { beforeEach, describe, expect, it } from 'vitest';
import { ExchangeWorld, memberOf, valueOf } from '@lateral/testing/fakes';
import { faultOfActs, MOST_ACTS, MOST_RECORDS_KEPT } from './check-limits.js';

const POLICE = memberOf('police-a');
const SCHOOL = memberOf('school-b');

describe('what one check may hold', () => {
  let world: ExchangeWorld;
  let reference: string;
  let request: string;
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
    const opened = await world.opened(['school-b']);
    [reference, request] = [opened.reference, opened.requests[0]!];
  });
  /** As though so many acts had been carried out on the request. */
  const acted = (acts: number): void => { world.tables.requests.get(request)!.version = acts + 1; };
  const unchanged = async (act: () => Promise<unknown>): Promise<void> => {
    const before = world.tables.counts();
    expect(await act()).toEqual({ ok: false, code: 'limit-reached' });
    expect(world.tables.counts()).toEqual(before);
  };

  it('is a number of acts on a request, the last of which is still carried out', () => {
    expect([faultOfActs({ version: 1 }), faultOfActs({ version: MOST_ACTS }), faultOfActs({ version: MOST_ACTS + 1 })]).toEqual([null, null, { ok: false, code: 'limit-reached' }]);
  });

  it('stops corrections, moved due times and outcomes told', async () => {
    const facts = await world.facts(request);
    const correction = world.messages.message({ type: 'request', from: POLICE, to: 'school-b', check: facts.check, request, corrects: facts.currentEnvelope });
    acted(MOST_ACTS);
    const version = MOST_ACTS + 1;
    await unchanged(() => world.acts.correctRequest.carryOut(POLICE, world.attempt(), request, { version, envelope: correction }));
    await unchanged(() => world.acts.moveDueTime.carryOut(POLICE, world.attempt(), request, { version, dueAt: new Date(world.clock.at.getTime() + 3_600_000).toISOString(), reason: 'agreed_with_agency' }));
    await world.decided(reference);
    const outcome = world.messages.message({ type: 'outcome', from: POLICE, to: 'school-b', check: facts.check, request, inReplyTo: facts.currentDigest });
    await unchanged(() => world.acts.tellOutcome.carryOut(POLICE, world.attempt(), request, { envelope: outcome }));
    acted(MOST_ACTS - 1);
    expect(await world.acts.tellOutcome.carryOut(POLICE, world.attempt(), request, { envelope: outcome })).toMatchObject({ ok: true });
  });

  it('stops holding answers and corrected ones, and never the first answer or a withdrawal', async () => {
    await world.collected(request);
    acted(MOST_ACTS);
    const submit = async (response: 'HOLDING' | 'FULL', corrects: string | null = null) => {
      const { version } = await world.facts(request);
      return world.acts.submitResponse.carryOut(SCHOOL, world.attempt(), request, { version, envelope: await world.answer(request, response, corrects) });
    };
    const { currentResponse } = await world.facts(request);
    expect(currentResponse).toBeNull();
    const before = world.tables.counts();
    expect(await submit('HOLDING')).toEqual({ ok: false, code: 'limit-reached' });
    expect(world.tables.counts()).toEqual(before);
    valueOf(await submit('FULL'));
    expect(await submit('FULL', (await world.facts(request)).currentResponse)).toEqual({ ok: false, code: 'limit-reached' });

    const other = await world.opened(['school-b']);
    world.tables.requests.get(other.requests[0]!)!.version = MOST_ACTS + 1;
    expect(await world.acts.withdrawRequest.carryOut(POLICE, world.attempt(), other.requests[0]!, { version: MOST_ACTS + 1, reason: 'superseded' })).toMatchObject({ ok: true });
  });

  it('is a number of records that an agency keeps of it, each agency its own', async () => {
    const keep = (from = POLICE, check = world.tables.requests.get(request)!.check) => {
      const envelope = world.messages.message({ type: 'record', from, to: null, check, request: null });
      return world.acts.keepRecordOnly.carryOut(from, world.attempt(), { envelope, reason: 'not_necessary' });
    };
    for (let n = 0; n < MOST_RECORDS_KEPT; n += 1) valueOf(await keep());
    await unchanged(() => keep());
    expect(await keep(SCHOOL)).toMatchObject({ ok: true });
    expect(await keep(POLICE, world.messages.id())).toMatchObject({ ok: true });
  });
});
