import { fromBase64Url, PRF_INPUT, toBase64Url, type EnrolPasskeyBody, type PasskeyAssertionBody, type PasskeyOptionsReply, type StepUpReply } from '@lateral/contracts';

/** ES256, EdDSA and RS256, as the hub takes them. */
const ALGORITHMS = [-7, -8, -257];
const GESTURE_MS = 120_000;

/** As much of `navigator.credentials` as is used. */
export type Authenticators = Pick<CredentialsContainer, 'create' | 'get'>;

/** What the authenticator said to a gesture. `prf` unlocks the key: it goes to the worker and nowhere else. null: this passkey has no such answer. */
export interface Gesture { body: PasskeyAssertionBody; credential: string; prf: Uint8Array<ArrayBuffer> | null }

/**
 * Has the authenticator make a passkey that can also unlock a key. `prf`: whether it can. What is to be sent is put together member by
 * member: a credential turned to JSON whole would say the unlocking secret to the hub. Rejects where the person calls it off.
 */
export async function makePasskey({ challenge, rpId, user, exclude }: PasskeyOptionsReply, label: string, authenticators: Authenticators): Promise<{ body: EnrolPasskeyBody; prf: boolean }> {
  const made = await authenticators.create({
    publicKey: {
      challenge: bytes(challenge), rp: { id: rpId, name: 'Lateral' }, user: { id: bytes(user), name: label, displayName: label },
      pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })), excludeCredentials: exclude.map(named), timeout: GESTURE_MS, attestation: 'none',
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' }, extensions: { prf: {} },
    },
  });
  const credential = publicKeyOf(made);
  const { attestationObject, clientDataJSON } = credential.response as AuthenticatorAttestationResponse;
  const transports = (credential.response as AuthenticatorAttestationResponse).getTransports();
  return {
    body: { credential: text(credential.rawId), clientData: text(clientDataJSON), attestation: text(attestationObject), transports },
    prf: credential.getClientExtensionResults().prf?.enabled === true,
  };
}

/** One gesture: it answers the hub's challenge and, if the passkey can, gives the secret that unlocks the key. */
export async function askPasskey({ challenge, credentials, rpId }: Pick<StepUpReply, 'challenge' | 'credentials' | 'rpId'>, authenticators: Authenticators): Promise<Gesture> {
  const given = await authenticators.get({
    publicKey: {
      challenge: bytes(challenge), rpId, allowCredentials: credentials.map(named), timeout: GESTURE_MS, userVerification: 'required', extensions: { prf: { eval: { first: PRF_INPUT.slice() } } },
    },
  });
  const credential = publicKeyOf(given);
  const { clientDataJSON, authenticatorData, signature, userHandle } = credential.response as AuthenticatorAssertionResponse;
  const first = credential.getClientExtensionResults().prf?.results?.first;
  return {
    body: { credential: text(credential.rawId), clientData: text(clientDataJSON), authenticatorData: text(authenticatorData), signature: text(signature), userHandle: userHandle === null ? null : text(userHandle) },
    credential: text(credential.rawId),
    prf: first instanceof ArrayBuffer ? new Uint8Array(first) : null,
  };
}

function named(credential: string): PublicKeyCredentialDescriptor {
  return { type: 'public-key', id: bytes(credential) };
}

function publicKeyOf(credential: Credential | null): PublicKeyCredential {
  if (credential === null) throw new DOMException('no passkey was given', 'NotAllowedError');
  return credential as PublicKeyCredential;
}

function bytes(base64Url: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(fromBase64Url(base64Url));
}

function text(buffer: ArrayBuffer): string {
  return toBase64Url(new Uint8Array(buffer));
}
