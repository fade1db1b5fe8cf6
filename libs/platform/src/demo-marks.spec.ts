import { describe, expect, it } from 'vitest';
import { COUNCIL_CERTIFICATE } from '../../../test/world/council-certificate.js';
import { isDemoCertificate, isDemoLog, refusalOfDemo, refusalOfPartnership } from './demo-marks.js';
import type { LateralMode } from './mode.js';

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

  it('certificates and logs that bear one are refused in production alone', () => {
    const named = { certificates: [COUNCIL_CERTIFICATE], logs: ['council.org/ledger', 'lateral.example/keys'] };
    expect([refusalOfDemo('production', named), refusalOfDemo('test', named), refusalOfDemo('demo', named)]).toEqual(['log-key-of-a-demo', null, null]);
    expect(refusalOfDemo('production', { ...named, logs: ['council.org/ledger'] })).toBeNull();
  });

  it('a partnership of another mode is refused in production, and so is a root whose user id bears one', () => {
    const file = (mode: LateralMode, userId: string) => ({ mode, rootKey: Buffer.from(`\u00c6\u00cd${userId}`, 'latin1').toString('base64url') });
    expect(refusalOfPartnership('production', file('production', 'Partnership of democratic services'))).toBeNull();
    expect(refusalOfPartnership('production', file('production', 'Lateral demo partnership root'))).toBe('root-of-a-demo');
    for (const mode of ['demo', 'test'] as const) expect(refusalOfPartnership('production', file(mode, 'North partnership root'))).toBe('partnership-of-another-mode');
    expect(refusalOfPartnership('test', file('test', 'Lateral demo partnership root'))).toBeNull();
  });
});
