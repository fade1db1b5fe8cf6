import { beforeEach, describe, expect, it } from 'vitest';
import { ExchangeWorld, memberOf, STRANGER, valueOf } from '@lateral/testing/fakes';
import { LedgerAway } from '../ports/index.js';
import { isParty } from './read-receipts.use-case.js';

describe('reading receipts', () => {
  let world: ExchangeWorld;
  let reference: string;
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
    const opened = await world.opened(['school-b', 'gp-c']);
    ({ reference } = opened);
    await world.answered(opened.requests[0]!);
    await world.acts.carryRecords.carryOut();
    await world.answered(opened.requests[1]!);
  });
  const read = async (agency: string) => valueOf(await world.acts.readReceipts.carryOut(memberOf(agency), reference));

  it('gives the asking agency every record, proven as far as the ledger has come and under one head', async () => {
    const { receipts, checkpoint } = await read('police-a');
    expect(receipts.map(({ event, state }) => [event, state])).toEqual([
      ['check.opened.v1', 'proven'], ['request.posted.v1', 'proven'], ['request.posted.v1', 'proven'], ['envelope.handed-over.v1', 'proven'], ['response.submitted.v1', 'proven'],
      ['envelope.handed-over.v1', 'recorded'], ['response.submitted.v1', 'recorded'],
    ]);
    expect(checkpoint).toBe('head of 5');
    for (const { proof, index } of receipts.slice(0, 5)) expect(proof).toBe(`proof of ${index} under 5`);
  });

  it('gives an asked agency its own, in which nobody else is named', async () => {
    const { receipts } = await read('gp-c');
    expect(receipts.map(({ event }) => event)).toEqual(['request.posted.v1', 'envelope.handed-over.v1', 'response.submitted.v1']);
    expect(JSON.stringify(receipts)).not.toContain('school-b');
  });

  it('proves what was placed while it read: records are read before the head', async () => {
    const { receipts, checkpoint } = await read('police-a');
    await world.acts.carryRecords.carryOut();
    expect(receipts).toHaveLength(7);
    expect(checkpoint).not.toBe((await read('police-a')).checkpoint);
    expect((await read('police-a')).receipts.every(({ state }) => state === 'proven')).toBe(true);
  });

  it('tells a stranger what it tells of an unknown reference', async () => {
    const unknown = await world.acts.readReceipts.carryOut(memberOf('police-a'), 'LC-00000-00000');
    expect(unknown).toEqual({ ok: false, code: 'not-found' });
    expect(await world.acts.readReceipts.carryOut(STRANGER, reference)).toEqual(unknown);
  });

  it('cannot be had while the ledger is away: no head could stand over it', async () => {
    world.ledger.away = true;
    await expect(read('police-a')).rejects.toBeInstanceOf(LedgerAway);
  });
});

describe('a party', () => {
  it('asked or was asked', () => {
    const check = { asking: 'a', requests: [{ asked: 'b' }, { asked: 'c' }] };
    expect(['a', 'b', 'c', 'd', ''].map((agency) => isParty(check, agency))).toEqual([true, true, true, false, false]);
  });
});
