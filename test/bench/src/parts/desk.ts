import { ROUTES } from '@lateral/contracts';
import { lockPersonalKey, newRecoveryCode } from '@lateral/envelope/keys';
import { systemNow } from '@lateral/platform';
import type { Correspondent } from '@lateral/play';
import type { BenchWorld } from '../bench-world.js';
import { LOOP, OPEN_NAMES } from '../desk/in-page.js';
import { Link, SPEEDS, type Speed, type SpeedName } from '../desk/link.js';
import { Seat } from '../desk/seat.js';
import { processorMs, slowed } from '../desk/slowed.js';
import { medians } from '../measure/statistics.js';
import type { Amounts, Patience } from '../run-options.js';

export interface Desk {
  rounds: number;
  rows: number;
  /** By link, from an empty cache; with the processor four times slower. */
  cold: Record<SpeedName, { unlockMs: number; rowsMs: number }>;
  /** Over the wire until the rows are there, the hub's answers included. */
  coldBytes: number;
  /** For how long the worker opens and verifies as many headings as there are rows, at full speed and six times slower; and the processor time of page and worker at full speed. */
  openMs: { asIs: number; slowed: number; processor: number };
  /** How much longer a fixed loop in the page takes where it is meant to take four and six times as long. */
  slower: { four: number; six: number };
}

const ROWS = 50;
const AT_ONCE = 20;
const ACCOUNT = 'senior-practitioner';

/** (k): what somebody waits for at the desk. Fifty checks of theirs, each with one request; a real browser, slowed. */
export async function measureDesk(world: BenchWorld, { deskRounds }: Amounts, patience: Patience): Promise<Desk> {
  await world.installation.startOne('identityProvider');
  const link = await Link.to(Number(new URL(world.installation.hubUrl).port));
  const seat = await Seat.open(world.installation.hubUrl, link, ROWS);
  try {
    const asking = await world.asking();
    for (let n = 0; n < ROWS; n += 1) await ask(world, asking);
    await seat.signIn(asking.agency, ACCOUNT, (passkey) => lock(world, asking, passkey));
    return await measureSeat(seat, link, patience, deskRounds);
  } finally {
    await seat.close();
    await link.end();
    await world.installation.processes.get('identityProvider')?.stop();
  }
}

/** The measuring itself, of whoever sits there already. */
export async function measureSeat(seat: Seat, link: Link, patience: Patience, rounds: number): Promise<Desk> {
  await seat.coldBoard();
  const measured = await patience.rounds(rounds, async () => {
    const { bytes: coldBytes } = await seat.coldBoard();
    const cold = { office: await cold4(seat, link, 'office'), slow4g: await cold4(seat, link, 'slow4g'), rural: await cold4(seat, link, 'rural') };
    const { openedMs: asIs, processor } = await opening(seat, 1);
    return { coldBytes, cold, openMs: { asIs, processor, slowed: (await opening(seat, 6)).openedMs }, slower: await slowness(seat) };
  });
  return { rounds: measured.length, rows: ROWS, ...medians(measured) };
}

async function cold4(seat: Seat, link: Link, name: SpeedName): Promise<{ unlockMs: number; rowsMs: number }> {
  return under(seat, link, { speed: SPEEDS[name], factor: 4 }, async () => {
    const { unlockMs, rowsMs } = await seat.coldBoard();
    return { unlockMs, rowsMs };
  });
}

/** The people of every check on the board, twenty for each gesture. */
async function opening(seat: Seat, factor: number): Promise<{ openedMs: number; processor: number }> {
  const { link, page } = seat;
  await seat.coldBoard();
  const before = await processorMs(seat.debugged);
  await under(seat, link, { speed: null, factor }, async () => {
    for (let wanted = AT_ONCE; wanted < ROWS + AT_ONCE; wanted += AT_ONCE) {
      const shown = Math.min(wanted, ROWS);
      await page.evaluate(OPEN_NAMES);
      await seat.until(({ names }) => names >= shown);
    }
  });
  const { openedMs, opened } = await seat.seen();
  if (opened !== ROWS) throw new Error(`${opened} of ${ROWS} headings opened`);
  return { openedMs, processor: (await processorMs(seat.debugged)) - before };
}

async function slowness(seat: Seat): Promise<{ four: number; six: number }> {
  const loop = (factor: number): Promise<number> => under(seat, seat.link, { speed: null, factor }, () => seat.page.evaluate<number>(LOOP));
  const plain = await loop(1);
  return { four: (await loop(4)) / plain, six: (await loop(6)) / plain };
}

async function under<T>(seat: Seat, link: Link, { speed, factor }: { speed: Speed | null; factor: number }, act: () => Promise<T>): Promise<T> {
  link.speed = speed;
  const end = slowed(seat.debugged, factor);
  try {
    return await act();
  } finally {
    await end();
    link.speed = null;
  }
}

/** A check with one request, sealed as the case has it. */
async function ask({ plan }: BenchWorld, asking: Correspondent): Promise<void> {
  const planned = plan.checks[0];
  const first = planned?.requests.find(({ sent }) => sent);
  if (planned === undefined || first === undefined) throw new Error('the case has no check');
  const { agency, words, narrative, record } = first;
  const ids = { check: asking.session.newId(), request: asking.session.newId() };
  const sealed = await asking.sealWithHeading({ type: 'request', ...ids, to: agency, inReplyTo: null, corrects: null, body: words, narrative, record });
  await asking.session.post(ROUTES.checks, { id: ids.check, urgency: planned.urgency, receivedAt: systemNow().toISOString(), requests: [{ id: ids.request, agency, ...sealed }] });
}

async function lock(world: BenchWorld, { session }: Correspondent, { credential, prf }: { credential: string; prf: Uint8Array }): Promise<void> {
  const { agency, member, personal: key } = session.client;
  const { locked } = await lockPersonalKey({ agency, member, key, random: world.random, secrets: [{ kind: 'passkey', credential, prf }, { kind: 'recovery-code', code: newRecoveryCode(world.random) }] });
  await session.putJson(ROUTES.lockedKey, locked);
}
