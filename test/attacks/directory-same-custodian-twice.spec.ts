import { describe, expect, it } from 'vitest';
import { signDocument, verifyRoster } from '@lateral/envelope/keys';
import { makeDirectory, makeMember, roster, trustedAgency } from './support/directory.js';

describe('attack: one custodian counts as two', () => {
  it('by signing twice', async () => {
    const directory = await makeDirectory();
    const agency = await trustedAgency(directory, 'county-police');
    const { personal } = directory.custodians[0]!;
    const signed = await signDocument('roster', roster(directory, []), directory.police, personal, personal);
    expect(await verifyRoster(signed, agency)).toEqual({ ok: false, code: 'not-two-custodians' });
    expect(await verifyRoster({ ...signed, signatures: [...signed.signatures, signed.signatures[1]!] }, agency)).toEqual({ ok: false, code: 'not-two-custodians' });
  });

  it('by having two keys under one name', async () => {
    const directory = await makeDirectory();
    const agency = await trustedAgency(directory, 'county-police');
    const [one] = directory.custodians;
    const again = await makeMember(one!.entry.member, ['custodian']);
    const signed = await signDocument('roster', roster(directory, [again.entry]), directory.police, one!.personal, again.personal);
    // Of two keys in force under one name nobody could say whose word counts: such a list is none.
    expect(await verifyRoster(signed, agency)).toEqual({ ok: false, code: 'malformed' });
  });
});
