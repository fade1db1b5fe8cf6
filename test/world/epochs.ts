import { referenceOf } from '@lateral/domain';
import { epochsEver, makeRecoveryKit, newestTeamKey, withoutEpochs } from '@lateral/envelope/keys';
import { SystemRandom } from '@lateral/platform';
import type { FreshDatabase } from '@lateral/testing/hub';
import type { OpenCheckBody } from '@lateral/contracts';
import { accepted } from './check-scene.js';
import { changeRoster, type Custodian } from './custodians.js';
import type { DoorClient } from './door-client.js';

/** Epochs of the custodian's agency, oldest first. */
export async function epochsOf(custodian: Custodian): Promise<string[]> {
  const { agency, roster } = await custodian.own();
  return epochsEver(newestTeamKey(agency, roster)).sort((a, b) => a.made.getTime() - b.made.getTime()).map(({ epoch }) => epoch);
}

/** Somebody leaves: with them every epoch so far is taken out of use, and there is a new one. Returns the old ones. */
export async function retireEpochs(custodians: readonly [Custodian, Custodian], leaver: string): Promise<string[]> {
  const old = await epochsOf(custodians[0]);
  await changeRoster(custodians, { leave: [leaver], newEpochDays: 35 });
  return old;
}

/** The check has ended, and so has the time in which any message may be opened for the first time: what takes two months in life. */
export async function overAndPast(asking: DoorClient, check: OpenCheckBody, database: FreshDatabase): Promise<void> {
  accepted(await asking.post(`/v1/checks/${referenceOf(check.id)}/withdrawal`, { version: 1, reason: 'no_longer_needed' }));
  await past(database);
}

export async function past(database: FreshDatabase): Promise<void> {
  await database.sql(`update envelope_body set header = regexp_replace(header, '"expires":"[^"]+"', '"expires":"2020-01-01T00:00:00.000Z"')`);
}

/** A recovery kit of the agency's key, without some epochs, made at that time; the papers that open it. */
export async function storeKit(custodian: Custodian, without: readonly string[] = [], at = new Date()): Promise<{ status: number; shares: string[]; kit: Awaited<ReturnType<typeof makeRecoveryKit>>['kit'] }> {
  const agencyKey = await withoutEpochs(await custodian.agencyKey(await custodian.own()), without);
  const { kit, shares } = await makeRecoveryKit({ agency: custodian.client.client.agency, agencyKey, at, random: new SystemRandom() });
  const { status } = await custodian.client.put('/v1/recovery-kit', kit);
  return { status, shares, kit };
}
