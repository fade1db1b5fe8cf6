import { describe, expect, it } from 'vitest';
import { uriIdentityOf } from './peer-identity.js';

describe('uriIdentityOf', () => {
  it('reads the one URI beside other names', () => {
    expect(uriIdentityOf('URI:spiffe://lateral.example/hub')).toBe('spiffe://lateral.example/hub');
    expect(uriIdentityOf('DNS:localhost, IP Address:127.0.0.1, URI:spiffe://lateral.example/ledger')).toBe('spiffe://lateral.example/ledger');
  });

  it.each([undefined, '', 'DNS:localhost', 'DNS:spiffe://lateral.example/hub', 'URI:spiffe://a/hub, URI:spiffe://a/courier', 'DNS:"x, URI:spiffe://lateral.example/hub"'])(
    'is nobody for %s', (names) => {
      expect(uriIdentityOf(names)).toBeNull();
    });
});
