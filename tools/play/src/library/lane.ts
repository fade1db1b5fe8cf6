import type { DeadlinePolicy } from '@lateral/domain/deadlines';
import { hrMs } from '@lateral/platform';
import type { PlaySettings } from '../play.settings.js';
import { Installation } from '../processes/installation.js';
import { caseTime } from '../round/case-clock.js';
import { playAndProve } from '../round/play-once.js';
import type { RoundReport } from '../round/report.js';
import type { ClientHooks, RoundTime } from '../round/stage.js';
import type { Story } from '../round/story.js';
import { differencesOf, expectedOf } from './differences.js';
import type { LibraryCase } from './library.js';

const DAY_MS = 86_400_000;

/** Databases and a folder that nobody else uses, and who is told what happens. */
export interface LaneRoom {
  settings: PlaySettings;
  folder: string;
  story: Story;
  onAnswer?: ClientHooks['onAnswer'];
}

export interface PlayedCase {
  report: Omit<RoundReport, 'canaries'>;
  /** From what the case expects, a line each. */
  differences: string[];
  seconds: number;
}

/** One installation that plays cases which do not overlap, each in its own time and under its own deadline policy. */
export class Lane {
  private policy: DeadlinePolicy;

  private constructor(private readonly installation: Installation, private readonly time: RoundTime, private readonly room: LaneRoom) {
    this.policy = installation.input.policy;
  }

  /** Provisions the agencies of all these cases, which are in the order in which they begin, and starts what they need. */
  static async begin(cases: readonly LibraryCase[], room: LaneRoom): Promise<Lane> {
    const [first] = cases;
    if (first === undefined) throw new Error('a lane has cases to play');
    const { startsAt, policy } = first.plan;
    const installation = await Installation.prepare({
      kind: 'play', settings: room.settings, agencies: cases.flatMap(({ plan }) => plan.agencies), policy, foundedAt: new Date(startsAt.getTime() - DAY_MS), folder: room.folder,
    });
    const lane = new Lane(installation, caseTime(installation.clockFile, startsAt), room);
    await installation.migrate();
    try {
      await installation.start();
    } catch (failure) {
      await lane.end();
      throw failure;
    }
    return lane;
  }

  /** Plays one case; the next in time, for the clock never goes back. */
  async play({ read, plan }: LibraryCase): Promise<PlayedCase> {
    const began = hrMs();
    await this.time.reach(plan.startsAt);
    if (JSON.stringify(plan.policy) !== JSON.stringify(this.policy)) await this.installation.goOnUnder(plan.policy);
    this.policy = plan.policy;
    const { settings, story, onAnswer } = this.room;
    const input = { installation: this.installation, plan, settings, story, time: this.time, setupMs: 0, ...(onAnswer === undefined ? {} : { onAnswer }) };
    const report = await playAndProve(input, { hubUrl: this.installation.hubUrl, planter: null });
    return { report, differences: differencesOf(expectedOf(read.original), report), seconds: (hrMs() - began) / 1000 };
  }

  end(): Promise<void> {
    return this.installation.stop();
  }
}
