import { beforeEach, describe, expect, it } from 'vitest';
import { canonicalJson, commitmentOf, toBase64Url } from '@lateral/contracts';
import { MemoryLedger } from '@lateral/testing/fakes';
import type { StoredRecord } from '../ports/index.js';
import { leafOf, receiptOf, unplacedReceipt } from './receipt-of.js';

const salt = new Uint8Array(32).fill(7);
const record = canonicalJson({ v: 1, event: 'check.opened.v1' });
const stored: StoredRecord = { id: 'id', event: 'check.opened.v1', record, salt, index: 0 };
const plain = { id: 'id', event: 'check.opened.v1', record, salt: toBase64Url(salt) };
const newest = { size: null, outage: false };

describe('a leaf', () => {
  it('says its kind and a salted commitment, and nothing of the record', () => {
    expect(leafOf({ entry: 'check', record, salt })).toBe(`{"c":"${commitmentOf(record, salt)}","k":"check","v":1}`);
  });
});

describe('a receipt', () => {
  let ledger: MemoryLedger;
  beforeEach(async () => {
    ledger = new MemoryLedger();
    await ledger.append(['another leaf', leafOf({ entry: 'check', record, salt })]);
  });

  it('is proven where the ledger has the record, with what re-makes its leaf', async () => {
    expect(await receiptOf(stored, ledger, newest)).toEqual({ ...plain, state: 'proven', index: 1, proof: 'proof of 1 under 2' });
  });

  it('is recorded while the record has no place, or is not yet under the head that was asked for', async () => {
    const waiting = { ...plain, state: 'recorded', index: null, proof: null };
    expect(await receiptOf({ ...stored, index: null }, ledger, newest)).toEqual(waiting);
    expect(await receiptOf(stored, ledger, { size: 1, outage: false })).toEqual(waiting);
    expect(await receiptOf({ ...stored, record: `${record} ` }, ledger, newest)).toMatchObject({ state: 'recorded', proof: null });
  });

  it('is unwitnessed in an outage, and where the ledger turns out to be away', async () => {
    const unwitnessed = { ...plain, state: 'unwitnessed', index: null, proof: null };
    expect(await receiptOf(stored, ledger, { size: null, outage: true })).toEqual(unwitnessed);
    ledger.away = true;
    expect(await receiptOf(stored, ledger, newest)).toEqual(unwitnessed);
  });

  it('does not swallow anything else that goes wrong with a proof', async () => {
    ledger.proof = async () => {
      throw new Error('the proof does not verify');
    };
    await expect(receiptOf(stored, ledger, newest)).rejects.toThrow('does not verify');
  });

  it('of a record just written holds what was written', () => {
    const row = { id: 'id', event: 'check.opened.v1', entry: 'check', at: new Date(0), record, salt, check: null, request: null, message: null, parties: [] } as const;
    expect(unplacedReceipt(row, 'recorded')).toEqual({ ...plain, state: 'recorded', index: null, proof: null });
  });
});
