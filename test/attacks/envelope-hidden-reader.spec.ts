import { describe, expect, it } from 'vitest';
import { digestOf } from '@lateral/contracts';
import { openMessage } from '@lateral/envelope';
import { inspectEnvelope, signerKeyOf } from '@lateral/envelope/inspect';
import { ROUND_AT, sendMessage, type SentMessage } from '@lateral/testing/envelope';
import { CTX, plaintextOf, reheader, reseal, teamsOf, type Reseal } from './support/envelope-attacker.js';

const HIDING: [string, string, (sent: SentMessage) => Partial<Reseal>][] = [
  ['a third reader who is not named', 'other-readers', (sent) => ({ to: [...teamsOf(sent), sent.other.team] })],
  ['readers of all zeros', 'hidden-reader', () => ({ wildcard: true })],
  ['a password beside the keys', 'password-reader', () => ({ passwords: ['one more way in'] })],
  ['one reader twice', 'duplicate-reader', (sent) => ({ to: [...teamsOf(sent), sent.sender.team] })],
  ['a reader left out', 'other-readers', (sent) => ({ to: [sent.receiver.team] })],
];

describe.each(['request', 'response'] as const)('a %s', (type) => {
  it.each(HIDING)('with %s is refused by receiver and hub', async (_name, cause, how) => {
    const sent = await sendMessage(type);
    for (const part of ['content', 'narrative'] as const) {
      const officers = part === 'narrative' ? [sent.sender.officer.toPublic(), sent.receiver.officer.toPublic()] : [];
      const notation = { name: CTX, value: digestOf('context', sent.envelope.header.context) };
      const { to = teamsOf(sent), ...rest } = how(sent);
      const bytes = await reseal(await plaintextOf(sent.envelope[part], sent.receiver.copy), { to: [...to, ...officers], signers: [sent.sender.member], notation, ...rest });
      const envelope = await reheader(sent, { [part]: bytes }, [sent.sender.member]);
      expect(await openMessage({ ...sent.opening, envelope })).toEqual({ ok: false, step: 5, code: 'readers-mismatch' });
      const key = (await signerKeyOf(sent.sender.member.toPublic(), ROUND_AT))!;
      expect(await inspectEnvelope({ envelope, sender: { agency: sent.sender.agency, key } })).toEqual({ ok: false, step: 5, code: 'readers-mismatch', cause });
    }
  });
});
