import { mkdtemp, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { loadSettings, SystemRandom, systemNow } from '@lateral/platform';
import { agree, Clients, Installation, planRound, PlaySettings, readCase, realTime } from '@lateral/play';
import type { Correspondent, RoundPlan } from '@lateral/play';
import { PostMaker } from './load/post-maker.js';
import { FsyncCounter } from './measure/fsyncs.js';
import { postmasterOf, ProcessorTimes, redisOn } from './measure/processor-time.js';

const SHIPPED_CASE = resolve(import.meta.dirname, '../../../config/demo/case.json');

/** Tables that a check and what follows it write, of which nothing is needed by the next part. */
const GROWING = 'lateral_check, check_reference, check_request, envelope, envelope_body, justification, idempotency_key, audit_record, audit_position, outbox_event, agency_notice';

/** An installation as `npm start` makes it, on services of its own, and the clients that load it. */
export class BenchWorld {
  readonly random = new SystemRandom();
  readonly times: ProcessorTimes;

  private constructor(
    readonly settings: PlaySettings,
    readonly installation: Installation,
    readonly plan: RoundPlan,
    readonly sql: pg.Client,
    readonly fsyncs: FsyncCounter,
  ) {
    this.times = new ProcessorTimes(() => this.pids());
  }

  static async prepare(fsyncCounter: string | null): Promise<BenchWorld> {
    const settings = loadSettings(PlaySettings);
    const plan = planRound(await readCase(SHIPPED_CASE));
    const folder = await mkdtemp(join(settings.LATERAL_SERVICES_FOLDER, 'keys-'));
    const installation = await Installation.prepare({ kind: 'demo', settings, agencies: plan.agencies, policy: plan.policy, foundedAt: systemNow(), folder });
    await installation.migrate();
    const sql = new pg.Client({ connectionString: settings.DATABASE_URL });
    await sql.connect();
    return new BenchWorld(settings, installation, plan, sql, new FsyncCounter(fsyncCounter));
  }

  /** Where Postgres, the mail catcher and the logs keep their files. */
  get places(): { postgres: string | null; mail: string | null } {
    return JSON.parse(this.settings.LATERAL_SERVICES_PLACES) as { postgres: string | null; mail: string | null };
  }

  /** Clients of the partnership; each call signs in anew, which a hub that was started again asks for. */
  clients(): Clients {
    return new Clients(this.installation, realTime, this.installation.hubUrl);
  }

  async asking(): Promise<Correspondent> {
    const agency = this.plan.checks[0]?.asking;
    if (agency === undefined) throw new Error('the case has no check');
    return this.clients().asking(agency);
  }

  async postMaker(): Promise<PostMaker> {
    return PostMaker.of(await this.asking(), this.plan);
  }

  /** Publishes the agreement of the case, under which its posts need no further reason. Once, while the hub is up. */
  agree(): Promise<void> {
    return agree(this.clients(), this.plan, this.installation);
  }

  /** Forgets every check so far. Only while courier is down, which would miss what it had begun. */
  async forget(): Promise<void> {
    await this.sql.query(`truncate ${GROWING}`);
  }

  async end(): Promise<void> {
    await this.installation.stop();
    await this.sql.end();
    await rm(this.installation.input.folder, { recursive: true, force: true });
  }

  private pids(): Partial<Record<'hub' | 'courier' | 'ledger' | 'postgres' | 'redis' | 'mail' | 'client', number>> {
    const ours = (['hub', 'courier', 'ledger'] as const).flatMap((name) => {
      const pid = this.installation.processes.get(name)?.pid;
      return pid === undefined ? [] : [[name, pid] as const];
    });
    return { ...Object.fromEntries(ours), ...this.servers(), client: process.pid };
  }

  private servers(): Partial<Record<'postgres' | 'redis' | 'mail', number>> {
    const { postgres } = this.places;
    const found = {
      postgres: postgres === null ? undefined : postmasterOf(postgres),
      redis: this.settings.REDIS_URL === '' ? undefined : redisOn(new URL(this.settings.REDIS_URL).port),
      mail: Number(readFileSync(join(this.settings.LATERAL_SERVICES_FOLDER, 'mail-catcher.pid'), 'utf8')),
    };
    return Object.fromEntries(Object.entries(found).filter(([, pid]) => pid !== undefined));
  }
}
