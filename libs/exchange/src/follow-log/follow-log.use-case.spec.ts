import { beforeEach, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { ExchangeWorld, MemoryLogHeadStore } from '@lateral/testing/fakes';
import { LedgerAway, LedgerUntrue, type FollowedLog, type LogHead, type LogHeadStore } from '../ports/index.js';
import { FollowLog } from './follow-log.use-case.js';

/** A log as its database has it: how long, and on which history. Its heads are notes `size/history`. */
class StandInLog {
  size = 0;
  history = 'a';
  away = false;
}

const headOf = (size: number, history: string): LogHead => ({ size, root: new Uint8Array(32).fill(history.charCodeAt(0)), note: `${size}/${history}` });

/** A process that follows it, as the ledger's client does: two heads are of one log where their histories are one. */
class StandInFollower implements FollowedLog {
  readonly key = 'log.example/a';
  private newest: LogHead | null = null;
  private caught = false;
  private readonly known = new Set<string>();

  constructor(private readonly log: StandInLog) {}

  seen(): LogHead | null {
    return this.newest;
  }

  recall(note: string): void {
    const [size, history] = note.split('/');
    if (history === undefined) this.caught = true;
    else this.newest = headOf(Number(size), history);
    this.known.add(note);
  }

  async look(): Promise<void> {
    this.ask();
    const head = headOf(this.log.size, this.log.history);
    if (this.newest !== null && (head.size < this.newest.size || !this.sameLog(head, this.newest))) this.catch();
    this.newest = head;
    this.known.add(head.note);
  }

  async takeIn(note: string): Promise<void> {
    if (this.caught) throw new LedgerUntrue();
    if (this.known.has(note)) return;
    this.ask();
    const [size, history] = note.split('/');
    const head = headOf(Number(size), history ?? '');
    if (this.newest !== null && !this.sameLog(head, this.newest)) this.catch();
    if (this.newest === null || head.size > this.newest.size) this.newest = head;
    this.known.add(note);
  }

  private sameLog(one: LogHead, other: LogHead): boolean {
    return one.note.split('/')[1] === other.note.split('/')[1];
  }

  private catch(): never {
    this.caught = true;
    throw new LedgerUntrue();
  }

  private ask(): void {
    if (this.log.away) throw new LedgerAway();
    if (this.caught) throw new LedgerUntrue();
  }
}

describe('following a log', () => {
  let world: ExchangeWorld;
  let log: StandInLog;
  let heads: LogHeadStore;
  beforeEach(() => {
    world = new ExchangeWorld();
    log = new StandInLog();
    heads = new MemoryLogHeadStore();
  });
  /** A process of ours that starts. */
  const started = async (): Promise<FollowLog> => {
    const follow = new FollowLog({ log: new StandInFollower(log), heads, clock: world.clock, watch: world.acts.watchLedger });
    await follow.begin();
    return follow;
  };
  const kept = async (): Promise<string | undefined> => (await heads.newest('log.example/a'))?.note;
  const isOpen = async (): Promise<boolean> => (await world.incidents.open('ledger-untrue')) !== null;

  it('keeps each greater head, and writes nothing where there is none', async () => {
    const follow = await started();
    expect([await follow.carryOut(), await follow.carryOut(), await kept()]).toEqual(['kept', 'nothing-new', '0/a']);
    log.size = 9;
    expect([await follow.carryOut(), await follow.carryOut(), await kept()]).toEqual(['kept', 'nothing-new', '9/a']);
  });

  it.each([['is shorter than it was', 4, 'a'], ['is as long and another', 9, 'b'], ['is longer and another', 12, 'b']])('catches after a restart a log that %s, and raises the incident that a person ends', async (_, size, history) => {
    log.size = 9;
    await (await started()).carryOut();
    Object.assign(log, { size, history });
    const restarted = await started();
    expect([await restarted.carryOut(), await restarted.carryOut(), await isOpen(), await kept()]).toEqual(['untrue', 'untrue', true, '9/a']);
    // The true history is back: whoever starts from then on goes on with it.
    Object.assign(log, { size: 15, history: 'a' });
    expect([await (await started()).carryOut(), await kept()]).toEqual(['kept', '15/a']);
  });

  it('goes on from an older memory, as a database restored from a backup has it', async () => {
    log.size = 3;
    await (await started()).carryOut();
    const backup = heads;
    heads = new MemoryLogHeadStore();
    log.size = 9;
    await (await started()).carryOut();
    heads = backup;
    expect([await (await started()).carryOut(), await kept(), await isOpen()]).toEqual(['kept', '9/a', false]);
  });

  it('catches a log that tells two of our processes two stories, and writes over neither', async () => {
    const [hub, courier] = [await started(), await started()];
    log.size = 5;
    await hub.carryOut();
    Object.assign(log, { size: 8, history: 'b' });
    expect([await courier.carryOut(), await kept(), await isOpen()]).toEqual(['untrue', '5/a', true]);
  });

  it('believes nothing where somebody wrote over what was kept', async () => {
    await heads.keep('log.example/a', { ...headOf(2, 'a'), note: 'nothing that a log says' }, world.clock.at);
    expect([await (await started()).carryOut(), await isOpen()]).toEqual(['untrue', true]);
  });

  it('takes an absence for no more than that, and at the end keeps what was seen, without asking', async () => {
    const follow = await started();
    log.size = 4;
    await follow.carryOut();
    log.away = true;
    expect([await follow.carryOut(), await (await started()).carryOut(), await isOpen()]).toEqual(['away', 'away', false]);
    const other = new StandInFollower(log);
    const ending = new FollowLog({ log: other, heads, clock: world.clock, watch: world.acts.watchLedger });
    await ending.begin();
    Object.assign(log, { away: false, size: 6 });
    await other.look();
    log.away = true;
    await ending.end();
    expect(await kept()).toBe('6/a');
    // What another process kept meanwhile was not compared: it stays.
    log.away = false;
    log.size = 7;
    await follow.carryOut();
    log.size = 8;
    await other.look();
    await ending.end();
    expect(await kept()).toBe('7/a');
  });

  it('never takes a log that only grows for another, and never forgets over a restart, whoever looks when', async () => {
    const step = fc.oneof(fc.record({ act: fc.constant('grow' as const), by: fc.nat(5) }), fc.record({ act: fc.constantFrom('look' as const, 'restart' as const, 'end' as const, 'away' as const, 'back' as const), by: fc.nat(1) }));
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 30 }), fc.nat(1), async (steps, who) => {
      log = new StandInLog();
      heads = new MemoryLogHeadStore();
      const ours = [await started(), await started()];
      for (const { act, by } of steps) {
        if (act === 'grow') log.size += by;
        else if (act === 'look') expect(await ours[by]!.carryOut()).not.toBe('untrue');
        else if (act === 'end') await ours[by]!.end();
        else if (act === 'restart') ours[by] = await started();
        else log.away = act === 'away';
      }
      log.away = false;
      log.size += 1;
      expect(await ours[who]!.carryOut()).toBe('kept');
      expect(await kept()).toBe(`${log.size}/a`);
      log.size -= 1;
      expect(await (await started()).carryOut()).toBe('untrue');
    }), { numRuns: 200 });
  });
});
