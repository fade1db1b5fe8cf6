import { beforeAll, describe, expect, it } from 'vitest';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT, type JWTVerifyGetKey } from 'jose';
import { issuerOf, readLogoutToken } from './logout-token.js';

const AT = new Date('2026-03-09T10:00:00.000Z');
const SECONDS = AT.getTime() / 1000;
const provider = { agency: 'csc-north', issuer: 'https://login.north.example', clientId: 'lateral', stepUp: false };
const EVENTS = { 'http://schemas.openid.net/event/backchannel-logout': {} };
const CLAIMS = { iss: provider.issuer, aud: provider.clientId, iat: SECONDS, jti: 'n1', sub: 's1', sid: 'sid-1', events: EVENTS };

describe('a logout token', () => {
  let keys: JWTVerifyGetKey;
  let own: CryptoKey;
  let stranger: CryptoKey;
  beforeAll(async () => {
    const [mine, theirs] = [await generateKeyPair('ES256', { extractable: true }), await generateKeyPair('ES256')];
    [own, stranger] = [mine.privateKey, theirs.privateKey];
    keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(mine.publicKey)), alg: 'ES256', kid: 'k' }] });
  });
  const read = async (claims: object, { key = own, typ = 'logout+jwt', at = AT } = {}) =>
    readLogoutToken(await new SignJWT({ ...claims }).setProtectedHeader({ alg: 'ES256', kid: 'k', typ }).sign(key), { provider, keys, at });

  it('names who has signed out, and is of use for five minutes', async () => {
    expect(await read(CLAIMS)).toEqual({ id: 'n1', agency: 'csc-north', issuer: provider.issuer, subject: 's1', sid: 'sid-1', expiresAt: new Date(AT.getTime() + 330_000) });
    expect(await read({ ...CLAIMS, sub: undefined })).toMatchObject({ subject: null, sid: 'sid-1' });
    expect(await read(CLAIMS, { at: new Date(AT.getTime() + 331_000) })).toBeNull();
  });

  it.each([
    ['of another issuer', { iss: 'https://login.south.example' }], ['for another client', { aud: 'another' }], ['without an event', { events: undefined }], ['with another event', { events: { x: {} } }],
    ['with a nonce, as an id token has', { nonce: 'n' }], ['about nobody', { sub: undefined, sid: undefined }], ['without an id', { jti: undefined }], ['without a time', { iat: undefined }], ['that is from the future', { iat: SECONDS + 60 }], ['that has run out', { exp: SECONDS - 60 }],
  ])('is none %s', async (_, change) => {
    expect(await read({ ...CLAIMS, ...change })).toBeNull();
  });

  it('is none that somebody else signed, or that is typed as something else', async () => {
    expect(await read(CLAIMS, { key: stranger })).toBeNull();
    expect(await read(CLAIMS, { typ: 'at+jwt' })).toBeNull();
    expect([await readLogoutToken('x', { provider, keys, at: AT }), issuerOf('x')]).toEqual([null, null]);
  });
});
