import type { VersionMarks } from '@lateral/envelope/keys';
import type { Ahead } from './ahead.js';
import type { Given, KeyLogState, Refused, Told } from '../crypto/protocol.js';
import { HubProblem, type Hub } from '../hub/hub.js';
import type { KeeperDeps } from './keeper-deps.js';
import { keepMarks, textOf } from './marks.js';
import { Refusal } from './refusal.js';

const NAME = 'key log';

/** Fetches what the hub shows of the key log and has the worker hold it against the directory. It believes nothing itself. */
export class KeyLogCheck {
  constructor(private readonly deps: Pick<KeeperDeps, 'hub' | 'secrets' | 'storage'>, private readonly ahead: Ahead) {}

  /** Asks for the whole of it, which unlocking takes. */
  fetchAhead(): void {
    this.ahead.begin(NAME, () => this.deps.hub.keyLog());
  }

  /** null where it cannot be asked. */
  ask(from: number): Promise<Given<'check-key-log'>['shown']> {
    const ask = (): ReturnType<Hub['keyLog']> => this.deps.hub.keyLog(from);
    return (from === 0 ? this.ahead.take(NAME, ask) : ask()).catch((error: unknown) => {
      if (error instanceof HubProblem && error.code !== 'unauthenticated') return null;
      throw error;
    });
  }

  /** A log that contradicts is refused; one that cannot be asked stops nobody for some days. */
  async hold(marks: VersionMarks, shown: Given<'check-key-log'>['shown']): Promise<KeyLogState> {
    const { secrets, storage } = this.deps;
    const checked: Told<'check-key-log'> | Refused<string> = await secrets.ask('check-key-log', { shown, marks });
    if (!checked.ok) throw new Refusal(checked.code);
    // Where another window has written since the directory was verified, it keeps what it saw of the log.
    keepMarks(checked.marks, textOf(marks), storage);
    return checked.state;
  }
}
