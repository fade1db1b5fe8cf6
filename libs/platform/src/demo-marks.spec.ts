import { describe, expect, it } from 'vitest';
import { COUNCIL_CERTIFICATE } from '../../../test/world/council-certificate.js';
import { isDemoCertificate, isDemoLog } from './demo-marks.js';

describe('demo marks', () => {
  it('a certificate of somebody else bears none, and what is no certificate is not passed over', () => {
    expect(isDemoCertificate(COUNCIL_CERTIFICATE)).toBe(false);
    expect(() => isDemoCertificate('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----')).toThrow();
  });

  it.each([
    ['lateral.example/ledger', true], ['lateral.example/ledger/keys+00000000+AQ', true], ['LATERAL.EXAMPLE', true], ['demo.council.org/ledger', true], ['council.org/demo/ledger', true], ['council.org/ledger-demo', true],
    ['council.org/ledger', false], ['council.org/keys+00000000+demo', false], ['example.council.org/ledger', false], ['democracy.council.org/ledger', false],
  ])('the log %s: %s', (name, isDemo) => {
    expect(isDemoLog(name)).toBe(isDemo);
  });
});
