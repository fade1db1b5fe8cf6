import { describe, expect, it } from 'vitest';
import { canonicalJson, EVENTS } from '@lateral/contracts';
import { millisecondsOf } from '@lateral/domain';
import { composeRecord } from './compose-record.js';

const AT = new Date('2026-03-09T10:15:00.123Z');
const counting = { bytes: (length: number) => Uint8Array.from({ length }, (_, i) => i) };
const fields = { check: 'c', request: null, message: 'm', agency: 'a', member: 'm1', shown: true };

describe('an audit record', () => {
  const row = composeRecord('envelope.opened.v1', fields, { at: AT, randomness: counting, parties: ['a', 'b', 'a'] });

  it('is the canonical JSON of its fields, with what every record has', () => {
    expect(row.record).toBe(canonicalJson({ ...fields, v: 1, id: row.id, event: 'envelope.opened.v1', at: '2026-03-09T10:15:00.123Z' }));
    expect(Object.keys(JSON.parse(row.record) as object).sort()).toEqual([...EVENTS['envelope.opened.v1'].fields, 'at', 'event', 'id', 'v'].sort());
  });

  it('has an id of its time, 32 bytes of salt and the entry of its event', () => {
    expect(millisecondsOf(row.id)).toBe(AT.getTime());
    expect(row.salt).toEqual(counting.bytes(32));
    expect(row).toMatchObject({ event: 'envelope.opened.v1', entry: 'opening', at: AT });
  });

  it('is filed under what it names, and given to each party once', () => {
    expect(row).toMatchObject({ check: 'c', request: null, message: 'm', parties: ['a', 'b'] });
    expect(composeRecord('member.signed-in.v1', { agency: 'a', member: 'm1' }, { at: AT, randomness: counting, parties: ['a'] })).toMatchObject({ check: null, request: null, message: null });
  });
});
