import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Writable } from 'node:stream';
import { agree, caseTime, Clients, Installation, planRound, playAndProve, PlaySettings, playOnce, readCase, realTime, Story } from '@lateral/play';
import type { HubAnswer, Kind, PlayInput, RoundPlan, RoundReport, RoundTime } from '@lateral/play';
import { hrMs, loadSettings, systemNow } from '@lateral/platform';
import { freePort } from '@lateral/testing';
import { up } from '../../tools/services/src/bring-up.mjs';
import { crash } from '../../tools/services/src/crash.mjs';
import { PromisedAnswers } from './promised-answers.js';
import { environmentOf, type Addresses } from './surroundings.js';
import { rowsOf } from './tables.js';

export const SHIPPED_CASE = resolve(import.meta.dirname, '../../config/demo/case.json');
const DAY_MS = 86_400_000;

export interface RoundWorldOptions {
  kind?: Kind;
  /** A case file; the shipped one where none is named. */
  file?: string;
  /** Changes the plan before anything is provisioned. */
  change?: (plan: RoundPlan) => void;
  /** Servers of its own, for what kills them. */
  ownServices?: boolean;
  /** As on a machine where no Redis can be had: the queues are kept in Postgres. */
  withoutRedis?: boolean;
  /** Another mail server than that of the services. */
  smtpUrl?: string;
}

/** A whole installation, started as `npm start` starts it (compiled processes, real services), on databases of one spec file. */
export class RoundWorld {
  readonly told: string[] = [];
  private readonly answers = new PromisedAnswers();

  private constructor(
    readonly installation: Installation,
    readonly plan: RoundPlan,
    readonly settings: PlaySettings,
    readonly services: Awaited<ReturnType<typeof up>>,
    readonly time: RoundTime,
    private readonly tidyUp: () => Promise<void>,
  ) {}

  static async start({ kind = 'demo', file = SHIPPED_CASE, change, ownServices = false, withoutRedis = false, smtpUrl }: RoundWorldOptions = {}): Promise<RoundWorld> {
    const folder = await mkdtemp(join(tmpdir(), 'lateral-world-'));
    const services = await up(ownServices ? { folder: join(folder, 'services') } : {});
    const databases = await services.freshDatabases('world');
    const plan = planRound(await readCase(file));
    change?.(plan);
    const settings = loadSettings(PlaySettings, await environmentOf({ ...services, ...databases, ...(smtpUrl === undefined ? {} : { smtpUrl }), ...(withoutRedis ? noRedis(services.places) : {}) }));
    const foundedAt = new Date((kind === 'demo' ? systemNow() : plan.startsAt).getTime() - (kind === 'demo' ? 0 : DAY_MS));
    const installation = await Installation.prepare({ kind, settings, agencies: plan.agencies, policy: plan.policy, foundedAt, folder: join(folder, 'keys') });
    const time = kind === 'demo' ? realTime : caseTime(installation.clockFile, plan.startsAt);
    const world = new RoundWorld(installation, plan, settings, services, time, async () => {
      await installation.stop();
      await databases.drop();
      await services.stop();
      // Started as root, the servers' data lie outside the folder (see tools/services/src/folders.mjs).
      if (ownServices && services.places.postgres !== null) await rm(dirname(services.places.postgres), { recursive: true, force: true });
      await rm(folder, { recursive: true, force: true });
    });
    try {
      await installation.migrate();
      await installation.start();
      // Parties that act without a round are under the agreement that a round goes by.
      await agree(world.clients(), plan, installation);
    } catch (failure) {
      await world.end();
      throw failure;
    }
    return world;
  }

  /** A port for a further process. */
  freePort(): Promise<number> {
    return freePort();
  }

  /** Ends one of our processes as a crash would. */
  async kill(name: 'hub' | 'courier' | 'ledger'): Promise<void> {
    const found = this.installation.processes.get(name);
    if (found === undefined) throw new Error(`${name} is not running`);
    await found.kill();
  }

  /** Ends a server of the world's own as a crash would. */
  crash(server: 'postgres' | 'redis'): Promise<void> {
    return crash(server, this.services.folder);
  }

  /** Brings back what was crashed, on the same port with the data it had on disk. */
  async revive(): Promise<void> {
    await up({ folder: this.services.folder });
  }

  /** Rows of the hub's database, behind the product's back. */
  sql<Row extends Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row[]> {
    return rowsOf<Row>(this.settings.DATABASE_URL, text, values);
  }

  ledgerSql<Row extends Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row[]> {
    return rowsOf<Row>(this.settings.LEDGER_DATABASE_URL, text, values);
  }

  clients(): Clients {
    return new Clients(this.installation, this.time, this.installation.hubUrl, { onAnswer: this.onAnswer });
  }

  /** Plays the plan as `npm start` does; what it told is in `told`. */
  play(): Promise<RoundReport> {
    return playOnce(this.input());
  }

  /** Plays it, or another plan of the same agencies, without planting canaries and searching for them, which takes as long as the round. */
  playPlainly({ onMoment, plan = this.plan, hubUrl = this.installation.hubUrl }: Pick<PlayInput, 'onMoment'> & { plan?: RoundPlan; hubUrl?: string } = {}): Promise<Omit<RoundReport, 'canaries'>> {
    return playAndProve({ ...this.input(), plan, ...(onMoment === undefined ? {} : { onMoment }) }, { hubUrl, planter: null });
  }

  private input(): PlayInput {
    const out = new Writable({ write: (chunk: Buffer, _encoding, done) => { this.told.push(chunk.toString('utf8').trimEnd()); done(); } });
    const story = new Story(out as unknown as NodeJS.WriteStream, this.plan.agencies.map(({ id }) => id));
    return { installation: this.installation, plan: this.plan, settings: this.settings, story, time: this.time, setupMs: hrMs(), onAnswer: this.onAnswer };
  }

  get onAnswer(): (answer: HubAnswer) => void {
    return this.answers.hear;
  }

  /** Stops and removes everything. Rejects where the hub gave any client of this world an answer that its document does not promise. */
  async end(): Promise<void> {
    await this.tidyUp();
    this.answers.assertKept();
  }
}

const noRedis = (places: Addresses['places']) => ({ redisUrl: null, backend: 'postgres' as const, places: { ...places, redis: null } });
