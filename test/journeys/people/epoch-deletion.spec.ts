import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenCheckBody, RosterProposalView, SealedEnvelope } from '@lateral/contracts';
import { holdsSecretOf, makeRecoveryKit, memberCopy, nextRoster, openRecoveryKit, type PrivateKey } from '@lateral/envelope/keys';
import { SystemRandom } from '@lateral/platform';
import { Custodian } from '../../world/custodians.js';
import { overAndPast, retireEpochs } from '../../world/epochs.js';
import { hubDoor, type DoorClient, type HubDoor } from '../../world/hub-door.js';
import { collect, openAs, openWith } from './support.js';

const SCHOOL = 'school-north';

// Page "An old epoch is deleted" of docs/keys.md, step by step.
describe('an old epoch is deleted', () => {
  let door: HubDoor;
  let first: Custodian;
  let second: Custodian;
  let asker: DoorClient;
  let check: OpenCheckBody;
  let old: string[];
  let then: SealedEnvelope;
  let later: SealedEnvelope;
  /** What a member has kept of the team key from before. */
  let kept: PrivateKey;
  let papers: string[];
  const opensBoth = async (): Promise<boolean[]> => Promise.all([then, later].map(async (sealed) => (await openAs(first, await first.own(), { key: first.client.client.personal, sealed, rootFingerprint: door.made.rootFingerprint })).ok));
  beforeAll(async () => {
    door = await hubDoor();
    [first, second] = await Custodian.both(door, SCHOOL);
    asker = await door.signIn('csc-north');
    check = await asker.checkTo([SCHOOL]);
    then = await asked(check);
    old = await retireEpochs([first, second], door.made.members.find(({ agency, roles }) => agency === SCHOOL && roles.includes('practitioner'))!.member);
    asker.forgetTeams();
    later = await asked(await asker.checkTo([SCHOOL]));
    kept = await memberCopy(await first.agencyKey(await first.own()));
    await overAndPast(asker, check, door.database);
  }, 120_000);
  afterAll(() => door.end());
  async function asked(body: OpenCheckBody): Promise<SealedEnvelope> {
    expect((await asker.post('/v1/checks', body)).status).toBe(201);
    return collect(first.client, body.requests[0]!.envelope.header.context.message);
  }

  it('opens its messages until then', async () => {
    expect(await opensBoth()).toEqual([true, true]);
  });

  it('goes by a roster that the first custodian proposes, after a new kit was made of the key that is left', async () => {
    const own = await first.own();
    const at = new Date();
    const { proposal, agencyKey } = await nextRoster(own.roster, { deleteEpochs: old }, { agencyKey: await first.agencyKey(own), custodianKey: first.client.client.personal, at });
    const { kit, shares } = await makeRecoveryKit({ agency: SCHOOL, agencyKey, at, random: new SystemRandom() });
    papers = shares;
    expect((await first.client.put('/v1/recovery-kit', kit)).status).toBe(204);
    expect(await first.post('/v1/roster-proposals', proposal)).toMatchObject({ state: 'waiting' });
    expect(await opensBoth()).toEqual([true, true]);
  });

  it('is confirmed by the second custodian, who tries the new papers first and is asked about the epoch by its fingerprint', async () => {
    const opened = await openRecoveryKit(await second.get('/v1/recovery-kit'), [papers[0]!, papers[1]!]);
    expect(opened.ok && holdsSecretOf(opened.agencyKey, old)).toBe(false);
    const { roster } = await second.get<RosterProposalView>('/v1/roster-proposals');
    expect(roster.document.deletedEpochs).toEqual(old);
    expect((await second.cosign(old)).state).toBe('published');
  });

  it('is closed for good to the agency, by whatever the hub hands out; what came later opens as before', async () => {
    expect(await opensBoth()).toEqual([false, true]);
    const { roster } = await first.own();
    expect(roster.document.deletedEpochs).toEqual(old);
    asker.forgetTeams();
    expect(await asked(await asker.checkTo([SCHOOL]))).toBeTruthy();
  });

  it('does not reach what a member has kept, and voids no signature: by a kept copy the old message opens, and its sender is who it says', async () => {
    expect(await openWith(first, SCHOOL, { keys: [kept], sealed: then, rootFingerprint: door.made.rootFingerprint })).toMatchObject({ ok: true });
  });
});
