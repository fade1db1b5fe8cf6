import { describe, expect, it } from 'vitest';
import { PRF_INPUT } from '@lateral/contracts';
import { makePasskey, askPasskey, type Authenticators } from './passkeys.js';

const bytes = (n: number, length = 32): ArrayBuffer => new Uint8Array(length).fill(n).buffer;
const text = (n: number, length = 32): string => Buffer.alloc(length, n).toString('base64url');
const PRF = bytes(9);

/** A credential as Chromium gives it: turned to JSON whole, it says the secret. */
function credential(response: object, prf: object): Credential {
  return { rawId: bytes(1, 16), response, getClientExtensionResults: () => ({ prf }), toJSON: () => ({ clientExtensionResults: { prf: { results: { first: text(9) } } } }) } as unknown as Credential;
}

function authenticators(given: Credential | null): Authenticators & { asked: CredentialRequestOptions[] } {
  const asked: CredentialRequestOptions[] = [];
  const answer = async (options?: CredentialRequestOptions | CredentialCreationOptions): Promise<Credential | null> => {
    asked.push(options as CredentialRequestOptions);
    return given;
  };
  return { create: answer, get: answer, asked };
}

describe('a gesture', () => {
  const asked = { challenge: text(3), credentials: [text(1, 16)], rpId: 'localhost' };
  const response = { clientDataJSON: bytes(4), authenticatorData: bytes(5), signature: bytes(6), userHandle: null };

  it('asks for the person and for the secret of this one use', async () => {
    const device = authenticators(credential(response, { results: { first: PRF } }));
    await askPasskey(asked, device);
    expect(device.asked[0]?.publicKey).toMatchObject({ rpId: 'localhost', userVerification: 'required', allowCredentials: [{ type: 'public-key' }], extensions: { prf: { eval: { first: PRF_INPUT } } } });
  });

  it('gives the hub the assertion and nothing of what the extension said', async () => {
    const { body, prf } = await askPasskey(asked, authenticators(credential(response, { results: { first: PRF } })));
    expect(body).toEqual({ credential: text(1, 16), clientData: text(4), authenticatorData: text(5), signature: text(6), userHandle: null });
    expect(prf).toEqual(new Uint8Array(PRF));
    expect(JSON.stringify(body)).not.toContain(text(9));
  });

  it('says so where a passkey has no such secret, or the person called it off', async () => {
    expect((await askPasskey(asked, authenticators(credential(response, {})))).prf).toBeNull();
    await expect(askPasskey(asked, authenticators(null))).rejects.toThrow('no passkey was given');
  });
});

describe('a new passkey', () => {
  const options = { challenge: text(3), rpId: 'localhost', user: text(2), exclude: [], expires: '2026-11-22T09:00:00.000Z' };
  const response = { clientDataJSON: bytes(4), attestationObject: bytes(5), getTransports: () => ['internal'] };

  it('is sent member by member, and whether it can unlock stays here', async () => {
    const made = await makePasskey(options, 'Lateral school-north', authenticators(credential(response, { enabled: true })));
    expect(made).toEqual({ prf: true, body: { credential: text(1, 16), clientData: text(4), attestation: text(5), transports: ['internal'] } });
    expect((await makePasskey(options, 'Lateral school-north', authenticators(credential(response, {})))).prf).toBe(false);
  });
});
