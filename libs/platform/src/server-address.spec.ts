import { describe, expect, it } from 'vitest';
import { refusalOfAddress, tlsUnder } from './server-address.js';

const CA = '-----BEGIN CERTIFICATE-----';
const PG = 'postgres://u:p@db.example.org:5432/lateral';
const REDIS = 'rediss://:p@queue.example.org:6379';

describe('refusalOfAddress', () => {
  it.each([
    ['database', PG, CA, null],
    ['database', PG, undefined, 'database-without-tls'],
    ['database', 'postgres://u:p@127.0.0.1/lateral', undefined, 'database-without-tls'],
    ['database', 'postgres://u:p@localhost/lateral', undefined, 'database-without-tls'],
    ['database', 'postgres://u@db.example.org/lateral', CA, 'database-without-password'],
    ['database', `${PG}?sslmode=verify-full`, undefined, 'database-without-tls'],
    ['database', 'postgres://u:p@%2Fvar%2Frun%2Fpostgresql/lateral', undefined, null],
    ['database', 'postgres://u@%2Fvar%2Frun%2Fpostgresql/lateral', undefined, 'database-without-password'],
    ['database', 'postgres://u:p@%2Fvar%2Frun%2Fpostgresql/lateral?host=db.example.org', undefined, 'database-without-tls'],
    ['database', 'postgres://u:p@/lateral?host=db.example.org', undefined, 'database-without-tls'],
    ['queue', REDIS, undefined, null],
    ['queue', REDIS, CA, null],
    ['queue', 'redis://:p@queue.example.org', undefined, 'queue-without-tls'],
    ['queue', 'rediss://queue.example.org', CA, 'queue-without-password'],
    ['queue', `${REDIS}?tls=none`, undefined, 'queue-without-tls'],
    ['queue', PG, undefined, 'queue-without-tls'],
    ['queue', PG, CA, null],
  ] as const)('in production: a %s at %s', (kind, address, ca, refusal) => {
    expect(refusalOfAddress(kind, address, { mode: 'production', ca })).toBe(refusal);
  });

  it.each(['demo', 'test'] as const)('in mode %s takes what has neither, but no authority beside an address that it would not protect', (mode) => {
    for (const address of ['postgres://u@127.0.0.1/lateral', 'redis://127.0.0.1']) expect(refusalOfAddress('queue', address, { mode, ca: undefined })).toBeNull();
    for (const address of ['redis://:p@127.0.0.1', `${PG}?sslmode=disable`, `${PG}?ssl=0`, `${PG}?sslrootcert=/other.pem`, 'postgres://u:p@%2Frun/lateral']) {
      expect([address, refusalOfAddress('queue', address, { mode, ca: CA })]).toEqual([address, 'queue-without-tls']);
    }
  });
});

it('TLS is verified wherever it is asked for', () => {
  expect(tlsUnder(undefined)).toEqual({});
  expect(tlsUnder(CA)).toEqual({ ssl: { ca: CA, rejectUnauthorized: true } });
});
