import { IsNotEmpty, IsString } from 'class-validator';
import { loadSettings } from '@lateral/platform';
import { PlayClock } from '@lateral/testing';

class PlaySettings {
  /** File that holds the time of the case. */
  @IsString() @IsNotEmpty()
  PLAY_CLOCK_FILE!: string;
}

/** The clock of the case that is being played. */
export function playClock(): PlayClock {
  return new PlayClock(loadSettings(PlaySettings).PLAY_CLOCK_FILE);
}
