import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson, type CheckView, type Page, type RequestView, type SealedEnvelope } from '@lateral/contracts';
import { openHubDatabase, type HubDatabase } from '@lateral/persistence/hub';
import { ErasableEvidence, openKeyStore, type KeyStore } from '@lateral/persistence/key-store';
import { createLogger, SystemRandom } from '@lateral/platform';
import { loadRetention } from '@lateral/platform/config';
import { accepted, CheckScene } from '../../../test/world/check-scene.js';
import { CONFIG, hubDoor, newId, type DoorClient, type HubDoor } from '../../../test/world/hub-door.js';
import { dumpOf } from '../../../test/world/stolen-copy.js';
import { recordsOf, rowCounts } from '../../../test/world/stored.js';
import { retain } from './retain.js';

/** Longer than a month of any length. */
const MONTH_MS = 32 * 24 * 3_600_000;
/** Content of a share about a child is past its date, and its coded record too: that takes 312 months. */
const [CONTENT, RECORDS] = [13, 313];

let door: HubDoor;
let asking: DoorClient;
let asked: DoorClient;
let database: HubDatabase;
let keyStore: KeyStore;
/** Closed with an answer and with a request that nobody answered; withdrawn; closed and held; and one that is open. */
let [closed, expired, withdrawn, held, open]: CheckScene[] = [];
/** What the last run said, line by line. */
let said: Record<string, unknown>[] = [];

beforeAll(async () => {
  door = await hubDoor();
  [asking, asked] = await Promise.all([door.signIn('csc-north'), door.signIn('police-north', 'responder')]);
  database = await openHubDatabase({ url: door.database.url, poolSize: 2, applicationName: 'retention' });
  keyStore = await openKeyStore({ url: door.keyStore.url, poolSize: 1, randomness: new SystemRandom() });
  const by = { asking, asked };
  closed = await CheckScene.in('answered', 'closed', 1, by);
  expired = await CheckScene.in('expired', 'closed', 1, by);
  withdrawn = await CheckScene.in('withdrawn', 'withdrawn', 1, by);
  held = await CheckScene.in('answered', 'closed', 1, by);
  open = await CheckScene.in('acknowledged', 'open', 1, by);
});
afterAll(async () => {
  await database.close();
  await keyStore.close();
  await door.end();
});

/** As the operator's command does, so many months from now. What it said, by class and count. */
async function run(months: number, { carriesOut = true, holds = [held!.reference], keys = keyStore }: { carriesOut?: boolean; holds?: string[]; keys?: KeyStore } = {}): Promise<Record<string, number>> {
  const lines: string[] = [];
  const now = new Date((await database.clock.now()).getTime() + months * MONTH_MS);
  const log = createLogger({ app: 'hub-retain', write: (line) => lines.push(line) });
  try {
    await retain({ database, keyStore: keys, schedule: await loadRetention(`${CONFIG}/retention`), clock: { now: () => Promise.resolve(now) }, log }, { holds, carriesOut });
  } finally {
    said = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  }
  return Object.fromEntries(said.filter(({ event }) => event === 'retention.counted').map(({ kind, part, count }) => [`${String(kind)} ${String(part)}`, Number(count)]));
}

const codeOf = ({ status, body }: { status: number; body: unknown }): unknown[] => [status, (body as { code?: string }).code];
const messageOf = ({ question }: { question: SealedEnvelope }): string => question.header.context.message;
const collect = async (scene: CheckScene): Promise<unknown[]> => codeOf(await asked.post(`/v1/envelopes/${messageOf(scene.requests[0]!)}/hand-over`, {}));
const evidence = async (scene: CheckScene): Promise<(string | null)[]> => (await new ErasableEvidence(database.evidence, keyStore.keys).envelopes(scene.id, 'police-north', true)).map(({ sealed }) => sealed.content);
const isReadable = async (scene: CheckScene): Promise<boolean> => (await evidence(scene)).some((content) => content !== null);
/** Since when each message is said to be erased, in the asking side's board and check and in the inbox and request of the other: the same everywhere. */
const noted = async ({ reference, requests }: CheckScene): Promise<(string | null)[]> => {
  const of = ({ envelopes }: RequestView): string[] => envelopes.map(({ id, erasedAt }) => `${id} ${String(erasedAt)}`);
  const view = accepted<CheckView>(await asking.get(`/v1/checks/${reference}`));
  const board = accepted<Page<CheckView>>(await asking.get('/v1/checks')).items.find((each) => each.reference === reference);
  const inbox = accepted<Page<RequestView>>(await asked.get('/v1/requests')).items.filter((each) => each.reference === reference);
  const alone = await Promise.all(requests.map(async ({ id }) => accepted<RequestView>(await asked.get(`/v1/requests/${id}`))));
  expect(board?.requests.map(of)).toEqual(view.requests.map(of));
  for (const [one] of [inbox, alone]) expect(of(one!)).toEqual(of(view.requests[0]!));
  return [...view.requests.flatMap(({ envelopes }) => envelopes), ...(view.decision === null ? [] : [view.decision])].map(({ erasedAt }) => erasedAt);
};
const erasedRecords = async (): Promise<number> => (await recordsOf(door.database, 'coded-record.erased.v1')).length;

