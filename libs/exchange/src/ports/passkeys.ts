import type { EnrolPasskeyBody, PasskeyAssertionBody, PasskeyView } from '@lateral/contracts';
import type { Act, AuditRow, WriteResult } from './writes.js';

/** How many passkeys a member may have in use at once. */
export const MOST_PASSKEYS = 10;

/** A passkey as it was enrolled. `credential` is base64url, `publicKey` the COSE key as the authenticator gave it. */
export interface StoredPasskey {
  id: string;
  agency: string;
  member: string;
  credential: string;
  publicKey: Uint8Array;
  /** The authenticator's count of signatures, as last seen; 0 for those that do not count. */
  counter: number;
  enrolledAt: Date;
  usedAt: Date | null;
  disabledAt: Date | null;
}

/** A challenge that waits for the passkey made with it: for one session, once. */
export interface PasskeyChallenge {
  challenge: string;
  session: string;
  agency: string;
  member: string;
  expiresAt: Date;
}

export interface EnrolPasskeyWrite extends Act {
  passkey: Pick<StoredPasskey, 'id' | 'credential' | 'publicKey' | 'counter'>;
  challenge: string;
  session: string;
  /** Whether others are in use already and this may be one more; otherwise it is taken only as the first. */
  besides: boolean;
}

export interface PasskeyStore {
  /** Keeps a challenge. Returns the member's user handle, which is `handle` where there was none. */
  begin(challenge: PasskeyChallenge, handle: string): Promise<{ handle: string }>;
  /**
   * Spends the challenge and keeps the passkey in one statement. `changed` where the challenge is not this session's, has run out or
   * is spent, where the first passkey came in between, and where there are as many as there may be; `id-taken` where the credential is enrolled already.
   */
  enrol(write: EnrolPasskeyWrite): Promise<WriteResult<PasskeyView>>;
  /** Every passkey of a member, disabled ones too, oldest first. */
  of(agency: string, member: string): Promise<StoredPasskey[]>;
  /** The user handle under which a member's authenticators know them, or null. */
  handleOf(agency: string, member: string): Promise<string | null>;
  /** False where there is no such passkey of the member in use. */
  disable(passkey: { agency: string; member: string; id: string; at: Date }, record: AuditRow): Promise<boolean>;
}

/** An authenticator's answer of which everything is right, but for the challenge: whether that is the one asked for is the caller's to say. */
export interface ProvenAssertion { challenge: string; counter: number }
export interface ProvenRegistration { challenge: string; credential: string; publicKey: Uint8Array; counter: number }

/**
 * Reads what an authenticator made and checks everything but the challenge: type, exact origin and rpId, no other site around it,
 * user verified, no attestation, and for assertions the signature and that the counter has not gone back. `null` on any fault.
 */
export interface PasskeyVerifier {
  registered(body: EnrolPasskeyBody): Promise<ProvenRegistration | null>;
  asserted(body: PasskeyAssertionBody, passkey: StoredPasskey): Promise<ProvenAssertion | null>;
}
