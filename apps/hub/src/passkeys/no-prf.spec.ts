import { describe, expect, it } from 'vitest';
import { SoftAuthenticator } from '@lateral/testing/webauthn';
import { OPERATIONS } from '../api-document/operations.js';
import { schemaOf } from '../http/json-schema.js';
import type { Schema } from '../http/json-schema.js';
import { PasskeyAssertionDto } from '../step-up/step-up.dto.js';
import { fieldWithPrf, PrfFreePipe } from './no-prf.js';
import { EnrolPasskeyDto } from './passkeys.dto.js';

const ceremony = { challenge: 'Y2hhbGxlbmdl', rpId: 'localhost', origin: 'http://localhost' };
const made = (misbehaviour: object = {}) => new SoftAuthenticator().create({ ...ceremony, user: 'AAAA' }, misbehaviour);
const answered = (misbehaviour: object = {}) => {
  const authenticator = new SoftAuthenticator();
  const { credential } = authenticator.create({ ...ceremony, user: 'AAAA' });
  return authenticator.get({ ...ceremony, credentials: [credential] }, { userHandle: null, ...misbehaviour });
};
const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const SECRET = Buffer.alloc(32, 9);
const results = { prf: { results: { first: SECRET.toString('base64url') } } };

describe('a body', () => {
  it('passes where an authenticator has made it, with hmac-secret named as it does', () => {
    for (const body of [made(), made({ extensions: new Map([['hmac-secret', true]]) }), answered(), answered({ extensions: new Map([['hmac-secret', SECRET]]) })]) expect(fieldWithPrf(body)).toBeNull();
    expect(new PrfFreePipe(EnrolPasskeyDto).transform(made())).toMatchObject({ transports: ['internal'] });
    expect(new PrfFreePipe(PasskeyAssertionDto).transform(answered())).toMatchObject({ userHandle: null });
  });

  const places: [string, string, object][] = [
    ['as a member', 'prf', { ...answered(), prf: {} }],
    ['in extension results', 'clientExtensionResults', { ...answered(), clientExtensionResults: results }],
    ['deep in a list', 'extra', { ...answered(), extra: [[{ deep: results }]] }],
    ['in the client data', 'clientData', answered({ clientData: results })],
    ['deep in the client data', 'clientData', answered({ clientData: { extensions: [{ results }] } })],
    ['in the client data, spelled with an escape', 'clientData', { ...answered(), clientData: Buffer.from('{"\\u0070rf":1}').toString('base64url') }],
    ['in the client data, in capitals', 'clientData', answered({ clientData: { PRF: 1 } })],
    ['in base64url inside the client data', 'clientData', answered({ clientData: { more: encoded(results) } })],
    ['as JSON text inside the client data', 'clientData', answered({ clientData: { more: JSON.stringify(results) } })],
    ["in the authenticator's data", 'authenticatorData', answered({ extensions: new Map([['prf', SECRET]]) })],
    ["deep in the authenticator's data", 'authenticatorData', answered({ extensions: new Map([['more', new Map([['prf', SECRET]])]]) })],
    ['in the attestation', 'attestation', made({ extensions: new Map([['prf', new Map([['enabled', true]])]]) })],
    ['in place of a signature', 'signature', { ...answered(), signature: encoded(results) }],
    ['in place of a user handle', 'userHandle', { ...answered(), userHandle: encoded(results) }],
    ['in place of an attestation', 'attestation', { ...made(), attestation: encoded(results) }],
  ];
  it.each(places)('is refused that holds prf %s', (_, field, body) => {
    expect(fieldWithPrf(body)).toBe(field);
    const dto = 'attestation' in body ? EnrolPasskeyDto : PasskeyAssertionDto;
    expect(() => new PrfFreePipe<object>(dto).transform(body)).toThrow('invalid-request');
  });

  it('that nests without end is refused, and read no further', () => {
    let value: unknown = 'end';
    for (let depth = 0; depth < 100_000; depth += 1) value = [value];
    expect(fieldWithPrf({ deep: value })).toBe('deep');
  });

  it('of any operation has no field of that name', () => {
    const definitions = new Map<string, Schema>();
    for (const { body } of OPERATIONS) if (typeof body === 'function') schemaOf(body, definitions, (name) => name);
    expect([...definitions.values()].flatMap(({ properties }) => Object.keys(properties ?? {})).filter((name) => name.toLowerCase() === 'prf')).toEqual([]);
  });
});
