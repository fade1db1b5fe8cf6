import { isoCBOR, parseAuthenticatorData } from '@simplewebauthn/server/helpers';
import { BodyPipe } from '../http/body.js';
import { ProblemError } from '../http/problem.js';

const DEEPEST = 12;

/**
 * The field of a body in which something is named `prf`, in whatever it is encoded: members of the JSON, of JSON and CBOR inside
 * base64url texts, and of what an authenticator adds to its data. null where nothing is. A browser's `toJSON()` puts the secret that
 * unlocks a person's key right there, and a client that sends it on must be told so before anybody relies on it.
 */
export function fieldWithPrf(body: object): string | null {
  return Object.entries(body).find(([name, value]) => isPrf(name) || holdsPrf(value, 0))?.[0] ?? null;
}

/** The rules of a body, and that nothing in it is named `prf`. */
export class PrfFreePipe<T extends object> extends BodyPipe<T> {
  override transform(body: unknown): T {
    const value = super.transform(body);
    const field = fieldWithPrf(value);
    if (field !== null) throw new ProblemError('invalid-request', { fields: [{ field: `/${field}`, reason: 'holds-prf' }] });
    return value;
  }
}

const isPrf = (name: unknown): boolean => typeof name === 'string' && name.trim().toLowerCase() === 'prf';

function holdsPrf(value: unknown, depth: number): boolean {
  if (depth > DEEPEST) return true;
  if (typeof value === 'string') return inBytes(Buffer.from(value, 'base64url'), depth + 1) || inJson(value, depth + 1);
  if (value instanceof Uint8Array) return inBytes(value, depth + 1);
  const members = value instanceof Map ? [...value] : typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return members.some(([name, member]) => isPrf(name) || holdsPrf(member, depth + 1));
}

function inBytes(bytes: Uint8Array, depth: number): boolean {
  if (bytes.length < 4) return false;
  return inJson(Buffer.from(bytes).toString('utf8'), depth) || inCbor(bytes, depth) || inAuthenticatorData(bytes, depth);
}

function inJson(text: string, depth: number): boolean {
  if (!/^\s*[[{"]/.test(text)) return false;
  return readable(() => JSON.parse(text) as unknown, depth);
}

function inCbor(bytes: Uint8Array, depth: number): boolean {
  return readable(() => isoCBOR.decodeFirst<unknown>(new Uint8Array(bytes)), depth);
}

function inAuthenticatorData(bytes: Uint8Array, depth: number): boolean {
  return readable(() => parseAuthenticatorData(new Uint8Array(bytes)).extensionsData, depth);
}

// What cannot be read so holds nothing so; whether it must be readable is for whoever verifies it.
function readable(read: () => unknown, depth: number): boolean {
  let value: unknown;
  try {
    value = read();
  } catch {
    return false;
  }
  return holdsPrf(value, depth);
}
