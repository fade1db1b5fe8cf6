import { describe, expect, it } from 'vitest';
import { fromBase64Url, headerBytes } from '@lateral/contracts';
import { ToolFolder, hasTool, needs, sendMessage } from '@lateral/testing/envelope';
import { naiveVerify } from './support/envelope-attacker.js';

// The notation is critical so that a reader who does not know Lateral says no, not yes to half of what was meant.
describe.each(['request', 'response'] as const)('the true header of a %s', (type) => {
  it('is not good to a verifier that knows none of our notations', async () => {
    const { envelope, sender } = await sendMessage(type);
    expect(await naiveVerify(headerBytes(envelope.header), fromBase64Url(envelope.signature), sender.member.toPublic())).toBe(false);
  });

  (hasTool('gpg') ? it : it.skip)(`is not good to stock gpg until it is told the notation${needs('gpg')}`, async () => {
    const { envelope, sender } = await sendMessage(type);
    const folder = new ToolFolder();
    try {
      folder.gpg('--import', folder.file('member.pgp', sender.member.toPublic().write()));
      const files = [folder.file('header.sig', fromBase64Url(envelope.signature)), folder.file('header', headerBytes(envelope.header))];
      const clock = ['--faked-system-time', '20261120T110000!'];
      const stranger = folder.gpg(...clock, '--verify', ...files);
      expect(stranger.said).not.toMatch(/GOODSIG/);
      expect(stranger.status).not.toBe(0);
      const told = folder.gpg(...clock, '--known-notation', 'hdr@lateral.example', '--verify', ...files);
      expect(told.said).toMatch(/GOODSIG/);
    } finally {
      folder.remove();
    }
  });
});
