import type { AttachedFile } from '../party/answering-party.js';
import type { Correspondent } from '../party/correspondent.js';
import type { PartyTime } from '../party/hub-session.js';
import type { Story } from './story.js';

/** Moments of a round between one act and the next: posted and told, told and not collected, answered and not read, decided and not told. */
export type RoundMoment = 'posted' | 'noticed' | 'answered' | 'decided';

/** Where a round is played: its parties, its clock, and who is told. */
export interface RoundStage {
  asking(agency: string): Promise<Correspondent>;
  answering(agency: string): Promise<Correspondent>;
  /** A second person of an agency, who reviews what a first one did in an emergency. */
  reviewing(agency: string): Promise<Correspondent>;
  /** Brings the time of the case to a moment; in a demo, which lives in real time, nothing has to be done. */
  reach(at: Date): Promise<void>;
  time: PartyTime;
  /** Monotonic milliseconds. */
  stopwatch(): number;
  story: Story;
  file: AttachedFile | null;
  /** Awaited at each of these moments, each time it comes. */
  onMoment?: (moment: RoundMoment) => Promise<void>;
}
