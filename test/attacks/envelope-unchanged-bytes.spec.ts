import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import * as openpgp from 'openpgp';
import { canonicalJson, fromBase64Url } from '@lateral/contracts';
import { openMessage, type MessageBody } from '@lateral/envelope';
import { fingerprintOf, type PrivateKey } from '@lateral/envelope/keys';
import { KEYS_AT, ToolFolder, hasTool, needs, sendMessage, subkeyOf, type SentMessage } from '@lateral/testing/envelope';
import { plaintextOf } from './support/envelope-attacker.js';

// Text mode rewrites line ends, and then two honest readers hold different bytes under one signature.
const AWKWARD = 'First\nsecond\r\nthird \t\n\u00a0Ŵŷ, Siân\u0301 \u{1f469}\u200d\u{1f467} \u2028 - -- \u202edone';
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** A receiver that asked for a team key which stock tools can read with. */
async function sendToStockTools(type: 'request' | 'response'): Promise<{ sent: SentMessage; team: PrivateKey }> {
  const { receiver: { agency } } = await sendMessage(type);
  const { privateKey: team } = await openpgp.generateKey({ type: 'ecc', curve: 'curve25519Legacy', userIDs: [{ name: agency }], date: KEYS_AT, format: 'object', config: { aeadProtect: false } });
  const sent = await sendMessage(type, (sealed) => ({
    ...sealed, keys: [...sealed.keys, team.toPublic()], context: { ...sealed.context, to: [{ agency, team: fingerprintOf(team), epoch: subkeyOf(team) }] },
    body: { ...sealed.body, ...(type === 'request' ? { question: AWKWARD } : { context: AWKWARD }) } as MessageBody,
  }));
  return { sent, team };
}

describe.each(['request', 'response'] as const)('the words of a %s', (type) => {
  it('come out as they went in, line ends, accents and all', async () => {
    const { sent, team } = await sendToStockTools(type);
    const opened = await openMessage({ ...sent.opening, keys: [team] });
    expect(opened).toMatchObject({ ok: true });
    expect(canonicalJson((opened as { body: MessageBody }).body)).toBe(canonicalJson(sent.sealed.body));
    expect(canonicalJson(sent.sealed.body)).toContain(JSON.stringify(AWKWARD).slice(1, -1));
  });

  (hasTool('gpg') ? it : it.skip)(`are the same bytes to gpg${needs('gpg')}`, async () => {
    const { sent, team } = await sendToStockTools(type);
    const folder = new ToolFolder();
    try {
      folder.gpg('--import', folder.file('team.key', team.write()));
      folder.file('content', fromBase64Url(sent.envelope.content));
      folder.gpg('--faked-system-time', '20261120T110000!', '--output', 'opened', '--decrypt', 'content');
      expect(sha256(folder.read('opened'))).toBe(sha256(await plaintextOf(sent.envelope.content, team)));
    } finally {
      folder.remove();
    }
  });

  (hasTool('sq') ? it : it.skip)(`are the same bytes to sq${needs('sq')}`, async () => {
    const { sent, team } = await sendToStockTools(type);
    const folder = new ToolFolder();
    try {
      folder.file('content', fromBase64Url(sent.envelope.content));
      folder.sq('decrypt', '--recipient-key', folder.file('team.key', team.write()), '--output', 'opened', 'content');
      expect(sha256(folder.read('opened'))).toBe(sha256(await plaintextOf(sent.envelope.content, team)));
    } finally {
      folder.remove();
    }
  });
});
