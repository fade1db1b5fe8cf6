import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecoveryKit } from '@lateral/contracts';
import { fingerprintOf, makeRecoveryKit, openRecoveryKit } from '@lateral/envelope/keys';
import { SystemRandom } from '@lateral/platform';
import { Custodian } from '../../world/custodians.js';
import { hubDoor, type HubDoor } from '../../world/hub-door.js';
import './support.js';

const SCHOOL = 'school-north';

describe('an agency in which nobody can unlock anything any more', () => {
  let door: HubDoor;
  let custodian: Custodian;
  let shares: string[];
  beforeAll(async () => {
    door = await hubDoor();
    [custodian] = await Custodian.both(door, SCHOOL);
    const { kit, shares: printed } = await makeRecoveryKit({ agency: SCHOOL, agencyKey: await custodian.agencyKey(await custodian.own()), at: new Date(), random: new SystemRandom() });
    shares = printed;
    const { status } = await custodian.client.put('/v1/recovery-kit', kit);
    expect(status).toBe(204);
  }, 60_000);
  afterAll(() => door.end());

  it('has its key back with any two of three papers, and with no single one', async () => {
    const kit = await custodian.get<RecoveryKit>('/v1/recovery-kit');
    const { agency } = await custodian.own();
    for (const [a, b] of [[0, 1], [0, 2], [1, 2]] as const) {
      const opened = await openRecoveryKit(kit, [shares[a]!, shares[b]!]);
      expect(opened.ok && fingerprintOf(opened.agencyKey)).toBe(agency.primary);
    }
    expect(await openRecoveryKit(kit, [shares[0]!, shares[0]!])).toMatchObject({ ok: false, code: 'same-share' });
  });

  it('leaves a record of each time that the kit was fetched, and nobody of another agency or role is given it', async () => {
    const records = await door.database.sql<{ event: string }>("select event from audit_record where event like 'recovery-kit.%' order by seq");
    expect(records.map(({ event }) => event)).toEqual(['recovery-kit.stored.v1', 'recovery-kit.fetched.v1']);
    expect((await (await door.signIn(SCHOOL, 'responder')).get('/v1/recovery-kit')).status).toBe(403);
    expect((await (await door.signIn('police-north', 'custodian')).get('/v1/recovery-kit')).status).toBe(404);
  });
});
