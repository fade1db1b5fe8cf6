import pg from 'pg';
import { within } from '@lateral/play';
import type { RoundWorld } from '../../world/round-world.js';
import { post } from '../../world/checks.js';
import { countRecords } from './tally.js';

const UNDER_WAY_MS = 20_000;

/**
 * Posts a check and kills something while the statement that writes it is under way: somebody holds the table, so that it waits
 * in the server. Returns how many checks came to be of it, when the client has its answer.
 */
export async function killedWhilePosting(world: RoundWorld, kill: () => Promise<void>, restart: () => Promise<void>): Promise<number> {
  const clients = world.clients();
  const check = world.plan.checks[0]!;
  await clients.asking(check.asking);
  const before = (await countRecords(world))['check.opened.v1'] ?? 0;
  const holder = new pg.Client({ connectionString: world.settings.DATABASE_URL });
  // It is cut off where the server is what is killed.
  holder.on('error', () => undefined);
  await holder.connect();
  await holder.query('begin; lock table lateral_check in access exclusive mode');
  const posting = post(clients, check);
  // Whether it came off is asked at the end.
  posting.catch(() => undefined);
  const isUnderWay = async (): Promise<boolean> => (await world.sql(`
    select 1 from pg_stat_activity where datname = current_database() and application_name = 'lateral-hub' and wait_event_type = 'Lock' and query like '%insert into lateral_check%'`)).length > 0;
  if (!(await within(UNDER_WAY_MS, isUnderWay))) throw new Error('the post never came to the table');
  await kill();
  await holder.end().catch(() => undefined);
  await restart();
  await posting;
  return ((await countRecords(world))['check.opened.v1'] ?? 0) - before;
}
