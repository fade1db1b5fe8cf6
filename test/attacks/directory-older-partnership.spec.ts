import { describe, expect, it } from 'vitest';
import { digestOf } from '@lateral/contracts';
import { signPartnership, verifyPartnership } from '@lateral/envelope/keys';
import { days, makeDirectory, partnershipFile } from './support/directory.js';

describe('attack: the hub serves an older partnership file', () => {
  it('is refused once a newer one has been seen, so an agency that was taken out stays out', async () => {
    const { signed: first, rootKey, rootFingerprint } = await makeDirectory();
    const second = await signPartnership(partnershipFile(rootKey, first.document.agencies.slice(0, 1), first.document, days(1)), rootKey);
    const seen = { version: 2, digest: digestOf('partnership', second.document) };
    expect(await verifyPartnership(first, { rootFingerprint, now: days(2), highestSeen: seen })).toEqual({ ok: false, code: 'rolled-back' });
    expect((await verifyPartnership(second, { rootFingerprint, now: days(2), highestSeen: seen })).ok).toBe(true);
    expect((await verifyPartnership(second, { rootFingerprint, now: days(2), highestSeen: { version: 1, digest: digestOf('partnership', first.document) } })).ok).toBe(true);
  });

  it('and a second list under a version already seen is refused, as is one that follows another', async () => {
    const { signed: first, rootKey, rootFingerprint } = await makeDirectory();
    const fork = await signPartnership(partnershipFile(rootKey, first.document.agencies.slice(0, 1)), rootKey);
    const afterFork = await signPartnership(partnershipFile(rootKey, first.document.agencies, fork.document, days(1)), rootKey);
    const seen = { version: 1, digest: digestOf('partnership', first.document) };
    expect(await verifyPartnership(fork, { rootFingerprint, now: days(2), highestSeen: seen })).toEqual({ ok: false, code: 'rolled-back' });
    expect(await verifyPartnership(afterFork, { rootFingerprint, now: days(2), highestSeen: seen })).toEqual({ ok: false, code: 'unchained' });
  });
});
