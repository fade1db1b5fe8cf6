import { describe, expect, it } from 'vitest';
import { verifyRoster, verifyRosterChain } from '@lateral/envelope/keys';
import { makeDirectory, makeMember, rosterVersions, trustedAgency } from './support/directory.js';

describe('attack: the hub serves an older roster', () => {
  it('is refused once a newer one has been seen, so a leaver stays out', async () => {
    const directory = await makeDirectory();
    const agency = await trustedAgency(directory, 'county-police');
    const [first, second] = await rosterVersions(2, directory, [(await makeMember('u-0000000a', ['responder'])).entry]);
    const seen = { version: 2, digest: second!.trusted.digest };
    expect((await verifyRoster(first!.signed, agency)).ok).toBe(true);
    expect(await verifyRoster(first!.signed, agency, { highestSeen: seen })).toEqual({ ok: false, code: 'rolled-back' });
    expect(await verifyRoster(first!.signed, agency, { before: second!.trusted })).toEqual({ ok: false, code: 'rolled-back' });
    expect(await verifyRosterChain([first!.signed], agency, { highestSeen: seen })).toEqual({ ok: false, code: 'rolled-back' });
    // What was seen and judged before needs no second judgement.
    expect((await verifyRoster(second!.signed, agency, { highestSeen: seen })).ok).toBe(true);
  });
});
