import { describe, expect, it } from '@jest/globals';
import { digestOf, type Roster } from '@lateral/contracts';
import { signRoster, verifyRoster } from '@lateral/envelope/keys';
import { days, makeDirectory, makeMember, roster, rosterVersions, trustedAgency } from './support/directory.js';

describe('attack: a roster that does not follow the one before', () => {
  it('is refused: a custodian cannot show two clients two histories', async () => {
    const directory = await makeDirectory();
    const agency = await trustedAgency(directory, 'county-police');
    const [one, other] = [(await makeMember('u-0000000a', ['responder'])).entry, (await makeMember('u-0000000b', ['responder'])).entry];
    const [first, second] = await rosterVersions(2, 'county-police', directory.police, [one]);
    const seen = seenOf(first!.document);
    expect((await verifyRoster(second!, agency, { previous: seen })).ok).toBe(true);
    const elsewhere = roster('county-police', [other]);
    const ghost = await signRoster(roster('county-police', [one, other], elsewhere, days(1)), directory.police);
    expect(await verifyRoster(ghost, agency, { previous: seen })).toEqual({ ok: false, code: 'unchained' });
    expect(await verifyRoster(ghost, agency, { highestSeen: seen })).toEqual({ ok: false, code: 'unchained' });
    expect(await verifyRoster(await signRoster(elsewhere, directory.police), agency, { previous: seen })).toEqual({ ok: false, code: 'rolled-back' });
  });

  it('is refused where a version between is left out, and where the first names a forerunner or a later one none', async () => {
    const directory = await makeDirectory();
    const agency = await trustedAgency(directory, 'county-police');
    const [first, , third] = await rosterVersions(3, 'county-police', directory.police, [(await makeMember('u-0000000a', ['responder'])).entry]);
    expect(await verifyRoster(third!, agency, { previous: seenOf(first!.document) })).toEqual({ ok: false, code: 'unchained' });
    await expect(signRoster({ ...first!.document, previous: digestOf('roster', third!.document) }, directory.police)).rejects.toThrow('malformed');
    await expect(signRoster({ ...third!.document, previous: null }, directory.police)).rejects.toThrow('malformed');
  });
});

const seenOf = (document: Roster): { version: number; digest: string } => ({ version: document.version, digest: digestOf('roster', document) });
