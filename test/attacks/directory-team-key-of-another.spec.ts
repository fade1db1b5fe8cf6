import { describe, expect, it } from 'vitest';
import { addEpoch, encryptionEpoch, fingerprintOf, makeAgencyKey, newestTeamKey, publicKeyText } from '@lateral/envelope/keys';
import { AT, days, makeDirectory, roster, rosterVersions, signed, trustedRoster } from './support/directory.js';

describe('attack: a roster gives out another key as the team\'s', () => {
  it('which is refused, though its user id is right', async () => {
    const directory = await makeDirectory();
    const [first] = await rosterVersions(1, directory, []);
    const before = first!.trusted;
    for (const other of [directory.trust, await makeAgencyKey({ agency: 'county-police', at: AT })]) {
      const document = { ...roster(directory, [], { before: before.document, at: days(1) }), teamKey: publicKeyText(other) };
      await expect(signed(directory, document, { before })).rejects.toThrow('wrong-team-key');
    }
  });

  it('nor is a subkey sealed to that was put under the team\'s primary without its signature', async () => {
    const directory = await makeDirectory();
    const [first] = await rosterVersions(1, directory, []);
    const [own, other] = [await addEpoch(directory.police, { at: days(1) }), await addEpoch(await makeAgencyKey({ agency: 'county-police', at: AT }), { at: days(2) })];
    const spliced = own.toPublic();
    spliced.subkeys.push(other.toPublic().subkeys[1]!);
    const document = { ...roster(directory, [], { before: first!.trusted.document, at: days(2) }), teamKey: publicKeyText(spliced) };
    const read = await trustedRoster(directory, await signed(directory, document, { before: first!.trusted }), first!.trusted);
    expect(newestTeamKey({ key: directory.police.toPublic() }, read).subkeys).toHaveLength(3);
    expect(await encryptionEpoch(newestTeamKey({ key: directory.police.toPublic() }, read), days(3))).toBe(fingerprintOf(own.subkeys[1]!));
  });
});
