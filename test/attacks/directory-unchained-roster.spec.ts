import { describe, expect, it } from 'vitest';
import { digestOf } from '@lateral/contracts';
import { verifyRoster, verifyRosterChain } from '@lateral/envelope/keys';
import { AT, days, makeDirectory, makeMember, roster, rosterVersions, signed, trustedAgency, trustedRoster } from './support/directory.js';

describe('attack: a roster that does not follow the one before', () => {
  it('is refused: custodians cannot show two clients two histories', async () => {
    const directory = await makeDirectory();
    const agency = await trustedAgency(directory, 'county-police');
    const [one, other] = [(await makeMember('u-0000000a', ['responder'])).entry, (await makeMember('u-0000000b', ['responder'])).entry];
    const [first, second] = await rosterVersions(2, directory, [one]);
    expect((await verifyRoster(second!.signed, agency, { before: first!.trusted })).ok).toBe(true);
    const elsewhere = await trustedRoster(directory, await signed(directory, roster(directory, [other])));
    const ghost = await signed(directory, roster(directory, [one, other], { before: elsewhere.document, at: days(1) }), { before: elsewhere });
    expect(await verifyRoster(ghost, agency, { before: first!.trusted })).toEqual({ ok: false, code: 'unchained' });
    expect(await verifyRosterChain([first!.signed, ghost], agency)).toEqual({ ok: false, code: 'unchained' });
    expect(await verifyRoster(await signed(directory, elsewhere.document), agency, { before: first!.trusted })).toEqual({ ok: false, code: 'rolled-back' });
  });

  it('is refused where a version between is left out, and where the first names a forerunner or a later one none', async () => {
    const directory = await makeDirectory();
    const agency = await trustedAgency(directory, 'county-police');
    const [first, second, third] = await rosterVersions(3, directory, [(await makeMember('u-0000000a', ['responder'])).entry]);
    expect(await verifyRoster(third!.signed, agency, { before: first!.trusted })).toEqual({ ok: false, code: 'unchained' });
    expect(await verifyRosterChain([first!.signed, third!.signed], agency)).toEqual({ ok: false, code: 'unchained' });
    expect((await verifyRosterChain([third!.signed, first!.signed, second!.signed], agency)).ok).toBe(true);
    await expect(signed(directory, { ...first!.signed.document, previous: digestOf('roster', third!.signed.document) })).rejects.toThrow('malformed');
    await expect(signed(directory, { ...third!.signed.document, previous: null })).rejects.toThrow('malformed');
  });

  it('is refused by itself to a reader who has seen nothing, and where it is dated before the one it follows', async () => {
    const directory = await makeDirectory();
    const agency = await trustedAgency(directory, 'county-police');
    const [first, second] = await rosterVersions(2, directory, []);
    expect(await verifyRoster(second!.signed, agency)).toEqual({ ok: false, code: 'unchained' });
    const later = await trustedRoster(directory, await signed(directory, { ...first!.signed.document, issued: days(2).toISOString() }));
    await expect(signed(directory, roster(directory, [], { before: later.document, at: AT }), { before: later })).rejects.toThrow('unchained');
  });
});
