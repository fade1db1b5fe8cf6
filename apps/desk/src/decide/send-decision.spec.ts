import { describe, expect, it } from 'vitest';
import type { CheckStanding, RequestStanding, SealedEnvelope } from '@lateral/contracts';
import type { Letter } from '../crypto/protocol.js';
import { parcelOf, sendParcel, type DecisionParcel, type Sending } from './send-decision.js';

const letter = (message: string, to: string | null): Letter => ({ message, to, request: to === null ? null : `r-${to}` } as Letter);
const parcel = (): Promise<DecisionParcel> => {
  let keys = 0;
  return parcelOf(letter('d', null), [letter('t1', 'heddlu'), letter('t2', 'ysgol'), letter('t3', 'iechyd')], { seal: async (letters) => letters.map(({ message }) => ({ of: message }) as unknown as SealedEnvelope), newKey: () => `key-${(keys += 1)}` });
};

/** A hub that says no to what `fails` names, and what it was asked in order. */
function hub(fails: Set<string> = new Set()): { sending: Sending; log: string[] } {
  const log: string[] = [];
  const act = async (what: string): Promise<void> => {
    log.push(what);
    if (fails.has(what.split(' ')[0]!)) throw new Error(what);
  };
  const sending: Sending = {
    version: 7, confirm: (messages) => act(`confirm ${messages.join(',')}`), remember: () => act('remember'),
    record: async ({ version }, key) => { await act(`record v${version} ${key}`); return {} as CheckStanding; },
    tell: async (request, _body, key) => { await act(`${request} ${key}`); return {} as RequestStanding; },
  };
  return { sending, log };
}

describe('a decision that is sent', () => {
  it('takes one gesture, is remembered before it goes, recorded, and then told to each', async () => {
    const { sending, log } = hub();
    const tells = await sendParcel(await parcel(), sending);
    expect(log).toEqual(['confirm d,t1,t2,t3', 'remember', 'record v7 key-1', 'r-heddlu key-2', 'r-ysgol key-3', 'r-iechyd key-4']);
    expect(tells.map(({ agency, done }) => [agency, done])).toEqual([['heddlu', true], ['ysgol', true], ['iechyd', true]]);
  });

  it('tells the others where one cannot be told, and afterwards only that one, with the same bytes', async () => {
    const made = await parcel();
    const first = hub(new Set(['r-ysgol']));
    expect((await sendParcel(made, first.sending)).map(({ agency, done, error }) => [agency, done, error === null])).toEqual([['heddlu', true, true], ['ysgol', false, false], ['iechyd', true, true]]);
    const again = hub();
    expect((await sendParcel(made, again.sending)).every(({ done, error }) => done && error === null)).toBe(true);
    expect(again.log).toEqual(['confirm t2', 'r-ysgol key-3']);
  });

  it('tells nobody what was not recorded', async () => {
    const made = await parcel();
    const first = hub(new Set(['record']));
    await expect(sendParcel(made, first.sending)).rejects.toThrow('record');
    expect(first.log).toEqual(['confirm d,t1,t2,t3', 'remember', 'record v7 key-1']);
    const called = hub(new Set(['confirm']));
    await expect(sendParcel(made, called.sending)).rejects.toThrow('confirm');
    expect(called.log).toHaveLength(1);
    // The very same again: after silence it may have been taken in.
    const again = hub();
    await sendParcel(made, again.sending);
    expect(again.log[2]).toBe('record v7 key-1');
  });

  it('goes on with the telling alone where it was recorded in an earlier visit', async () => {
    const rest = await parcelOf(null, [letter('t9', 'ysgol')], { seal: async () => [{} as SealedEnvelope], newKey: () => 'k' });
    const { sending, log } = hub();
    await sendParcel(rest, sending);
    expect(log).toEqual(['confirm t9', 'r-ysgol k']);
  });
});
