// One custodian wants an agency's old messages gone, and the other not to notice.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RosterProposalBody } from '@lateral/contracts';
import { holdsSecretOf, memberCopy } from '@lateral/envelope/keys';
import { Custodian } from '../world/custodians.js';
import { retireEpochs } from '../world/epochs.js';
import { hubDoor, register, type HubDoor } from '../world/hub-door.js';
import { recordsOf } from '../world/stored.js';

vi.setConfig({ testTimeout: 120_000 });
const SCHOOL = 'school-north';

describe('one custodian who would delete an epoch', () => {
  let door: HubDoor;
  let first: Custodian;
  let second: Custodian;
  let old: string[];
  let deletion: RosterProposalBody;
  beforeAll(async () => {
    door = await hubDoor();
    [first, second] = await Custodian.both(door, SCHOOL);
    old = await retireEpochs([first, second], door.made.members.find(({ agency, roles }) => agency === SCHOOL && roles.includes('practitioner'))!.member);
    deletion = await first.compose({ deleteEpochs: old });
  }, 120_000);
  afterAll(() => door.end());
  /** Whether everything is as it was: no record of a deletion, every copy under a key that is there, and the epoch in them. */
  const isWhole = async (): Promise<boolean> => {
    const held = await door.database.sql<{ object: string }>('select object from team_key_copy where agency = $1 union select object from custody_copy where agency = $1', [SCHOOL]);
    const keys = await door.keyStore.sql('select 1 from object_key where object = any($1::uuid[]) and key is not null', [held.map(({ object }) => object)]);
    const copy = await memberCopy(await second.agencyKey(await second.own()));
    return keys.length === held.length && holdsSecretOf(copy, old) && (await recordsOf(door.database, 'epoch.deleted.v1')).length === 0;
  };

  it('destroys nothing by putting it forward, signing twice, or signing as the other', async () => {
    const version = deletion.roster.document.version;
    expect(await first.client.post('/v1/roster-proposals', deletion)).toMatchObject({ status: 201, body: { state: 'waiting' } });
    const twice = { ...deletion, roster: { ...deletion.roster, signatures: [...deletion.roster.signatures, deletion.roster.signatures[1]!] } };
    expect((await first.client.post('/v1/roster-proposals', twice)).status).toBe(422);
    await expect(first.cosign(old)).rejects.toThrow('signed-already');
    for (const [custodian, status] of [[first, 409], [second, 422]] as const) expect((await custodian.client.post(`/v1/roster-proposals/${version}/cosignature`, { signature: deletion.roster.signatures[1]! })).status).toBe(status);
    expect(await isWhole()).toBe(true);
  });

  it('gets no signature from a colleague whose client was not told which epochs they are', async () => {
    await expect(second.cosign()).rejects.toThrow('deletes-epochs');
    await expect(second.cosign(['A'.repeat(40)])).rejects.toThrow('deletes-epochs');
    expect(await isWhole()).toBe(true);
  });

  it('does not come by another door: an operator registers no deletion', async () => {
    const { registration, rootFingerprint } = door.made;
    const bringing = { ...registration, rosters: [deletion.roster], copies: deletion.copies, custody: deletion.custody };
    await expect(register({ url: door.database.url, keyStore: door.keyStore.url }, bringing, rootFingerprint)).rejects.toThrow('refused');
    expect(await isWhole()).toBe(true);
  });
});
