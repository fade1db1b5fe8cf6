import type { NoticeView } from '@lateral/contracts';
import { hrMs } from '@lateral/platform';
import { AnsweringParty, AskingParty, realTime } from '@lateral/play';
import type { Clients } from '@lateral/play';
import type { BenchWorld } from '../bench-world.js';
import { median, percentile } from '../measure/statistics.js';
import type { ProcessorTime } from '../measure/processor-time.js';
import type { Amounts, Patience } from '../run-options.js';

export interface WholeRounds {
  rounds: number;
  medianMs: number;
  slowestMs: number;
  /** Medians of the parts, one after the other. */
  steps: { postMs: number; answeredMs: number; decidedMs: number; toldMs: number };
  cpuUs: ProcessorTime;
}

interface OneRound { postMs: number; answeredMs: number; decidedMs: number; toldMs: number; wholeMs: number }

/**
 * (d): one asks, four are told, collect, verify, open and answer at the same time; the asking side reads each answer as it comes,
 * decides, tells all four and closes; they read what they are told. No think time. All clients are one process.
 */
export async function measureWholeRounds(world: BenchWorld, { wholeRounds }: Amounts, patience: Patience): Promise<WholeRounds> {
  const clients = world.clients();
  const heard = new Notices();
  const agencies = [...new Set(world.plan.checks[0]!.requests.map(({ agency }) => agency)), world.plan.checks[0]!.asking];
  const following = await Promise.all(agencies.map(async (agency) => (await clients.answering(agency)).session.follow((notice) => { heard.take(notice); })));
  try {
    await playOne(world, clients, heard);
    const before = world.times.read();
    const rounds = await patience.rounds(wholeRounds, () => playOne(world, clients, heard));
    const times = rounds.map(({ wholeMs }) => wholeMs);
    const of = (name: keyof OneRound): number => median(rounds.map((round) => round[name]));
    return {
      rounds: rounds.length, medianMs: median(times), slowestMs: percentile(times, 1), cpuUs: world.times.perOperation(before, rounds.length),
      steps: { postMs: of('postMs'), answeredMs: of('answeredMs'), decidedMs: of('decidedMs'), toldMs: of('toldMs') },
    };
  } finally {
    for (const stop of following) stop();
  }
}

async function playOne(world: BenchWorld, clients: Clients, heard: Notices): Promise<OneRound> {
  const [check] = world.plan.checks;
  if (check === undefined) throw new Error('the case has no check');
  const began = hrMs();
  const asking = new AskingParty(check, await clients.asking(check.asking), realTime);
  await asking.open();
  const postMs = hrMs() - began;
  const answers = [...asking.requests.values()].map(async ({ id, plan }) => {
    const party = new AnsweringParty(id, await clients.answering(plan.agency));
    await heard.of(id, 'request.posted.v1');
    await party.collect();
    const answer = plan.answers.at(-1);
    if (answer === undefined) throw new Error('the case has a request without an answer');
    await party.answer(answer, null);
    return party;
  });
  const reading = readAsTheyCome(asking, heard);
  const parties = await Promise.all(answers);
  await reading;
  const answeredMs = hrMs() - began - postMs;
  await asking.decide();
  const decidedMs = hrMs() - began - postMs - answeredMs;
  await Promise.all([...asking.requests.values()].map((asked) => asking.tellOutcome(asked)));
  await Promise.all(parties.map((party) => party.readOutcome()));
  await asking.close();
  const wholeMs = hrMs() - began;
  return { postMs, answeredMs, decidedMs, toldMs: wholeMs - postMs - answeredMs - decidedMs, wholeMs };
}

/** Reads whenever an answer is announced, until there is one of each. */
async function readAsTheyCome(asking: AskingParty, heard: Notices): Promise<void> {
  const waiting = [...asking.requests.values()].map(({ id }) => heard.of(id, 'response.submitted.v1'));
  await Promise.race(waiting);
  await asking.readAnswers();
  await Promise.all(waiting);
  await asking.readAnswers();
}

/** Notices that came, and who waits for one. */
class Notices {
  private readonly came = new Set<string>();
  private readonly waiting = new Map<string, () => void>();

  take({ request, kind }: NoticeView): void {
    const name = `${request} ${kind}`;
    this.came.add(name);
    this.waiting.get(name)?.();
  }

  of(request: string, kind: string): Promise<void> {
    const name = `${request} ${kind}`;
    if (this.came.has(name)) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const patience = setTimeout(() => { reject(new Error(`no notice of ${kind} came`)); }, 20_000);
      this.waiting.set(name, () => { clearTimeout(patience); resolve(); });
    });
  }
}
