import { describe, expect, it } from 'vitest';
import { verifyRoster } from '@lateral/envelope/keys';
import { makeDirectory, makeMember, roster, signed, trustedAgency } from './support/directory.js';

describe('attack: a roster signed by another agency', () => {
  it('is refused, under its own name and under the other one', async () => {
    const directory = await makeDirectory();
    const [police, trust] = [await trustedAgency(directory, 'county-police'), await trustedAgency(directory, 'mid-trust')];
    const ghost = (await makeMember('u-0000000a', ['responder'])).entry;
    const forged = await signed(directory, roster(directory, [ghost]), { agencyKey: directory.trust });
    expect(await verifyRoster(forged, police)).toEqual({ ok: false, code: 'bad-signature' });
    expect(await verifyRoster(forged, trust)).toEqual({ ok: false, code: 'other-agency' });
    const theirs = await signed(directory, roster(directory, [ghost], { agency: 'mid-trust' }), { agencyKey: directory.trust });
    expect(await verifyRoster(theirs, police)).toEqual({ ok: false, code: 'other-agency' });
    expect(await verifyRoster({ document: { ...theirs.document, agency: 'county-police' }, signatures: theirs.signatures }, police)).toEqual({ ok: false, code: 'bad-signature' });
  });

  it('or by one of the agency\'s own members, custodian or not, is refused', async () => {
    const directory = await makeDirectory();
    const police = await trustedAgency(directory, 'county-police');
    const { personal, entry } = await makeMember('u-0000000a', ['custodian']);
    expect(await verifyRoster(await signed(directory, roster(directory, [entry])), police)).toMatchObject({ ok: true });
    const added = (await makeMember('u-0000000b', ['responder'])).entry;
    expect(await verifyRoster(await signed(directory, roster(directory, [added]), { agencyKey: personal }), police)).toEqual({ ok: false, code: 'bad-signature' });
  });

  it('with a member added after signing, or with no signature, is refused', async () => {
    const directory = await makeDirectory();
    const police = await trustedAgency(directory, 'county-police');
    const [entry, ghost] = [(await makeMember('u-0000000a', ['responder'])).entry, (await makeMember('u-0000000b', ['responder'])).entry];
    const genuine = await signed(directory, roster(directory, [entry]));
    expect(await verifyRoster({ ...genuine, document: { ...genuine.document, members: [...genuine.document.members, ghost] } }, police)).toEqual({ ok: false, code: 'bad-signature' });
    expect(await verifyRoster({ ...genuine, signatures: [] }, police)).toEqual({ ok: false, code: 'bad-signature' });
  });
});