describe('a report', () => {
  it('says what would be erased at that time, and changes nothing', async () => {
    const before = await rowCounts(door.database);
    expect(await run(0, { carriesOut: false })).toEqual({ 'RET-SAFE-C ended': 4 });
    expect(await run(CONTENT, { carriesOut: false })).toEqual({ 'RET-SAFE-C ended': 4, 'RET-SAFE-C content': 3, 'RET-SAFE-C held': 1 });
    expect(await run(RECORDS, { carriesOut: false, holds: [] })).toEqual({ 'RET-SAFE-C ended': 4, 'RET-SAFE-C content': 4, 'RET-SAFE-C records': 4 });
    expect(await rowCounts(door.database)).toEqual(before);
    expect((await collect(closed!))[0]).toBe(201);
  });

  it('is refused, and so is carrying out, where a held check is not known: it is named, and nothing is done', async () => {
    const before = await rowCounts(door.database);
    for (const carriesOut of [true, false]) {
      await expect(run(RECORDS, { carriesOut, holds: [held!.reference, 'LC-00000-00000'] })).rejects.toMatchObject({ code: 'hold-unknown' });
      expect(said).toMatchObject([{ event: 'process.refused-to-start', code: 'hold-unknown', check: 'LC-00000-00000' }]);
    }
    expect(await rowCounts(door.database)).toEqual(before);
  });
});

describe('what was sealed, past its date', () => {
  it('is said to be erased and is not, where the key store goes away between; and the next run finishes it', async () => {
    const { find, keep } = { find: (objects: readonly string[]) => keyStore.keys.find(objects), keep: (objects: readonly string[]) => keyStore.keys.keep(objects) };
    const broken = Object.create(keyStore, { keys: { value: { find, keep, destroy: () => Promise.reject(new Error('the key store is away')) } } }) as KeyStore;
    await expect(run(CONTENT, { keys: broken })).rejects.toThrow('away');
    expect(await recordsOf(door.database, 'check.erased.v1')).toHaveLength(1);
    expect((await collect(closed!))[0]).toBe(201);
    // What can still be read does not say that it is gone.
    for (const scene of [closed!, expired!, withdrawn!, held!, open!]) expect(new Set(await noted(scene))).toEqual(new Set([null]));
    expect(await run(CONTENT)).toEqual({ 'RET-SAFE-C ended': 4, 'RET-SAFE-C content': 3, 'RET-SAFE-C held': 1 });
    expect(await recordsOf(door.database, 'check.erased.v1')).toHaveLength(4);
  });

  it('is erased of what has ended, and its coded reasons are still in evidence', async () => {
    for (const scene of [closed!, expired!]) expect(await collect(scene)).toEqual([410, 'erased']);
    const kept = await evidence(closed!);
    expect(kept.length).toBeGreaterThanOrEqual(2);
    expect(kept.filter((content) => content !== null)).toEqual([]);
    expect(await erasedRecords()).toBe(0);
  });

  it('says in every view since when, and of nothing else; where that was lost the next run says it', async () => {
    const at = new Set((await recordsOf(door.database, 'check.erased.v1')).map((record) => record['at']));
    for (const scene of [closed!, expired!, withdrawn!]) for (const erasedAt of await noted(scene)) expect(at).toContain(erasedAt);
    for (const scene of [held!, open!]) expect(new Set(await noted(scene))).toEqual(new Set([null]));
    await door.database.sql('update envelope set erased_at = null where check_id = $1', [closed!.id]);
    expect(await run(CONTENT)).toEqual({ 'RET-SAFE-C ended': 4, 'RET-SAFE-C content': 1, 'RET-SAFE-C held': 1 });
    expect(await noted(closed!)).not.toContain(null);
  });

  it('stays where the check is held or open; a second run does nothing', async () => {
    for (const scene of [held!, open!]) expect([(await collect(scene))[0], await isReadable(scene)]).toEqual([201, true]);
    const before = await rowCounts(door.database);
    expect(await run(CONTENT)).toEqual({ 'RET-SAFE-C ended': 4, 'RET-SAFE-C held': 1 });
    expect(await rowCounts(door.database)).toEqual(before);
  });
});

