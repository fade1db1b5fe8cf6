import { describe, expect, it } from 'vitest';
import { canonicalJson, commitmentOf, ENTRY_KINDS, MAX_APPEND_LEAVES } from '@lateral/contracts';
import { readAppend, readConsistency, readCosignature, readInclusion, readNothing } from './read-payload.js';

const commitment = commitmentOf('{}', new Uint8Array(32));
const leaf = canonicalJson({ v: 1, k: 'check', c: commitment });

describe('readAppend', () => {
  it('takes the canonical leaf of every kind', () => {
    const leaves = ENTRY_KINDS.map((k) => canonicalJson({ v: 1, k, c: commitment }));
    expect(readAppend({ leaves })).toEqual({ leaves });
    expect(readAppend({ leaves: Array.from({ length: MAX_APPEND_LEAVES }, () => leaf) }).leaves).toHaveLength(MAX_APPEND_LEAVES);
  });

  it.each([
    ['another kind', canonicalJson({ v: 1, k: 'gossip', c: commitment })],
    ['a further member', canonicalJson({ v: 1, k: 'check', c: commitment, n: 'Daisy' })],
    ['another spelling', JSON.stringify({ v: 1, k: 'check', c: commitment })],
    ['a short commitment', canonicalJson({ v: 1, k: 'check', c: commitment.slice(1) })],
    ['left-over bits in the commitment', canonicalJson({ v: 1, k: 'check', c: `${commitment.slice(0, 42)}B` })],
    ['a line break', `${leaf}\n`],
    ['a number', 7],
  ])('refuses %s and names the leaf', (_, wrong) => {
    expect(() => readAppend({ leaves: [leaf, wrong] })).toThrow(expect.objectContaining({ code: 'invalid-request', field: '/leaves/1' }));
  });

  it.each([[{}], [{ leaves: [] }], [{ leaves: 'x' }], [{ leaves: Array.from({ length: MAX_APPEND_LEAVES + 1 }, () => leaf) }]])('refuses %#', (data) => {
    expect(() => readAppend(data)).toThrow(expect.objectContaining({ field: '/leaves' }));
  });
});

describe('the other payloads', () => {
  it('are read as they are', () => {
    expect(readInclusion({ leafHash: commitment, size: null })).toEqual({ leafHash: commitment, size: null });
    expect(readConsistency({ from: 0, to: 9 })).toEqual({ from: 0, to: 9 });
    expect(readCosignature({ size: 3, line: 'x' })).toEqual({ size: 3, line: 'x' });
    readNothing({});
  });

  it.each([
    [readInclusion, { leafHash: 'x', size: null }, '/leafHash'], [readInclusion, { leafHash: commitment, size: -1 }, '/size'], [readInclusion, { leafHash: commitment }, '/size'],
    [readConsistency, { from: 1.5, to: null }, '/from'], [readConsistency, { from: 1, to: 2 ** 60 }, '/to'], [readConsistency, { from: '1', to: null }, '/from'],
    [readCosignature, { size: 1, line: 'x'.repeat(1025) }, '/line'], [readCosignature, { size: null, line: 'x' }, '/size'],
    [readNothing, { extra: 1 }, ''], [readNothing, null, ''], [readNothing, [], ''], [readConsistency, 'text', ''], [readConsistency, { from: 1, to: 2, also: 3 }, ''],
  ])('refuse what is not one: %p %j', (read, data, field) => {
    expect(() => read(data)).toThrow(expect.objectContaining({ code: 'invalid-request', field }));
  });
});
