import { describe, expect, it } from '@jest/globals';
import { signRoster, verifyRoster } from '@lateral/envelope/keys';
import { makeDirectory, makeMember, roster, trustedAgency } from './support/directory.js';

describe('attack: a roster signed by another agency', () => {
  it('is refused, under its own name and under the other one', async () => {
    const directory = await makeDirectory();
    const [police, trust] = [await trustedAgency(directory, 'county-police'), await trustedAgency(directory, 'mid-trust')];
    const ghost = (await makeMember('u-0000000a', ['responder'])).entry;
    const forged = await signRoster(roster('county-police', [ghost]), directory.trust);
    expect(await verifyRoster(forged, police)).toEqual({ ok: false, code: 'bad-signature' });
    expect(await verifyRoster(forged, trust)).toEqual({ ok: false, code: 'other-agency' });
    const theirs = await signRoster(roster('mid-trust', [ghost]), directory.trust);
    expect(await verifyRoster(theirs, police)).toEqual({ ok: false, code: 'other-agency' });
    expect(await verifyRoster({ document: { ...theirs.document, agency: 'county-police' }, signatures: theirs.signatures }, police)).toEqual({ ok: false, code: 'bad-signature' });
  });

  it('or by one of the agency\'s own members, custodian or not, is refused', async () => {
    const directory = await makeDirectory();
    const police = await trustedAgency(directory, 'county-police');
    const { personal, entry } = await makeMember('u-0000000a', ['custodian']);
    expect(await verifyRoster(await signRoster(roster('county-police', [entry]), directory.police), police)).toMatchObject({ ok: true });
    const added = (await makeMember('u-0000000b', ['responder'])).entry;
    expect(await verifyRoster(await signRoster(roster('county-police', [added]), personal), police)).toEqual({ ok: false, code: 'bad-signature' });
  });

  it('with a member added after signing, or with no signature, is refused', async () => {
    const directory = await makeDirectory();
    const police = await trustedAgency(directory, 'county-police');
    const [entry, ghost] = [(await makeMember('u-0000000a', ['responder'])).entry, (await makeMember('u-0000000b', ['responder'])).entry];
    const signed = await signRoster(roster('county-police', [entry]), directory.police);
    expect(await verifyRoster({ ...signed, document: { ...signed.document, members: [entry, ghost] } }, police)).toEqual({ ok: false, code: 'bad-signature' });
    expect(await verifyRoster({ ...signed, signatures: [] }, police)).toEqual({ ok: false, code: 'bad-signature' });
  });
});
