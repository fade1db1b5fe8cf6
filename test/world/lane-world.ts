import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { Lane, PlaySettings, Story, type LibraryCase, type PlayedCase } from '@lateral/play';
import { loadSettings } from '@lateral/platform';
import { up } from '../../tools/services/src/bring-up.mjs';
import { PromisedAnswers } from './promised-answers.js';
import { environmentOf } from './surroundings.js';

/** A lane of cases, as `npm run cases` plays it, on databases of its own. */
export class LaneWorld {
  private constructor(private readonly lane: Lane, private readonly answers: PromisedAnswers, private readonly tidyUp: () => Promise<void>) {}

  static async start(cases: readonly LibraryCase[]): Promise<LaneWorld> {
    const folder = await mkdtemp(join(tmpdir(), 'lateral-lane-'));
    const services = await up();
    const databases = await services.freshDatabases('lane');
    const tidyUp = async (): Promise<void> => {
      await databases.drop();
      await services.stop();
      await rm(folder, { recursive: true, force: true });
    };
    try {
      const answers = new PromisedAnswers();
      const settings = loadSettings(PlaySettings, await environmentOf({ ...services, ...databases }));
      const unheard = new Writable({ write: (_chunk, _encoding, done) => { done(); } });
      const lane = await Lane.begin(cases, { settings, folder, story: new Story(unheard as unknown as NodeJS.WriteStream, []), onAnswer: answers.hear });
      return new LaneWorld(lane, answers, tidyUp);
    } catch (failure) {
      await tidyUp();
      throw failure;
    }
  }

  play(each: LibraryCase): Promise<PlayedCase> {
    return this.lane.play(each);
  }

  /** Stops and removes everything. Rejects where the hub gave any client an answer that its document does not promise. */
  async end(): Promise<void> {
    await this.lane.end();
    await this.tidyUp();
    this.answers.assertKept();
  }
}
