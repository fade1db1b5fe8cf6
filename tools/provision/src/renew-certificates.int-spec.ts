import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RenewableIdentity, Secret, systemNow } from '@lateral/platform';
import { renewServiceCertificates, renewWhereDue, writeServiceCertificates, type ServiceCertificates } from './service-certificates.js';

const HOUR_MS = 3_600_000;
const later = (hours: number): Date => new Date(systemNow().getTime() + hours * HOUR_MS);

let folder: string;
let made: ServiceCertificates;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lateral-renewal-'));
  made = await writeServiceCertificates(folder, systemNow());
});
afterEach(() => rm(folder, { recursive: true }));
const text = (path: string): Promise<string> => readFile(path, 'utf8');
const certificates = (): Promise<string[]> => Promise.all(Object.values(made.services).map(({ certificate }) => text(certificate)));

describe('renewing the certificates of a demo', () => {
  it('makes new ones with new keys under the authority that is there', async () => {
    const [ca, before] = [await text(made.ca), await certificates()];
    await renewServiceCertificates(folder, later(20));
    expect(await text(made.ca)).toBe(ca);
    for (const [i, { certificate, key }] of Object.values(made.services).entries()) {
      const renewed = new X509Certificate(await text(certificate));
      expect(renewed.checkIssued(new X509Certificate(ca)) && renewed.verify(new X509Certificate(ca).publicKey)).toBe(true);
      expect(renewed.checkPrivateKey(createPrivateKey(await text(key)))).toBe(true);
      expect(renewed.publicKey.equals(new X509Certificate(before[i]!).publicKey)).toBe(false);
      expect(Date.parse(renewed.validTo)).toBeGreaterThan(later(43).getTime());
    }
  });

  it('happens by itself from half time on, and not before', async () => {
    const before = await certificates();
    expect(await renewWhereDue(folder, later(11))).toBe(false);
    expect(await certificates()).toEqual(before);
    expect(await renewWhereDue(folder, later(13))).toBe(true);
    expect(await renewWhereDue(folder, later(24))).toBe(false);
    // A machine that slept for a week.
    expect(await renewWhereDue(folder, later(7 * 24))).toBe(true);
    await rm(made.services.hub.certificate);
    expect(await renewWhereDue(folder, later(7 * 24))).toBe(true);
  });

  it('is refused without an authority, under the key of another, and past its end; starting anew makes one that lasts', async () => {
    await expect(renewServiceCertificates(folder, later(365 * 24 - 1))).rejects.toThrow(/ends before/);
    const before = await text(made.ca);
    await writeServiceCertificates(folder, later(340 * 24));
    expect(await text(made.ca)).not.toBe(before);
    await writeFile(join(folder, 'ca.pem'), before);
    await expect(renewServiceCertificates(folder, systemNow())).rejects.toThrow(/do not belong together/);
    await rm(join(folder, 'ca.key'));
    await expect(renewServiceCertificates(folder, systemNow())).rejects.toThrow(/no authority/);
  });
});

describe('an identity in files', () => {
  const outcomes: string[] = [];
  beforeEach(() => { outcomes.length = 0; });

  async function identity(): Promise<RenewableIdentity> {
    const { certificate, key } = made.services.hub;
    const start = { cert: (await text(certificate)).trim(), key: new Secret((await text(key)).trim()), ca: (await text(made.ca)).trim() };
    return new RenewableIdentity(start, { cert: certificate, key }, (outcome) => outcomes.push(outcome));
  }

  it('is the same object until the files change, and then certificate and key together', async () => {
    const mine = await identity();
    const first = mine.current();
    expect(mine.current()).toBe(first);
    await renewServiceCertificates(folder, systemNow());
    const second = mine.current();
    expect(second.cert).toBe((await text(made.services.hub.certificate)).trim());
    expect(new X509Certificate(second.cert).checkPrivateKey(createPrivateKey(second.key.reveal()))).toBe(true);
    expect(second.ca).toBe(first.ca);
    expect(mine.current()).toBe(second);
    expect(outcomes).toEqual(['renewed']);
  });

  it('goes on with what it has where a renewal is half written, broken, or the files are gone', async () => {
    const mine = await identity();
    const first = mine.current();
    const { certificate, key } = made.services.hub;
    const old = await text(certificate);
    await renewServiceCertificates(folder, systemNow());
    const whole = await text(certificate);
    await writeFile(certificate, old);
    expect(mine.current()).toBe(first);
    await writeFile(certificate, 'no certificate');
    expect(mine.current()).toBe(first);
    await rm(key);
    expect(mine.current()).toBe(first);
    expect(outcomes).toEqual(['not-renewed', 'not-renewed']);
    await renewServiceCertificates(folder, systemNow());
    expect(mine.current().cert).not.toBe(first.cert);
    expect(mine.current().cert).not.toBe(whole.trim());
  });
});
