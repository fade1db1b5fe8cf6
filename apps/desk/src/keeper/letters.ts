import type { SealedEnvelope } from '@lateral/contracts';
import { referenceOf } from '@lateral/domain';
import type { Awaited, HandOvers, Letter, OpenedMessage, Told } from '../crypto/protocol.js';
import type { Directory } from './directory-check.js';
import { HubProblem } from '../hub/hub-wire.js';
import type { KeeperDeps } from './keeper-deps.js';
import { Refusal } from './refusal.js';

/** One envelope that is to be opened, and what it must turn out to be. */
export interface Wanted { envelope: string; expected: Awaited }
/** What came of it: the message, or why nothing of it is shown. `step` where it did not pass its verification, which the hub has been told. */
export type Unsealed = { envelope: string; opened: OpenedMessage } | { envelope: string; opened: null; code: string; step: number | null };

/** Whose lists of people were verified, from the own agency's side. */
export interface Trusting {
  trust: (own: string, others: readonly string[]) => Promise<Directory>;
  trustAnew: (own: string) => Promise<void>;
}

/** Where the key log holds other lists of people than were shown. A list that came between the two questions does that too, so both are asked once more. */
const CONTRADICTED = 'key-log-contradicts';

/** What is opened and what is sealed. The worker does both; here it is fetched, and the hub is told what came of it. */
export class Letters {
  constructor(private readonly deps: Pick<KeeperDeps, 'hub' | 'secrets'>, private readonly trusting: Trusting) {}

  /** Collects, verifies and opens messages. What does not pass is not shown and does not stop the others. */
  async open(own: string, wanted: readonly Wanted[]): Promise<Unsealed[]> {
    await this.trusting.trust(own, wanted.map(({ expected }) => expected.from));
    const once = { handOversOf: onceEach((check) => this.handOvers(check)), trustReadersOf: onceEach(oneByOne((agency) => this.trusting.trust(own, [agency]))) };
    const all = await Promise.all(wanted.map((each) => this.openOne(each, once)));
    if (!all.some(isContradicted)) return all;
    await this.trusting.trustAnew(own);
    return Promise.all(all.map(async (each, at) => (isContradicted(each) ? this.openOne(wanted[at]!, once) : each)));
  }

  /** Seals letters for their readers, all of one sending. Throws a Refusal where one of them has nobody who could read it. */
  async seal(own: string, letters: readonly Letter[]): Promise<SealedEnvelope[]> {
    const { delegates } = await this.trusting.trust(own, letters.flatMap(({ to }) => (to === null ? [] : [to])));
    // Whoever reads for an agency at night has a roster of its own to be verified by.
    if (delegates.length > 0) await this.trusting.trust(own, delegates);
    let all = await this.sealEach(letters);
    if (all.some((told) => !told.ok && told.code === CONTRADICTED)) {
      await this.trusting.trustAnew(own);
      all = await this.sealEach(letters);
    }
    return all.map((told) => {
      if (!told.ok) throw new Refusal(told.code, 'of' in told ? told.of : null);
      return told.envelope;
    });
  }

  private sealEach(letters: readonly Letter[]): Promise<Told<'seal-message'>[]> {
    return Promise.all(letters.map((letter) => this.deps.secrets.ask('seal-message', { letter })));
  }

  private async openOne({ envelope, expected }: Wanted, { handOversOf, trustReadersOf }: Once): Promise<Unsealed> {
    const { hub, secrets } = this.deps;
    const handOver = await hub.handOver(envelope);
    const { delegates = [], to: [addressed] } = handOver.envelope.header.context;
    // Who may read for the addressed agency stands in its own list of people. Without it a message to a closed office passes for a forged one.
    if (delegates.length > 0 && addressed !== undefined) await trustReadersOf(addressed.agency);
    const given = { handOver, expected: { ...expected, message: envelope } };
    const first = await secrets.ask('open-message', given);
    // Nothing is kept on a device of what it opened before; what had been handed over in time, the records of the check show.
    const opened = !first.ok && first.code === 'expired' ? await secrets.ask('open-message', { ...given, handOvers: await handOversOf(expected.check) }) : first;
    if (opened.ok) {
      await hub.recordOpening(envelope, opened.mismatched.length === 0 ? { shown: true } : { shown: true, mismatched: opened.mismatched });
      return { envelope, opened };
    }
    // Tampering leaves a trace: the hub is told at which step, and nobody is shown anything.
    if ('step' in opened) await hub.recordOpening(envelope, { shown: false, step: opened.step, reason: opened.code });
    return { envelope, opened: null, code: opened.code, step: 'step' in opened ? opened.step : null };
  }

  /** Receipts of a check. Nobody waits for a ledger that is away, nor who came in by a one-time code or reads for another agency, to whom the hub shows none. */
  private async handOvers(check: string): Promise<HandOvers> {
    try {
      return (await this.deps.hub.receipts(referenceOf(check))).receipts;
    } catch (error) {
      if (error instanceof HubProblem && error.code !== 'away' && error.code !== 'unauthenticated') return 'not-shown';
      throw error;
    }
  }
}

/** What is asked once for all messages that are opened together. */
interface Once { handOversOf: (check: string) => Promise<HandOvers>; trustReadersOf: (agency: string) => Promise<unknown> }

/** Asks the same only once. */
function onceEach<T>(ask: (about: string) => Promise<T>): (about: string) => Promise<T> {
  const asked = new Map<string, Promise<T>>();
  return (about) => {
    const answer = asked.get(about) ?? ask(about);
    asked.set(about, answer);
    return answer;
  };
}

/** One after the other: each goes on from what the one before has found. */
function oneByOne<T>(ask: (about: string) => Promise<T>): (about: string) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (about) => {
    const answer = last.then(() => ask(about));
    last = answer.catch(() => undefined);
    return answer;
  };
}

function isContradicted(unsealed: Unsealed): boolean {
  return unsealed.opened === null && unsealed.code === CONTRADICTED;
}
