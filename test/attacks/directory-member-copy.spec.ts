import { describe, expect, it } from 'vitest';
import { addEpoch, certifyAgency, makeAgencyKey, memberCopy, signPartnership, wrapTeamCopies } from '@lateral/envelope/keys';
import { AT, days, makeDirectory, makeMember, partnershipFile, roster, signed } from './support/directory.js';

describe('attack: a member makes itself a custodian with its copy of the team key', () => {
  it('cannot sign a roster or a list, certify, or add an epoch', async () => {
    const directory = await makeDirectory();
    const { police, signed: file } = directory;
    const copy = await memberCopy(police);
    const ghost = (await makeMember('u-0000000b', ['responder'])).entry;
    await expect(signed(directory, roster(directory, [ghost]), { agencyKey: copy })).rejects.toThrow('gnu-dummy');
    await expect(signPartnership(partnershipFile(copy, file.document.agencies), copy)).rejects.toThrow('gnu-dummy');
    const other = await makeAgencyKey({ agency: 'mid-trust', at: AT });
    await expect(certifyAgency(other.toPublic(), copy, { agency: 'mid-trust', at: AT })).rejects.toThrow('cannot certify');
    await expect(addEpoch(copy, { at: days(1) })).rejects.toThrow('gnu-dummy');
  });

  it('and is never given the primary: a copy that still holds it is not wrapped', async () => {
    const { police } = await makeDirectory();
    const [custodian, member] = [await makeMember('u-0000000a', ['custodian']), await makeMember('u-0000000b', ['responder'])];
    const given = { agency: 'county-police', readers: [{ member: 'u-0000000b', key: member.personal.toPublic() }], custodianKey: custodian.personal, at: AT };
    await expect(wrapTeamCopies({ ...given, copy: police })).rejects.toThrow('never given the primary');
    await expect(wrapTeamCopies({ ...given, copy: await memberCopy(police) })).resolves.toMatchObject([{ member: 'u-0000000b' }]);
  });
});
