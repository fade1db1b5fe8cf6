import type { CheckView } from '@lateral/contracts';
import type { ReadRequest } from '../check/wanted.js';
import type { Act } from '../frame/use-act.js';
import type { DecideDraft } from './decide-draft.js';

/** What is decided on, what is written of it, and how it goes. */
export interface DecideFormProps { read: readonly ReadRequest[]; check: CheckView; draft: DecideDraft; change: (next: (before: DecideDraft) => DecideDraft) => void; act: Act; send: () => void }
