import { describe, expect, it } from 'vitest';
import type { StoredPasskey } from '@lateral/exchange';
import { SoftAuthenticator, type Misbehaviour } from '@lateral/testing/webauthn';
import { relyingPartyOf } from './relying-party.js';
import { WebAuthnVerifier } from './webauthn-verifier.js';

const origin = 'https://hub.example:8443';
const party = relyingPartyOf({ origin, deskOrigin: 'https://desk.hub.example' }, null);
const ceremony = { challenge: 'Y2hhbGxlbmdl', rpId: party.rpId, origin };
const user = Buffer.alloc(32, 7).toString('base64url');
const verifier = new WebAuthnVerifier(party);

async function enrolled(authenticator: SoftAuthenticator): Promise<StoredPasskey> {
  const proven = (await verifier.registered(authenticator.create({ ...ceremony, user })))!;
  return { id: 'p1', agency: 'a', member: 'm', enrolledAt: new Date(0), usedAt: null, disabledAt: null, ...proven };
}

describe('whom a passkey is made for', () => {
  it('is the host of the hub and its pages, or a host above it', () => {
    expect(party).toEqual({ rpId: 'hub.example', origins: [origin, 'https://desk.hub.example'] });
    expect(relyingPartyOf({ origin, deskOrigin: null }, 'example')).toEqual({ rpId: 'example', origins: [origin] });
    expect(relyingPartyOf({ origin: 'http://localhost:4000', deskOrigin: null }, null).rpId).toBe('localhost');
  });

  it('is no host that the hub or its pages are not under: such a hub does not start', () => {
    for (const [deskOrigin, rpId] of [['https://desk.example', null], [null, 'evil.example'], [null, 'www.hub.example'], [null, 'ub.example'], ['https://desk.other', 'example']] as const) {
      expect(() => relyingPartyOf({ origin, deskOrigin }, rpId)).toThrow('passkey-host-foreign');
    }
  });
});

describe('a passkey that was made', () => {
  it('gives its credential, key and the challenge it was made for', async () => {
    const body = new SoftAuthenticator().create({ ...ceremony, user });
    expect(await verifier.registered(body)).toEqual({ challenge: ceremony.challenge, credential: body.credential, publicKey: expect.any(Uint8Array), counter: 0 });
    expect(await verifier.registered(new SoftAuthenticator().create({ ...ceremony, origin: 'https://desk.hub.example', user }))).not.toBeNull();
  });

  const wrong: [string, Misbehaviour][] = [
    ['at another origin', { origin: 'https://hub.example' }], ['at an origin that only begins alike', { origin: `${origin}.evil.example` }], ['for another host', { rpId: 'evil.example' }],
    ['for a host below', { rpId: 'www.hub.example' }], ['without its user verified', { userVerified: false }], ['with nobody there', { userPresent: false }], ['as an answer', { type: 'webauthn.get' }],
    ['inside another site', { crossOrigin: true }], ['under a page of another site', { clientData: { topOrigin: 'https://evil.example' } }], ['with a statement about the device', { format: 'packed' }],
  ];
  it.each(wrong)('%s is none', async (_, misbehaviour) => {
    expect(await verifier.registered(new SoftAuthenticator().create({ ...ceremony, user }, misbehaviour))).toBeNull();
  });

  it('is none under another name, or where it cannot be read', async () => {
    const authenticator = new SoftAuthenticator();
    const [one, other] = [authenticator.create({ ...ceremony, user }), authenticator.create({ ...ceremony, user })];
    expect(await verifier.registered({ ...one, credential: other.credential })).toBeNull();
    for (const broken of [{ clientData: 'AAAA' }, { attestation: 'AAAA' }, { clientData: Buffer.from('{"challenge":1}').toString('base64url') }]) expect(await verifier.registered({ ...one, ...broken })).toBeNull();
  });
});

describe("a passkey's answer", () => {
  it('gives the challenge it answers and its counter, which goes up', async () => {
    const authenticator = new SoftAuthenticator();
    const passkey = await enrolled(authenticator);
    const answer = () => verifier.asserted(authenticator.get({ ...ceremony, credentials: [passkey.credential] }), passkey);
    expect([await answer(), await answer()]).toEqual([{ challenge: ceremony.challenge, counter: 1 }, { challenge: ceremony.challenge, counter: 2 }]);
  });

  it('may not count at all, as a synced one does', async () => {
    const authenticator = new SoftAuthenticator(false);
    const passkey = await enrolled(authenticator);
    for (let n = 0; n < 2; n += 1) expect(await verifier.asserted(authenticator.get({ ...ceremony, credentials: [passkey.credential] }), passkey)).toEqual({ challenge: ceremony.challenge, counter: 0 });
    expect(await verifier.asserted(authenticator.get({ ...ceremony, credentials: [passkey.credential] }), { ...passkey, counter: 1 })).toBeNull();
  });

  const wrong: [string, Misbehaviour][] = [
    ['at another origin', { origin: 'https://hub.example' }], ['for another host', { rpId: 'evil.example' }], ['without its user verified', { userVerified: false }], ['with nobody there', { userPresent: false }],
    ['as one being made', { type: 'webauthn.create' }], ['inside another site', { crossOrigin: true }], ['with another key', { otherKey: true }], ['with a counter that stands', { counter: 5 }], ['with a counter that goes back', { counter: 4 }],
  ];
  it.each(wrong)('%s is none', async (_, misbehaviour) => {
    const authenticator = new SoftAuthenticator();
    const passkey = await enrolled(authenticator);
    expect(await verifier.asserted(authenticator.get({ ...ceremony, credentials: [passkey.credential] }, misbehaviour), { ...passkey, counter: 5 })).toBeNull();
    expect(await verifier.asserted(authenticator.get({ ...ceremony, credentials: [passkey.credential] }, { counter: 6 }), { ...passkey, counter: 5 })).not.toBeNull();
  });

  it('is none with any bit of it changed, and none of another passkey', async () => {
    const authenticator = new SoftAuthenticator();
    const [passkey, other] = [await enrolled(authenticator), await enrolled(authenticator)];
    const body = authenticator.get({ ...ceremony, credentials: [passkey.credential] });
    for (const part of ['clientData', 'authenticatorData', 'signature'] as const) {
      const bytes = Buffer.from(body[part], 'base64url');
      bytes[bytes.length - 1]! ^= 1;
      expect(await verifier.asserted({ ...body, [part]: bytes.toString('base64url') }, passkey)).toBeNull();
    }
    expect(await verifier.asserted(body, other)).toBeNull();
    expect(await verifier.asserted({ ...body, credential: other.credential }, passkey)).toBeNull();
    expect(await verifier.asserted(body, passkey)).not.toBeNull();
  });
});

describe('what PRF gives', () => {
  it('is the same for a passkey and a salt, and another for any other', () => {
    const authenticator = new SoftAuthenticator();
    const [one, other] = [1, 2].map(() => authenticator.create({ ...ceremony, user }).credential) as [string, string];
    const salt = Buffer.alloc(32, 1);
    expect(authenticator.prf(one, salt)).toEqual(authenticator.prf(one, salt));
    expect(authenticator.prf(one, salt)).toHaveLength(32);
    expect([authenticator.prf(other, salt), authenticator.prf(one, Buffer.alloc(32, 2))]).not.toContainEqual(authenticator.prf(one, salt));
  });
});
