import { addEpoch, lockPersonalKey, makeAgencyKey, makePersonalKey, memberCopy, unlockPersonalKey, wrapTeamCopies, type PrivateKey } from '@lateral/envelope/keys';
import { hrMs, SystemRandom, systemNow } from '@lateral/platform';
import { NEWCOMERS } from '@lateral/play';
import type { BenchWorld } from '../bench-world.js';
import { Visitor } from '../load/visitor.js';
import { median, medians } from '../measure/statistics.js';
import type { Amounts, Patience } from '../run-options.js';

export interface People {
  rounds: number;
  /** Unwrapping and reading a personal key with what a passkey gave; the gesture itself is the person's. */
  unlockMs: number;
  /** A new epoch's copies for so many members, each locked for one. */
  members: number;
  rewrapMs: number;
  /** What a browser waits for the hub when somebody signs in: start and return, the hub's own questions to the provider included. */
  signInMs: number;
}

const MEMBERS = 200;
const random = new SystemRandom();

/** (j): what people wait for. */
export async function measurePeople(world: BenchWorld, { rounds }: Amounts, patience: Patience): Promise<People> {
  const made = await keysOf();
  const agency = world.plan.checks[0]!.asking;
  await world.installation.startOne('identityProvider');
  try {
    const measured = await patience.rounds(rounds, async () => ({ unlockMs: await unlockMs(made), rewrapMs: await rewrapMs(made), signInMs: await signInMs(world.installation.hubUrl, agency) }));
    return { rounds: measured.length, members: MEMBERS, ...medians(measured) };
  } finally {
    await world.installation.processes.get('identityProvider')?.stop();
  }
}

interface Made { locked: Awaited<ReturnType<typeof lockPersonalKey>>['locked']; prf: Uint8Array; agencyKey: PrivateKey; custodian: PrivateKey; readers: readonly PrivateKey[] }

async function keysOf(): Promise<Made> {
  const at = systemNow();
  const [member, prf] = ['u-0123456789abcdef', random.bytes(32)];
  const custodian = await makePersonalKey({ member, agency: 'bench', at });
  const { locked } = await lockPersonalKey({ agency: 'bench', member, key: custodian, random, secrets: [{ kind: 'passkey', credential: 'AAAA', prf }, { kind: 'passkey', credential: 'BBBB', prf: random.bytes(32) }] });
  const readers = await Promise.all(Array.from({ length: MEMBERS }, (_, n) => makePersonalKey({ member: `u-${n.toString(16).padStart(16, '0')}`, agency: 'bench', at })));
  return { locked, prf, agencyKey: await makeAgencyKey({ agency: 'bench', at }), custodian, readers };
}

async function unlockMs({ locked, prf }: Made): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < 50; n += 1) {
    const began = hrMs();
    const { ok } = await unlockPersonalKey(locked, { kind: 'passkey', credential: 'AAAA', prf }, { agency: locked.agency, member: locked.member });
    if (!ok) throw new Error('a key that was just locked does not unlock');
    times.push(hrMs() - began);
  }
  return median(times);
}

async function rewrapMs({ agencyKey, custodian, readers }: Made): Promise<number> {
  const at = systemNow();
  const next = await addEpoch(agencyKey, { at });
  const began = hrMs();
  const copy = await memberCopy(next);
  await wrapTeamCopies({ agency: 'bench', copy, readers: readers.map((key, n) => ({ member: `u-${n.toString(16).padStart(16, '0')}`, key: key.toPublic() })), custodianKey: custodian, at });
  return hrMs() - began;
}

async function signInMs(hubUrl: string, agency: string): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < 10; n += 1) {
    const visitor = new Visitor(hubUrl);
    await visitor.signIn(agency, NEWCOMERS[0]);
    times.push(visitor.waitedMs);
  }
  return median(times);
}
