import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SystemRandom } from '@lateral/platform';
import { placesOf, type PlaySettings } from '../play.settings.js';
import { HubRecorder } from './hub-recorder.js';
import { canaryReport, canarySentence, searchPlaces, type CanaryPlaces } from './places.js';
import { Planter } from './planter.js';

export interface CanaryResult {
  report: { planted: number; found: number; searched: { place: string; bytes: number }[] };
  sentence: string;
}

/** Where the services that these settings name could let a word lie. */
export function canaryPlaces(settings: PlaySettings, recording: string): CanaryPlaces {
  return {
    hubDatabaseUrl: settings.DATABASE_URL, ledgerDatabaseUrl: settings.LEDGER_DATABASE_URL,
    adminDatabaseUrl: settings.LATERAL_ADMIN_DATABASE_URL || settings.DATABASE_URL,
    redisUrl: settings.LATERAL_QUEUE_BACKEND === 'redis' ? settings.REDIS_URL : '',
    folders: placesOf(settings), recording,
  };
}

/** The canaries of one round: planted while it is sealed, listened for on the wire, looked for when it is over. */
export class Canaries {
  readonly planter = new Planter(new SystemRandom());

  private constructor(private readonly places: CanaryPlaces, private readonly recorder: HubRecorder) {}

  /** Starts recording; the recording lies below `folder` until the search is over. */
  static async start(settings: PlaySettings, { hubUrl, folder }: { hubUrl: string; folder: string }): Promise<Canaries> {
    const recording = join(folder, 'recorded-http');
    return new Canaries(canaryPlaces(settings, recording), await HubRecorder.start(hubUrl, recording));
  }

  /** Where clients reach the hub so that it is recorded. */
  get hubUrl(): string {
    return this.recorder.url;
  }

  /** Ends the recording. Safe to repeat. */
  stop(): Promise<void> {
    return this.recorder.stop();
  }

  /** Ends the recording and looks everywhere. The recording, which holds sessions' tokens, is kept only where a word was found. */
  async search(): Promise<CanaryResult> {
    await this.stop();
    const found = await searchPlaces(this.places, this.planter.prefix);
    const report = canaryReport(this.planter.planted, found);
    if (report.found === 0) await rm(this.recorder.folder, { recursive: true, force: true });
    return { report, sentence: canarySentence(this.planter.planted, found) };
  }
}
