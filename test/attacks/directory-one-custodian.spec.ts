import { describe, expect, it } from 'vitest';
import { signDocument, verifyRoster, verifyRosterChain } from '@lateral/envelope/keys';
import { days, makeDirectory, makeMember, roster, rosterVersions, trustedAgency } from './support/directory.js';

describe('attack: one custodian changes the list of people alone', () => {
  it('holds the agency key and may sign with it, and no client takes the roster', async () => {
    const directory = await makeDirectory();
    const agency = await trustedAgency(directory, 'county-police');
    const [first] = await rosterVersions(1, directory, []);
    const before = first!.trusted;
    const friend = await makeMember('u-0000000f', ['responder']);
    const document = roster(directory, [friend.entry], { before: before.document, at: days(1) });
    const [one] = directory.custodians;
    for (const signers of [[directory.police], [directory.police, one!.personal], [directory.police, one!.personal, friend.personal], [directory.police, directory.police, one!.personal]]) {
      const alone = await signDocument('roster', document, ...signers);
      expect(await verifyRoster(alone, agency, { before })).toEqual({ ok: false, code: 'not-two-custodians' });
      expect(await verifyRosterChain([first!.signed, alone], agency)).toEqual({ ok: false, code: 'not-two-custodians', version: 2 });
    }
  });

  it('or two custodians without the agency key', async () => {
    const directory = await makeDirectory();
    const agency = await trustedAgency(directory, 'county-police');
    const document = roster(directory, []);
    const without = await signDocument('roster', document, ...directory.custodians.map(({ personal }) => personal));
    expect(await verifyRoster(without, agency)).toEqual({ ok: false, code: 'bad-signature' });
  });
});
