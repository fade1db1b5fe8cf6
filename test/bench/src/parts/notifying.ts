import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { referenceOf } from '@lateral/domain';
import { hrMs, systemNow } from '@lateral/platform';
import type { BenchWorld } from '../bench-world.js';
import { HubDoor } from '../load/hub-door.js';
import { openLoop } from '../load/open-loop.js';
import type { PostMaker, PreparedPost } from '../load/post-maker.js';
import { medians, percentile } from '../measure/statistics.js';
import { RATES, type Amounts, type Patience, type Rate } from '../run-options.js';

export interface Spread { p50Ms: number; p99Ms: number }

/** What clients and mailboxes saw at one rate of checks. Each check makes four notices. */
export interface Arrivals {
  checks: number;
  /** From the moment a check was due to be posted to its notice at a connected client. */
  postToEvent: Spread;
  /** From the hub's answer, which follows the commit, to the notice: what is left where the POST itself is taken off. */
  answerToEvent: Spread;
  postToMail: Spread;
  /** Act to a position under a signed head, by the database's clock, over all records of the cell. */
  actToPlaced: Spread;
  /** Notices that had not come when the time for the rest was up. */
  missing: number;
  /** How long after the last post everything had been told. */
  drainMs: number;
}

export interface Notifying { rounds: number; at: Record<Rate, Arrivals> }

const DRAIN_MS = 20_000;

/** (c): checks arrive at a fixed rate; a client of each asked agency follows its events, and the mail catcher takes the mail. */
export async function measureNotifying(world: BenchWorld, amounts: Amounts, patience: Patience): Promise<Notifying> {
  const maker = await world.postMaker();
  await oneCell(world, maker, { perSecond: 20, count: 20 });
  const rounds = await patience.rounds(amounts.rounds, async () => {
    const at = {} as Record<Rate, Arrivals>;
    for (const rate of RATES) at[rate] = await oneCell(world, maker, { perSecond: Number(rate), count: Math.ceil(Number(rate) * amounts.arrivalSeconds[rate]) });
    return at;
  });
  return { rounds: rounds.length, at: medians(rounds) };
}

/** Moments of one check, by a clock that never steps back; the mail's moment is the machine's. */
interface Posted { due: number; answered: number; dueAt: number }

async function oneCell(world: BenchWorld, maker: PostMaker, { perSecond, count }: { perSecond: number; count: number }): Promise<Arrivals> {
  const clients = world.clients();
  const asking = await clients.asking(world.plan.checks[0]!.asking);
  const posts = maker.many(count);
  const requests = new Set(posts.flatMap((post) => [...post.requests.values()]));
  const events = new Map<string, number>();
  const following = await Promise.all(maker.agencies.map(async (agency) => (await clients.answering(agency)).session.follow(({ request }) => { if (request !== null && requests.has(request)) events.set(request, hrMs()); })));
  const door = await HubDoor.open(asking.session, { url: world.installation.hubUrl, audience: world.installation.audience }, 64);
  const bodies = new Map(posts.map((post) => [post.check, JSON.stringify(post.body)]));
  const posted = new Map<string, Posted>();
  const since = systemNow();
  try {
    await openLoop(perSecond, posts, async ({ check }, due) => {
      const dueAt = systemNow().getTime() - (hrMs() - due);
      await door.postCheck(bodies.get(check)!, asking.session.newId());
      posted.set(check, { due, answered: hrMs(), dueAt });
    });
    const drainMs = await drained(world, () => events.size >= requests.size);
    return { checks: count, ...spreadsOf(posts, posted, events), postToMail: await mailSpread(world, posts, posted), actToPlaced: await placedSpread(world, since), missing: requests.size - events.size, drainMs };
  } finally {
    for (const stop of following) stop();
    door.close();
  }
}

/** Waits until clients were told, nothing is owed and every record has its position, or the time is up. Milliseconds it took. */
async function drained({ sql }: BenchWorld, isTold: () => boolean): Promise<number> {
  const began = hrMs();
  const owed = async (): Promise<boolean> => (await sql.query<{ owed: boolean }>(`select exists (select from outbox_event) or exists (
    select from audit_record a where (a.xid, a.seq) > ((select xid from audit_cursor), (select seq from audit_cursor))) as owed`)).rows[0]?.owed === true;
  while (hrMs() - began < DRAIN_MS && (!isTold() || (await owed()))) await wait(20);
  return Math.round(hrMs() - began);
}

function spreadsOf(posts: readonly PreparedPost[], posted: ReadonlyMap<string, Posted>, events: ReadonlyMap<string, number>): Pick<Arrivals, 'postToEvent' | 'answerToEvent'> {
  const told = posts.flatMap(({ check, requests }) => [...requests.values()].flatMap((request) => {
    const [moments, event] = [posted.get(check), events.get(request)];
    return moments === undefined || event === undefined ? [] : [{ ...moments, event }];
  }));
  return { postToEvent: spread(told.map(({ due, event }) => event - due)), answerToEvent: spread(told.map(({ answered, event }) => event - answered)) };
}

/**
 * Mails that were read, by folder and name. They stay where they are until the column is measured: for half a minute ext4 gives the place of a deleted
 * file to none, and looks at each such place for every file that is made, so that thousands of deleted mails made the next ones cost three times as much.
 */
const readMails = new Set<string>();

/** The catcher names each file by the moment the mail was whole: `2026-11-22T000623779Z-...`. */
async function mailSpread({ places: { mail } }: BenchWorld, posts: readonly PreparedPost[], posted: ReadonlyMap<string, Posted>): Promise<Spread> {
  if (mail === null) return spread([]);
  const byReference = new Map(posts.map(({ check }) => [referenceOf(check), check]));
  const times: number[] = [];
  for (const name of (await readdir(mail)).filter((file) => file.endsWith('.eml') && !readMails.has(join(mail, file)))) {
    const reference = /LC-[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(await readFile(join(mail, name), 'utf8'))?.[0];
    readMails.add(join(mail, name));
    const moments = posted.get(byReference.get(reference ?? '') ?? '');
    if (moments !== undefined) times.push(Date.parse(name.replace(/^(\d{4}-\d\d-\d\dT\d\d)(\d\d)(\d\d)(\d{3}Z).*$/, '$1:$2:$3.$4')) - moments.dueAt);
  }
  return spread(times);
}

async function placedSpread({ sql }: BenchWorld, since: Date): Promise<Spread> {
  const { rows } = await sql.query<{ ms: number }>(`select (extract(epoch from p.placed_at - a.at) * 1000)::float8 as ms from audit_record a join audit_position p on p.audit_id = a.id where a.at >= $1`, [since]);
  return spread(rows.map(({ ms }) => ms));
}

const spread = (times: readonly number[]): Spread => ({ p50Ms: percentile(times, 0.5), p99Ms: percentile(times, 0.99) });