describe('coded records, past their date', () => {
  const recordOf = (scene: CheckScene): string => canonicalJson(scene.requests[0]!.question.justification);
  const placesOf = async (text: string): Promise<string[]> => (await dumpOf(door.database, 'hub')).filter(({ bytes }) => bytes.includes(text)).map(({ place }) => place);

  it('lie in one place, and stay there with nothing said where deleting them fails', async () => {
    expect(await placesOf(recordOf(closed!))).toEqual(['hub.justification.record']);
    await door.database.sql(`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'the disk is full'; end $$`);
    await door.database.sql('create trigger refuse before update on justification for each row execute function refuse()');
    await expect(run(RECORDS)).rejects.toThrow();
    await door.database.sql('drop trigger refuse on justification');
    expect(await erasedRecords()).toBe(0);
    expect(await placesOf(recordOf(closed!))).toEqual(['hub.justification.record']);
  });

  it('are deleted with a record for both parties, and are nowhere in the database; header, signature and digest stay', async () => {
    expect(await run(RECORDS)).toEqual({ 'RET-SAFE-C ended': 4, 'RET-SAFE-C records': 3, 'RET-SAFE-C held': 1 });
    expect((await recordsOf(door.database, 'coded-record.erased.v1')).map(({ check, parties }) => [check, [...parties].sort()])).toEqual([closed!, expired!, withdrawn!].map(({ id }) => [id, ['csc-north', 'police-north']]));
    for (const scene of [closed!, expired!, withdrawn!]) expect(await placesOf(recordOf(scene))).toEqual([]);
    const [{ question }] = closed!.requests as [CheckScene['requests'][number]];
    const [left] = await door.database.sql<{ header: string; signature: Buffer; digest: string; judgement: string | null }>('select b.header, b.signature, j.digest, j.judgement from envelope_body b join justification j using (envelope_id) where envelope_id = $1', [messageOf({ question })]);
    expect([JSON.parse(left!.header), left!.signature.toString('base64url'), left!.digest, left!.judgement]).toEqual([question.header, question.signature, question.header.context.justification, null]);
  });

  it('are answered for with `erased` (410) in evidence and to a late answer; the check stays closed', async () => {
    for (const client of [asking, asked]) for (const query of ['', '?content=true']) expect(codeOf(await client.get(`/v1/checks/${closed!.reference}/evidence${query}`))).toEqual([410, 'erased']);
    const [late] = expired!.requests as [CheckScene['requests'][number]];
    const { version } = accepted<RequestView>(await asked.get(`/v1/requests/${late.id}`));
    const envelope = await expired!.sealedAnswer(late, 'KNOWN_RELEVANT');
    expect(codeOf(await asked.post(`/v1/requests/${late.id}/responses`, { version: version - 1, envelope }))).toEqual([409, 'version-changed']);
    expect(codeOf(await asked.post(`/v1/requests/${late.id}/responses`, { version, envelope }))).toEqual([410, 'erased']);
    expect(accepted<CheckView>(await asking.get(`/v1/checks/${expired!.reference}`)).state).toBe('closed');
  });

  it('leave views as they were, but for what the answer said in codes', async () => {
    const view = accepted<CheckView>(await asking.get(`/v1/checks/${closed!.reference}`));
    expect([view.state, view.requests.map(({ state, answer }) => [state, answer])]).toEqual(['closed', [['answered', null]]]);
    const [board, inbox] = [accepted<Page<CheckView>>(await asking.get('/v1/checks')), accepted<Page<RequestView>>(await asked.get('/v1/requests'))];
    expect([board.items.length, inbox.items.length >= 5]).toEqual([5, true]);
    expect(await asking.get(`/v1/checks/${held!.reference}`)).toMatchObject({ status: 200, body: { requests: [{ answer: { type: 'KNOWN_RELEVANT' } }] } });
  });

  it('stay where the check is held or open, and work goes on there; a second run does nothing', async () => {
    for (const scene of [held!, open!]) expect([await placesOf(recordOf(scene)), (await collect(scene))[0], await isReadable(scene)]).toEqual([['hub.justification.record'], 201, true]);
    const before = await rowCounts(door.database);
    expect(await run(RECORDS)).toEqual({ 'RET-SAFE-C ended': 1, 'RET-SAFE-C held': 1 });
    expect(await rowCounts(door.database)).toEqual(before);
    await open!.reach('closed');
    expect(open!.state).toBe('closed');
  });

  it('go from what was kept of no check, too', async () => {
    const envelope = await asking.sealRecord({ check: newId(), request: null });
    const kept = await asking.post('/v1/records-only', { reason: 'capable_adult_refused', envelope });
    accepted(kept);
    expect(await placesOf(canonicalJson(envelope.justification))).toEqual(['hub.justification.record']);
    await run(RECORDS);
    expect(await placesOf(canonicalJson(envelope.justification))).toEqual([]);
    expect(codeOf(await asking.post(`/v1/envelopes/${envelope.header.context.message}/hand-over`, {}))).toEqual([410, 'erased']);
  });
});
