import type { AttachmentStore, CheckStore, Clock, Directory, EnvelopeInspector, LawSource, Randomness } from '../ports/index.js';

/** What an act that posts a question works with; answers and records of their own kind take more. */
export interface OpenCheckDeps {
  clock: Clock;
  randomness: Randomness;
  directory: Directory;
  law: LawSource;
  inspector: EnvelopeInspector;
  attachments: AttachmentStore;
  checks: CheckStore;
}
