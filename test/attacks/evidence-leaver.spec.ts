import { describe, expect, it } from 'vitest';
import { publicKeyText, signRoster, withRevocation } from '@lateral/envelope/keys';
import { openMessage } from '@lateral/envelope';
import { sendMessage } from '@lateral/testing/envelope';
import { makeEvidence } from '@lateral/testing/evidence';
import { utf8 } from '@lateral/contracts';
import { openPgpInspector, verifyEvidence } from '@lateral/verify';

// The mistake of many key directories: somebody leaves, the key is revoked, and years of signatures turn bad.
describe('somebody says that old evidence is void because its signer has left since', () => {
  const LEFT = new Date('2026-12-01T09:00:00.000Z');

  it.each(['retired', 'compromised'] as const)('it stands, with the roster of the time beside the one in which the key is %s', async (reason) => {
    const { pack, root, asking } = await makeEvidence();
    const { document, digest } = asking.roster;
    const key = publicKeyText(await withRevocation(asking.member, { reason, at: LEFT }));
    const next = { ...document, version: 2, previous: digest, issued: LEFT.toISOString(), members: document.members.map((member) => (member.member === 'm-1' ? { ...member, key, until: LEFT.toISOString() } : member)) };
    pack.rosters.push(await signRoster(next, { agencyKey: asking.primary, custodians: asking.custodians, before: asking.roster }));
    const verdict = await verifyEvidence(utf8(JSON.stringify(pack)), root, openPgpInspector);
    expect([verdict.outcome, verdict.findings]).toEqual(['proven', []]);
  });

  it('it still opens for whoever received it, under the roster of today, where the key was retired', async () => {
    const { opening, sender } = await sendMessage('request');
    const opens = async (reason: 'retired' | 'compromised'): Promise<unknown> => {
      const members = new Map(sender.roster.members);
      for (const [fingerprint, member] of members) if (member.member === 'm-1') members.set(fingerprint, { ...member, until: LEFT.toISOString(), key: await withRevocation(sender.member, { reason, at: LEFT }) });
      return openMessage({ ...opening, senderRoster: { ...sender.roster, members } });
    };
    expect(await opens('retired')).toMatchObject({ ok: true });
    // A key that a thief may hold says nothing by itself any more: such a message is judged by its place in the log.
    expect(await opens('compromised')).toMatchObject({ ok: false });
  });
});
