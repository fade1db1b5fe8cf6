import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { scramVerifier } from './scram-verifier.js';

describe('what Postgres stores for a password', () => {
  it('is what the exchange of RFC 7677 (section 3) is verified with', () => {
    const verifier = scramVerifier('pencil', Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64'));
    const [, storedKey, serverKey] = /^SCRAM-SHA-256\$4096:W22ZaJ0SNY7soEsUEjb6gQ==\$([^:]+):(.+)$/.exec(verifier)!.map((part) => Buffer.from(part, 'base64'));
    const nonce = 'rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0';
    const exchange = `n=user,r=rOprNGfwEbeRWgbNEkqO,r=${nonce},s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096,c=biws,r=${nonce}`;
    const signed = (key: Buffer): Buffer => createHmac('sha256', key).update(exchange).digest();
    expect(signed(serverKey!).toString('base64')).toBe('6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=');
    const proof = Buffer.from('dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=', 'base64');
    const clientKey = signed(storedKey!).map((byte, i) => byte ^ proof[i]!);
    expect(createHash('sha256').update(clientKey).digest()).toEqual(storedKey);
  });

  it('is not made of a password that other software would prepare otherwise', () => {
    for (const password of ['', 'Häuser', 'tab\t', 'zwei\u00a0Worte']) expect(() => scramVerifier(password, new Uint8Array(16))).toThrow(RangeError);
  });
});
