import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson, commitmentOf, fromBase64Url, ROUTES, utf8, type Receipt, type ReceiptsReply } from '@lateral/contracts';
import { SystemRandom, systemNow } from '@lateral/platform';
import { Correspondent, HubSession } from '@lateral/play';
import { ed25519Signer, formatTlogProof, leafHash, parseVerifierKey, signCheckpoint } from '@lateral/tlog';
import { changeRoster, Custodian } from '../../world/custodians.js';
import { AUDIENCE, type DoorClient } from '../../world/door-client.js';
import { hubDoor, type HubDoor } from '../../world/hub-door.js';

const [ASKER, POLICE] = ['csc-north', 'police-north'];
const DAY = 86_400_000;
const random = new SystemRandom();
const time = { now: systemNow };
const AT_ONCE = { first: 1, longest: 1, total: 0, elapsed: () => 1, wait: () => Promise.reject(new Error('nothing is waited for here')) };

describe('what a machine client reads', () => {
  let door: HubDoor;
  let asker: DoorClient;
  let responder: DoorClient;
  beforeAll(async () => {
    door = await hubDoor();
    [asker, responder] = await Promise.all([door.signIn(ASKER), door.signIn(POLICE, 'responder')]);
  }, 60_000);
  afterAll(() => door.end());

  /** A new start, so many days from now (the question may be opened for the first time for one), with a hub that shows these receipts or none. */
  async function started(days = 0, shows: (() => Promise<Receipt[]>) | null = null): Promise<Correspondent> {
    const session = new HubSession({ url: door.hub.url, audience: AUDIENCE }, responder.client, time, random);
    const honest = session.ask.bind(session);
    session.ask = async <T>(path: string): Promise<T> => (shows !== null && path.endsWith('/receipts') ? { receipts: await shows(), checkpoint: '' } satisfies ReceiptsReply as T : honest<T>(path));
    return Correspondent.start(session, { time: { now: () => new Date(Date.now() + days * DAY) }, random, patience: AT_ONCE });
  }

  interface Question { message: string; check: string; request: string }
  async function asked(): Promise<Question> {
    asker.forgetTeams();
    const body = await asker.checkTo([POLICE]);
    expect((await asker.post(ROUTES.checks, body)).status).toBe(201);
    const { message, check, request } = body.requests[0]!.envelope.header.context;
    return { message, check, request: request! };
  }
  const collect = (by: Correspondent, { message, check, request }: Question): ReturnType<Correspondent['collect']> => by.collect(message, { type: 'request', from: ASKER, check, request, inReplyTo: null });

  /** A hand-over's receipt once the ledger has it: alone in a log under the partnership's log key. */
  async function proven({ record, salt, ...rest }: Receipt): Promise<Receipt> {
    const signer = ed25519Signer(parseVerifierKey(door.certificates.logVerifierKey)!.name, new Uint8Array(await readFile(door.certificates.ledgerSigningKey)));
    const root = leafHash(utf8(canonicalJson({ v: 1, k: 'hand-over', c: commitmentOf(record, fromBase64Url(salt)) })));
    return { ...rest, record, salt, state: 'proven', index: 0, proof: formatTlogProof({ extra: null, index: 0, path: [], checkpoint: await signCheckpoint({ origin: signer.name, size: 1, root }, signer) }) };
  }

  it('is read again after its time where the records show that its agency had it, and on the hub\'s word while the ledger is away', async () => {
    const question = await asked();
    const { reply: { receipts: { handOver } }, onHubsWord } = await collect(await started(), question);
    expect(onHubsWord).toBe(false);
    for (const days of [1, 61, 300]) {
      expect((await collect(await started(days, async () => [await proven(handOver)]), question)).onHubsWord).toBe(false);
      expect((await collect(await started(days), question)).onHubsWord).toBe(true);
    }
    await expect(collect(await started(61, async () => [{ ...await proven(handOver), salt: 'AAAA' }]), question)).rejects.toMatchObject({ step: 8, code: 'expired' });
  });

  it('is refused after its time where nobody had collected it', async () => {
    await expect(collect(await started(61, async () => []), await asked())).rejects.toMatchObject({ step: 8, code: 'expired' });
  });

  it('is what was sealed to any epoch of its team, however its copies are ordered', async () => {
    const custodians = await Custodian.both(door, POLICE);
    const questions = [await asked()];
    for (const _ of [1, 2, 3]) {
      await changeRoster(custodians, { newEpochDays: 35 });
      questions.push(await asked());
    }
    const machine = await started();
    for (const question of questions) expect((await collect(machine, question)).body).toMatchObject({ type: 'request' });
  });
});
