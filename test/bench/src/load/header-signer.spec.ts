import { describe, expect, it } from 'vitest';
import { inspectEnvelope, signerKeyOf } from '@lateral/envelope/inspect';
import { fromBase64Url } from '@lateral/contracts';
import { sendMessage } from '@lateral/testing/envelope';
import { HeaderSigner } from './header-signer.js';

describe('the header signer of the load', () => {
  it('signs any header of its member as validly as the library did, and no other', async () => {
    const { envelope, sender } = await sendMessage('request');
    const signer = new HeaderSigner(sender.member, envelope);
    const member = sender.roster.document.members.find(({ fingerprint }) => fingerprint === envelope.header.context.from.signer);
    const key = await signerKeyOf(fromBase64Url(member?.key ?? ''), new Date(envelope.header.context.created));
    if (key === null) throw new Error('the fixture has no key');
    const inspect = (expires: string, signed: string) => {
      const change = (to: string) => ({ ...envelope.header, context: { ...envelope.header.context, expires: to } });
      return inspectEnvelope({ envelope: { ...envelope, header: change(expires), signature: signer.sign(change(signed)) }, sender: { agency: sender.agency, key } });
    };
    // Enough of them that some have a leading zero in one of the two numbers.
    for (let n = 0; n < 300; n += 1) {
      const expires = new Date(Date.parse(envelope.header.context.expires) + n).toISOString();
      expect(await inspect(expires, expires)).toMatchObject({ ok: true });
    }
    expect(await inspect(envelope.header.context.expires, '2031-01-01T00:00:00.000Z')).toMatchObject({ ok: false, step: 1, code: 'signature-invalid' });
  });
});
