import { describe, expect, it } from 'vitest';
import type { TeamKeyCopy } from '@lateral/contracts';
import { memberAt, memberCopy, membersAt, unwrapTeamCopy, wrapTeamCopies, type TrustedRoster } from '@lateral/envelope/keys';
import { days, makeDirectory, makeMember, roster, signed, trustedAgency, trustedRoster, type Directory } from './support/directory.js';

describe('attack: a leaver goes on', () => {
  it('and is nobody from the moment of leaving, while what was signed before still counts', async () => {
    const directory = await makeDirectory();
    const { entry } = await makeMember('u-0000000a', ['responder'], { from: days(2), until: days(10) });
    const read = await readRoster(directory, [entry]);
    expect(memberAt(read, entry.fingerprint, new Date(days(2).getTime() - 1))).toBeNull();
    expect(memberAt(read, entry.fingerprint, days(2))?.member).toBe('u-0000000a');
    expect(memberAt(read, entry.fingerprint, new Date(days(10).getTime() - 1))?.member).toBe('u-0000000a');
    expect(memberAt(read, entry.fingerprint, days(10))).toBeNull();
    expect(membersAt(read, days(11), 'responder')).toEqual([]);
  });

  it('and as a former custodian hands out team keys, which nobody takes', async () => {
    const directory = await makeDirectory();
    const agency = await trustedAgency(directory, 'county-police');
    const leaver = await makeMember('u-0000000a', ['custodian'], { until: days(10) });
    const plain = await makeMember('u-0000000c', ['practitioner']);
    const member = await makeMember('u-0000000b', ['responder']);
    const trust = { agency, roster: await readRoster(directory, [leaver.entry, plain.entry, member.entry]), memberKey: member.personal, at: days(12) };
    const copy = await memberCopy(directory.police);
    const wrap = async (custodian: typeof leaver, at: Date): Promise<TeamKeyCopy> => (await wrapTeamCopies({ agency: 'county-police', copy, readers: [{ member: 'u-0000000b', key: member.personal.toPublic() }], custodianKey: custodian.personal, at }))[0]!;
    expect((await unwrapTeamCopy(await wrap(leaver, days(9)), trust)).ok).toBe(true);
    expect(await unwrapTeamCopy(await wrap(leaver, days(11)), trust)).toEqual({ ok: false, code: 'not-by-a-custodian' });
    expect(await unwrapTeamCopy(await wrap(plain, days(9)), trust)).toEqual({ ok: false, code: 'not-authentic' });
  });
});

async function readRoster(directory: Directory, members: Parameters<typeof roster>[1]): Promise<TrustedRoster> {
  return trustedRoster(directory, await signed(directory, roster(directory, members)));
}
