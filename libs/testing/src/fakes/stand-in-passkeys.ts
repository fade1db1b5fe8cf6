import { fromBase64Url, toBase64Url, utf8, type EnrolPasskeyBody, type PasskeyAssertionBody } from '@lateral/contracts';
import type { PasskeyVerifier, ProvenAssertion, ProvenRegistration, StepUpSignIn, StoredPasskey } from '@lateral/exchange';

const written = (value: object): string => toBase64Url(utf8(JSON.stringify(value)));
const read = (text: string): Record<string, unknown> => JSON.parse(new TextDecoder().decode(fromBase64Url(text))) as Record<string, unknown>;

/** What a browser would make of a challenge, with nothing in it that proves anything: only what a fake verifier reads. */
export const standInRegistration = (challenge: string, credential: string, counter = 0): EnrolPasskeyBody =>
  ({ credential, clientData: written({ challenge }), attestation: written({ counter }), transports: ['internal'] });
export const standInAnswer = (challenge: string, credential: string, { counter = 0, userHandle = null, right = true }: { counter?: number; userHandle?: string | null; right?: boolean } = {}): PasskeyAssertionBody =>
  ({ credential, clientData: written({ challenge }), authenticatorData: written({ counter }), signature: right ? 'AAAA' : 'BBBB', userHandle });

/** Believes what stand-ins say; `signature` other than theirs, and a counter that does not go up, are faults. */
export class StandInPasskeyVerifier implements PasskeyVerifier {
  async registered({ credential, clientData, attestation }: EnrolPasskeyBody): Promise<ProvenRegistration | null> {
    const { counter } = read(attestation);
    return typeof counter === 'number' ? { challenge: String(read(clientData)['challenge']), credential, publicKey: utf8(credential), counter } : null;
  }

  async asserted({ clientData, authenticatorData, signature }: PasskeyAssertionBody, passkey: StoredPasskey): Promise<ProvenAssertion | null> {
    const counter = Number(read(authenticatorData)['counter']);
    const isUp = counter > passkey.counter || (counter === 0 && passkey.counter === 0);
    return signature === 'AAAA' && isUp ? { challenge: String(read(clientData)['challenge']), counter } : null;
  }
}

/** Whether a fresh sign-in may stand in is what the test says; where it leads is nowhere. */
export class StandInStepUpSignIn implements StepUpSignIn {
  policy = true;

  allowed(): boolean {
    return this.policy;
  }

  async start(_session: unknown, stepUp: string): ReturnType<StepUpSignIn['start']> {
    return { ok: true, value: { location: `https://provider.example/?for=${stepUp}`, browserSecret: 'secret' } };
  }
}
