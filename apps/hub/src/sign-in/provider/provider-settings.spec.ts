import { describe, expect, it } from 'vitest';
import { readProviders } from './provider-settings.js';

const ONE = { agency: 'csc-north', issuer: 'https://login.north.example/tenant', clientId: 'lateral', stepUp: true };
const read = (list: unknown, mode: 'demo' | 'production' = 'production') => readProviders(typeof list === 'string' ? list : JSON.stringify(list), mode);

describe('HUB_PROVIDERS', () => {
  it('is read as it stands', () => {
    expect(read([ONE])).toEqual([ONE]);
    expect(read([])).toEqual([]);
  });

  it.each([
    ['providers-unreadable', 'no JSON'], ['providers-unreadable', '{}'], ['provider-faulty', [null]], ['provider-faulty', [{ ...ONE, secret: 'x' }]], ['provider-faulty', [{ ...ONE, stepUp: 'yes' }]],
    ['provider-faulty', [{ ...ONE, agency: '../x' }]], ['provider-faulty', [{ ...ONE, clientId: '' }]], ['provider-faulty', [{ ...ONE, issuer: 'login.north.example' }]], ['provider-faulty', [{ ...ONE, issuer: `${ONE.issuer}?a=b` }]],
    ['provider-faulty', [{ ...ONE, issuer: 'https://user:pass@north.example' }]], ['provider-faulty', [{ ...ONE, issuer: 'ftp://north.example' }]],
  ])('is refused as %s', (code, list) => {
    expect(() => read(list)).toThrow(code);
  });

  it('gives an agency one provider, and a provider one agency: each speaks for its own people', () => {
    expect(() => read([ONE, { ...ONE, issuer: 'https://other.example' }])).toThrow('provider-shared');
    expect(() => read([ONE, { ...ONE, agency: 'police-north' }])).toThrow('provider-shared');
  });

  it('takes plain HTTP on this machine alone, and never in production', () => {
    const local = [{ ...ONE, issuer: 'http://localhost:9/demo/csc-north' }];
    expect(read(local, 'demo')).toEqual(local);
    expect(() => read(local)).toThrow('provider-insecure');
    expect(() => read([{ ...ONE, issuer: 'http://login.north.example' }], 'demo')).toThrow('provider-insecure');
    expect(() => read([{ ...ONE, issuer: 'http://localhost.evil.example' }], 'demo')).toThrow('provider-insecure');
  });
});
