import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ed25519Signer, openCheckpoint, parseCheckpoint, signCheckpoint } from '@lateral/tlog';
import { logSigner } from './log-signer.js';

const origin = 'log.example/round';
const head = { origin, size: 1, root: new Uint8Array(32).fill(7) };

describe('logSigner', () => {
  it('is the key that the same 32 bytes make in the tlog library', async () => {
    const seed = new Uint8Array(32).fill(9);
    const signer = logSigner(origin, seed);
    expect(logSigner(origin, Buffer.from(`${Buffer.from(seed).toString('base64')}\n`)).keyId).toBe(signer.keyId);
    expect(signer.keyId).toBe(ed25519Signer(origin, seed).keyId);
    expect(await signCheckpoint(head, signer)).toBe(await signCheckpoint(head, ed25519Signer(origin, seed)));
  });

  it('reads PEM', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const signer = logSigner(origin, Buffer.from(privateKey.export({ format: 'pem', type: 'pkcs8' })));
    const note = await signCheckpoint(head, signer);
    expect(openCheckpoint(note, signer.verifier)).toMatchObject({ ok: true, checkpoint: parseCheckpoint(`${origin}\n1\n${Buffer.alloc(32, 7).toString('base64')}\n`) });
  });

  it.each([
    ['too short', Buffer.alloc(31).toString('base64')],
    ['empty', ''],
    ['not PEM', '-----BEGIN PRIVATE KEY-----\nhunter2\n-----END PRIVATE KEY-----'],
    ['of another curve', generateKeyPairSync('x25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()],
  ])('refuses a key that is %s, without showing it', (_, secret) => {
    const refused = (() => {
      try {
        logSigner(origin, Buffer.from(secret));
      } catch (error) {
        return error as Error;
      }
      throw new Error('was taken');
    })();
    expect(refused.message).toBe('the log signing key is not an Ed25519 key of 32 bytes, in base64 or in PEM');
    expect(refused.cause).toBeUndefined();
  });
});
