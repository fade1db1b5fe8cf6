import { describe, expect, it } from '@jest/globals';
import { digestOf } from '@lateral/contracts';
import { verifyRoster } from '@lateral/envelope/keys';
import { makeDirectory, makeMember, rosterVersions, trustedAgency } from './support/directory.js';

describe('attack: the hub serves an older roster', () => {
  it('is refused once a newer one has been seen, so a leaver stays out', async () => {
    const directory = await makeDirectory();
    const agency = await trustedAgency(directory, 'county-police');
    const [first, second] = await rosterVersions(2, 'county-police', directory.police, [(await makeMember('u-0000000a', ['responder'])).entry]);
    const seen = { version: 2, digest: digestOf('roster', second!.document) };
    expect((await verifyRoster(first!, agency)).ok).toBe(true);
    expect(await verifyRoster(first!, agency, { highestSeen: seen })).toEqual({ ok: false, code: 'rolled-back' });
    expect(await verifyRoster(first!, agency, { previous: seen })).toEqual({ ok: false, code: 'rolled-back' });
    expect((await verifyRoster(second!, agency, { highestSeen: seen })).ok).toBe(true);
  });
});
