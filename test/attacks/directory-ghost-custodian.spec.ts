import { describe, expect, it } from 'vitest';
import { signDocument, verifyRoster, verifyRosterChain } from '@lateral/envelope/keys';
import { days, makeDirectory, makeMember, roster, rosterVersions, trustedAgency } from './support/directory.js';

describe('attack: a roster names the custodians who sign it', () => {
  it('who were none before, and so do not count', async () => {
    const directory = await makeDirectory();
    const agency = await trustedAgency(directory, 'county-police');
    const [first] = await rosterVersions(1, directory, []);
    const ghosts = await Promise.all(['u-0000000f', 'u-0000000e'].map((member) => makeMember(member, ['custodian'], { from: days(-1) })));
    const document = roster(directory, ghosts.map(({ entry }) => entry), { before: first!.trusted.document, at: days(1) });
    const [one] = directory.custodians;
    for (const signers of [ghosts.map(({ personal }) => personal), [one!.personal, ghosts[0]!.personal]]) {
      const signed = await signDocument('roster', document, directory.police, ...signers);
      expect(await verifyRoster(signed, agency, { before: first!.trusted })).toEqual({ ok: false, code: 'not-two-custodians' });
    }
  });

  it('nor as a first version, once another first version is known', async () => {
    const directory = await makeDirectory();
    const agency = await trustedAgency(directory, 'county-police');
    const [first] = await rosterVersions(1, directory, []);
    const ghosts = await Promise.all(['u-0000000f', 'u-0000000e'].map((member) => makeMember(member, ['custodian'])));
    const document = { ...roster(directory, []), members: ghosts.map(({ entry }) => entry) };
    const other = await signDocument('roster', document, directory.police, ...ghosts.map(({ personal }) => personal));
    const highestSeen = { version: 1, digest: first!.trusted.digest };
    expect(await verifyRosterChain([other], agency, { highestSeen })).toEqual({ ok: false, code: 'rolled-back' });
    expect(await verifyRoster(other, { ...agency, rosterFrom: highestSeen })).toEqual({ ok: false, code: 'unchained' });
  });
});
