import { describe, expect, it } from 'vitest';
import { memberCopy, newestTeamKey, publicKeyText, replaceEpochs, teamEpochs, encryptionEpoch, fingerprintOf } from '@lateral/envelope/keys';
import { days, makeDirectory, makeMember, roster, rosterVersions, signed, trustedAgency, trustedRoster } from './support/directory.js';

describe('attack: a leaver goes on reading with the epoch that they hold', () => {
  it('which nobody seals to once the roster has another, whatever the partnership file says', async () => {
    const directory = await makeDirectory();
    const agency = await trustedAgency(directory, 'county-police');
    const leaver = await makeMember('u-0000000a', ['responder']);
    const [first] = await rosterVersions(1, directory, [leaver.entry]);
    const held = (await memberCopy(directory.police)).subkeys.map(fingerprintOf);
    const replaced = await replaceEpochs(directory.police, { at: days(1) });
    const document = { ...roster(directory, [{ ...leaver.entry, until: days(1).toISOString() }], { before: first!.trusted.document, at: days(1) }), teamKey: publicKeyText(replaced) };
    const second = await trustedRoster(directory, await signed(directory, document, { before: first!.trusted }), first!.trusted);
    const epoch = await encryptionEpoch(newestTeamKey(agency, second), days(2));
    expect(held).toContain(await encryptionEpoch(newestTeamKey(agency, first!.trusted), days(0.5)));
    expect(held).not.toContain(epoch);
    // Nor does a hub take in a message that names the old one, though by the file it would be in force for weeks.
    expect(await teamEpochs(newestTeamKey(agency, second), days(2))).toEqual([epoch]);
    expect(await teamEpochs(agency.key, days(2))).toEqual(held);
  });
});
