import { describe, expect, it } from 'vitest';
import { signDocument, signRoster, verifyRoster } from '@lateral/envelope/keys';
import { days, makeDirectory, makeMember, roster, rosterVersions, trustedAgency, trustedRoster } from './support/directory.js';

describe('attack: a custodian who was taken out signs the next roster', () => {
  it('and is not counted, neither by date nor by an older date', async () => {
    const directory = await makeDirectory();
    const agency = await trustedAgency(directory, 'county-police');
    const [stays, leaves] = directory.custodians;
    const third = await makeMember('u-000000c3', ['custodian']);
    const [first] = await rosterVersions(1, directory, [third.entry]);
    const members = first!.trusted.document.members.map((member) => (member.member === leaves!.entry.member ? { ...member, until: days(1).toISOString() } : member));
    // The last thing a custodian who leaves may sign is the roster that lets them go.
    const letsGo = { ...roster(directory, [], { before: first!.trusted.document, at: days(1) }), members };
    const second = await trustedRoster(directory, await signRoster(letsGo, { agencyKey: directory.police, custodians: [stays!.personal, leaves!.personal], before: first!.trusted }), first!.trusted);
    const next = { ...roster(directory, [], { before: second.document, at: days(2) }), members };
    const back = await signDocument('roster', next, directory.police, stays!.personal, leaves!.personal);
    expect(await verifyRoster(back, agency, { before: second })).toEqual({ ok: false, code: 'not-two-custodians' });
    const dated = await signDocument('roster', { ...next, issued: new Date(days(1).getTime() - 1000).toISOString() }, directory.police, stays!.personal, leaves!.personal);
    expect(await verifyRoster(dated, agency, { before: second })).toEqual({ ok: false, code: 'unchained' });
    expect((await verifyRoster(await signDocument('roster', next, directory.police, stays!.personal, third.personal), agency, { before: second })).ok).toBe(true);
  });
});
