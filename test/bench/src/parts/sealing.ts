import { headerBytes, ROUTES } from '@lateral/contracts';
import type { SealedEnvelope, TeamKeyCopy } from '@lateral/contracts';
import { openMessage } from '@lateral/envelope';
import type { PrivateKey } from '@lateral/envelope';
import { epochsOf } from '@lateral/envelope/inspect';
import { hrMs, systemNow } from '@lateral/platform';
import type { Correspondent } from '@lateral/play';
import type { BenchWorld } from '../bench-world.js';
import { median, medians } from '../measure/statistics.js';
import type { Amounts, Patience } from '../run-options.js';
import { RawCrypto } from './raw-crypto.js';

export interface Sealing {
  rounds: number;
  envelopesARound: number;
  sealMs: number;
  openMs: number;
  rawSealMs: number;
  rawOpenMs: number;
  /** Ours over raw: how many times as long. */
  sealRatio: number;
  openRatio: number;
}

/** (e): sealing and opening real messages of the case, and the bare primitives on as many bytes and readers, by turns. */
export async function measureSealing(world: BenchWorld, { rounds, envelopes }: Amounts, patience: Patience): Promise<Sealing> {
  const work = await Work.of(world);
  await work.round(Math.min(20, envelopes));
  const measured = await patience.rounds(rounds, () => work.round(envelopes));
  return { rounds: measured.length, envelopesARound: envelopes, ...medians(measured) };
}

class Work {
  private constructor(private readonly asking: Correspondent, private readonly asked: Correspondent, private readonly teamKey: PrivateKey, private readonly world: BenchWorld) {}

  static async of(world: BenchWorld): Promise<Work> {
    const clients = world.clients();
    const [asking, asked] = [await clients.asking(world.plan.checks[0]!.asking), await clients.answering(world.plan.checks[0]!.requests[0]!.agency)];
    const { directory, session, agency } = asked;
    const [copy] = await session.get<TeamKeyCopy[]>(ROUTES.teamKeyCopy);
    const opened = copy === undefined ? null : await session.client.openTeamCopy(copy, { agency: directory.agency(agency), roster: await directory.roster(agency), at: systemNow() });
    if (opened?.ok !== true) throw new Error('the copy of the team key would not open');
    return new Work(asking, asked, opened.copy, world);
  }

  async round(count: number): Promise<Omit<Sealing, 'rounds' | 'envelopesARound'>> {
    const { sealed, times: sealing } = await this.sealMany(count);
    const opening = await this.openMany(sealed);
    const raw = rawLike(sealed[0]!);
    const rawSealed = sealed.map(() => timed(() => raw.seal()));
    const rawOpening = rawSealed.map(({ value }) => timed(() => raw.open(value)).ms);
    const [sealMs, openMs, rawSealMs, rawOpenMs] = [median(sealing), median(opening), median(rawSealed.map(({ ms }) => ms)), median(rawOpening)];
    return { sealMs, openMs, rawSealMs, rawOpenMs, sealRatio: sealMs / rawSealMs, openRatio: openMs / rawOpenMs };
  }

  private async sealMany(count: number): Promise<{ sealed: SealedEnvelope[]; times: number[] }> {
    const { words, narrative, record } = this.world.plan.checks[0]!.requests[0]!;
    const sealed: SealedEnvelope[] = [];
    const times: number[] = [];
    for (let n = 0; n < count; n += 1) {
      const ids = { check: this.asking.session.newId(), request: this.asking.session.newId() };
      const began = hrMs();
      sealed.push(await this.asking.seal({ type: 'request', ...ids, to: this.asked.agency, inReplyTo: null, corrects: null, body: words, narrative, record }));
      times.push(hrMs() - began);
    }
    return { sealed, times };
  }

  private async openMany(sealed: readonly SealedEnvelope[]): Promise<number[]> {
    const senderRoster = await this.asked.directory.roster(this.asking.agency);
    const times: number[] = [];
    for (const envelope of sealed) {
      const { check, request, partnership } = envelope.header.context;
      const began = hrMs();
      const opened = await openMessage({
        envelope, keys: [this.teamKey], senderRoster, isSeen: () => false, receipt: null, verifyProof: () => 'wrong', now: systemNow(),
        expected: { type: 'request', from: this.asking.agency, agency: this.asked.agency, partnership, check, request, inReplyTo: null },
      });
      times.push(hrMs() - began);
      if (!opened.ok) throw new Error(`an envelope would not open: ${opened.code}`);
    }
    return times;
  }
}

function rawLike({ header }: SealedEnvelope): RawCrypto {
  return new RawCrypto({
    contentReaders: epochsOf(header.context, 'content').length, narrativeReaders: epochsOf(header.context, 'narrative').length,
    contentBytes: header.content.length, narrativeBytes: header.narrative.length, headerBytes: headerBytes(header).length,
  });
}

function timed<T>(act: () => T): { value: T; ms: number } {
  const began = hrMs();
  const value = act();
  return { value, ms: hrMs() - began };
}
