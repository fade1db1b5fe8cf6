import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import type { EnrolPasskeyBody, PasskeyAssertionBody } from '@lateral/contracts';
import type { PasskeyVerifier, ProvenAssertion, ProvenRegistration, StoredPasskey } from '@lateral/exchange';
import type { RelyingParty } from './relying-party.js';

/** ES256, EdDSA and RS256: what phones, security keys and Windows Hello make. */
const ALGORITHMS = [-7, -8, -257];

interface ClientData { challenge: string; crossOrigin?: unknown; topOrigin?: unknown }

/** WebAuthn, checked by simplewebauthn. Extension results never reach it: what PRF gives is the page's alone. */
export class WebAuthnVerifier implements PasskeyVerifier {
  private readonly expected: { expectedOrigin: string[]; expectedRPID: string; requireUserVerification: true };

  constructor({ rpId, origins }: RelyingParty) {
    this.expected = { expectedOrigin: [...origins], expectedRPID: rpId, requireUserVerification: true };
  }

  async registered({ credential, clientData, attestation }: EnrolPasskeyBody): Promise<ProvenRegistration | null> {
    return orNull(async () => {
      const challenge = challengeOf(clientData);
      const response = { id: credential, rawId: credential, type: 'public-key', clientExtensionResults: {}, response: { clientDataJSON: clientData, attestationObject: attestation } } as const;
      const { verified, registrationInfo } = await verifyRegistrationResponse({ ...this.expected, response, expectedChallenge: challenge, supportedAlgorithmIDs: ALGORITHMS });
      // None was asked for: a statement about the device would say which device somebody has.
      if (!verified || registrationInfo.fmt !== 'none' || registrationInfo.credential.id !== credential) return null;
      const { publicKey, counter } = registrationInfo.credential;
      return { challenge, credential, publicKey, counter };
    });
  }

  async asserted({ credential, clientData, authenticatorData, signature }: PasskeyAssertionBody, passkey: StoredPasskey): Promise<ProvenAssertion | null> {
    return orNull(async () => {
      const challenge = challengeOf(clientData);
      const response = { id: credential, rawId: credential, type: 'public-key', clientExtensionResults: {}, response: { clientDataJSON: clientData, authenticatorData, signature } } as const;
      const known = { id: passkey.credential, publicKey: new Uint8Array(passkey.publicKey), counter: passkey.counter };
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({ ...this.expected, response, expectedChallenge: challenge, credential: known });
      return verified && credential === passkey.credential ? { challenge, counter: authenticationInfo.newCounter } : null;
    });
  }
}

/** The challenge that the browser wrote down. Throws where another site's page stood around ours: nobody embeds the desk. */
function challengeOf(clientData: string): string {
  const { challenge, crossOrigin, topOrigin } = JSON.parse(Buffer.from(clientData, 'base64url').toString('utf8')) as ClientData;
  if (typeof challenge !== 'string' || (crossOrigin !== undefined && crossOrigin !== false) || topOrigin !== undefined) throw new TypeError('not asked by our own page');
  return challenge;
}

// The library says by throwing what is wrong; the door does not say which it was.
async function orNull<T>(read: () => Promise<T | null>): Promise<T | null> {
  try {
    return await read();
  } catch {
    return null;
  }
}
