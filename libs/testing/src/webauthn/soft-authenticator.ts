import { createHash, createHmac, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { EnrolPasskeyBody, PasskeyAssertionBody } from '@lateral/contracts';
import { cbor, type CborValue } from './cbor.js';

/** What a page asks of a browser. */
export interface Ceremony {
  challenge: string;
  rpId: string;
  /** Origin of the page, which the browser writes down. */
  origin: string;
}

/** What a browser or authenticator does otherwise than it should. */
export interface Misbehaviour {
  /** Told apart from what the page asked. */
  challenge?: string;
  origin?: string;
  rpId?: string;
  type?: string;
  crossOrigin?: boolean;
  userVerified?: false;
  userPresent?: false;
  counter?: number;
  userHandle?: string | null;
  /** Members beside its own in the client data, and extension outputs in the authenticator's data. */
  clientData?: object;
  extensions?: ReadonlyMap<string, CborValue>;
  /** Format of the attestation. */
  format?: string;
  /** Signs with a key that was never enrolled. */
  otherKey?: true;
}

interface Credential { id: string; secret: KeyObject; prfSecret: Buffer; user: string; counter: number }

const USER_PRESENT = 1;
const USER_VERIFIED = 4;
const CREDENTIAL_INCLUDED = 64;
const EXTENSIONS_INCLUDED = 128;

/** A passkey in software, with the browser around it: ES256, no attestation, its user verified, and a counter that goes up. For tests only. */
export class SoftAuthenticator {
  private readonly credentials = new Map<string, Credential>();

  /** `counts`: a synced passkey does not, and says 0 for ever. */
  constructor(private readonly counts = true) {}

  /** Makes a passkey for `user` (the handle), as `navigator.credentials.create` would. */
  create({ user, ...ceremony }: Ceremony & { user: string }, misbehaviour: Misbehaviour = {}): EnrolPasskeyBody {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const credential: Credential = { id: randomBytes(32).toString('base64url'), secret: privateKey, prfSecret: randomBytes(32), user, counter: 0 };
    this.credentials.set(credential.id, credential);
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    const coseKey = new Map<number, CborValue>([[1, 2], [3, -7], [-1, 1], [-2, Buffer.from(x, 'base64url')], [-3, Buffer.from(y, 'base64url')]]);
    const attested = Buffer.concat([Buffer.alloc(16), lengthOf(credential.id), Buffer.from(credential.id, 'base64url'), cbor(coseKey)]);
    const authData = this.authenticatorData(ceremony, misbehaviour, credential, attested);
    const attestation = cbor(new Map<string, CborValue>([['fmt', misbehaviour.format ?? 'none'], ['attStmt', new Map()], ['authData', authData]]));
    return { credential: credential.id, clientData: clientData('webauthn.create', ceremony, misbehaviour).toString('base64url'), attestation: attestation.toString('base64url'), transports: ['internal'] };
  }

  /** Answers with one of its passkeys, as `navigator.credentials.get` would. Throws where it has none of those asked for. */
  get({ credentials, ...ceremony }: Ceremony & { credentials: readonly string[] }, misbehaviour: Misbehaviour = {}): PasskeyAssertionBody {
    const id = credentials.find((one) => this.credentials.has(one));
    if (id === undefined) throw new Error('no passkey here for any of those');
    const credential = this.credentials.get(id)!;
    if (this.counts) credential.counter += 1;
    const authenticatorData = this.authenticatorData(ceremony, misbehaviour, credential, null);
    const client = clientData('webauthn.get', ceremony, misbehaviour);
    const key = misbehaviour.otherKey ? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey : credential.secret;
    const signature = sign('sha256', Buffer.concat([authenticatorData, createHash('sha256').update(client).digest()]), key);
    const userHandle = misbehaviour.userHandle === undefined ? credential.user : misbehaviour.userHandle;
    return { credential: id, clientData: client.toString('base64url'), authenticatorData: authenticatorData.toString('base64url'), signature: signature.toString('base64url'), userHandle };
  }

  /** 32 bytes that only this passkey can make of this salt (WebAuthn PRF over CTAP's hmac-secret). They are for the page and never for a server. */
  prf(credential: string, salt: Uint8Array): Uint8Array {
    const known = this.credentials.get(credential);
    if (known === undefined) throw new Error('no such passkey here');
    const input = createHash('sha256').update('WebAuthn PRF\0').update(salt).digest();
    return new Uint8Array(createHmac('sha256', known.prfSecret).update(input).digest());
  }

  private authenticatorData({ rpId }: Ceremony, wrong: Misbehaviour, { counter }: Credential, attested: Buffer | null): Buffer {
    const flags = (wrong.userPresent === false ? 0 : USER_PRESENT) | (wrong.userVerified === false ? 0 : USER_VERIFIED)
      | (attested === null ? 0 : CREDENTIAL_INCLUDED) | (wrong.extensions === undefined ? 0 : EXTENSIONS_INCLUDED);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(wrong.counter ?? counter);
    const extensions = wrong.extensions === undefined ? Buffer.alloc(0) : cbor(wrong.extensions);
    return Buffer.concat([createHash('sha256').update(wrong.rpId ?? rpId).digest(), Buffer.of(flags), count, attested ?? Buffer.alloc(0), extensions]);
  }
}

function clientData(type: string, { challenge, origin }: Ceremony, wrong: Misbehaviour): Buffer {
  return Buffer.from(JSON.stringify({ type: wrong.type ?? type, challenge: wrong.challenge ?? challenge, origin: wrong.origin ?? origin, crossOrigin: wrong.crossOrigin ?? false, ...wrong.clientData }));
}

function lengthOf(id: string): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(Buffer.from(id, 'base64url').length);
  return length;
}
