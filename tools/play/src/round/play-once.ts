import { hrMs } from '@lateral/platform';
import { loadAgreementTemplates } from '@lateral/platform/config';
import { Canaries } from '../canary/canaries.js';
import type { Planter } from '../canary/planter.js';
import type { RoundPlan } from '../case/plan.js';
import type { PlaySettings } from '../play.settings.js';
import type { Installation } from '../processes/installation.js';
import { ServedLaw } from '../party/served-law.js';
import { publishAgreement } from './publish-agreement.js';
import { Round } from './play-round.js';
import { firstStatement } from './first-statement.js';
import { refuseOtherHolidays } from './same-holidays.js';
import type { RoundReport } from './report.js';
import type { RoundMoment } from './round-stage.js';
import { Clients, type ClientHooks, type RoundTime } from './stage.js';
import type { Story } from './story.js';
import { within } from '../within.js';
import { verifyRound, type Verified } from './verify-round.js';

/** A record must be under a signed head within this time; past it the round says so. */
const PROOF_PATIENCE_MS = 60_000;

export interface PlayInput {
  installation: Installation;
  plan: RoundPlan;
  settings: PlaySettings;
  story: Story;
  time: RoundTime;
  setupMs: number;
  /** What a drill does to the installation while the round is under way; awaited at each moment. */
  onMoment?: (moment: RoundMoment | 'handed-over') => Promise<void>;
  /** Is shown every answer that a client of the round gets. */
  onAnswer?: ClientHooks['onAnswer'];
}

/** Where clients find the hub, and what is planted in what they write, if anything. */
export interface RoundDoor {
  hubUrl: string;
  planter: Pick<Planter, 'letter' | 'file'> | null;
}

/** Plays one round with canaries planted in it, has it proven and searched, and reports. */
export async function playOnce(input: PlayInput): Promise<RoundReport> {
  const { installation, settings, story } = input;
  const canaries = await Canaries.start(settings, { hubUrl: installation.hubUrl, folder: installation.input.folder });
  try {
    const report = await playAndProve(input, canaries);
    const { report: found, sentence } = await canaries.search();
    story.say(sentence);
    return { ...report, ok: report.ok && found.found === 0, canaries: found };
  } finally {
    await canaries.stop();
  }
}

/** Plays, waits for the evidence, has it witnessed and verified. */
export async function playAndProve({ installation, plan, settings, story, time, setupMs, onMoment, onAnswer }: PlayInput, { hubUrl, planter }: RoundDoor): Promise<Omit<RoundReport, 'canaries'>> {
  const clients = new Clients(installation, time, hubUrl, {
    ...(planter === null ? {} : { mark: (letter) => planter.letter(letter) }),
    ...(onMoment === undefined ? {} : { onHandOver: () => onMoment('handed-over') }),
    ...(onAnswer === undefined ? {} : { onAnswer }),
  });
  story.say(`Case: ${plan.title}`);
  await time.reach(plan.startsAt);
  await countAlike(clients, plan);
  await agree(clients, plan, installation);
  const round = new Round(plan, {
    asking: clients.asking, answering: clients.answering, reviewing: clients.reviewing, reach: (at) => time.reach(at), time, stopwatch: hrMs, story, file: planter?.file(ATTACHED) ?? ATTACHED,
    ...(onMoment === undefined ? {} : { onMoment }),
  });
  await round.play();
  const { timings, ...told } = round.result();

  const proven = await within(PROOF_PATIENCE_MS, () => round.gatherReceipts());
  const seen = await witnessed(clients, plan);
  const verified = await verifyAll(round, { clients, installation, story });
  const asking = plan.checks[0] === undefined ? null : await clients.asking(plan.checks[0].asking);
  const statement = asking === null ? null : await firstStatement(asking.session, plan, told.requests);
  if (statement !== null) story.say(`What the first agency and its data protection officer read of the reasons:\n${statement}\n`);
  story.say(`Ledger: ${verified.size} entries; ${seen} witnesses found its heads to continue each other.`);
  const ok = proven && verified.ok && told.requests.every(({ sent, terminal }) => !sent || terminal !== null);
  return {
    ok, case: plan.case, backend: settings.LATERAL_QUEUE_BACKEND, ...told, requests: round.result().requests,
    ledger: { size: verified.size, root: verified.root, verified: verified.ok },
    timingsMs: { setup: setupMs, ...timings },
  };
}

async function countAlike(clients: Clients, plan: RoundPlan): Promise<void> {
  const [check] = plan.checks;
  if (check !== undefined) refuseOtherHolidays(plan, await ServedLaw.fetch((await clients.asking(check.asking)).session));
}

/** What the agencies of a round share is under an agreement that two of their signatories made. */
export async function agree(clients: Clients, { agreement, checks }: RoundPlan, { agreementTemplates }: Installation): Promise<void> {
  const asking = checks[0]?.asking;
  const other = agreement.parties.find((party) => party !== asking);
  if (asking === undefined || other === undefined) throw new Error('an agreement is between those who ask and those who are asked');
  const [first, second] = await Promise.all([clients.signing(asking), clients.signing(other)]);
  await publishAgreement(agreement, { first: first.session, second: second.session }, { templates: await loadAgreementTemplates(agreementTemplates), at: clients.time.now() });
}

/** Two agencies' witnesses look at the head twice each; a fork would throw. Returns how many looked. */
async function witnessed(clients: Clients, plan: RoundPlan): Promise<number> {
  const agencies = plan.agencies.slice(0, 2);
  for (const { id } of agencies) {
    const witness = await clients.witness(id);
    await witness.look();
    await witness.look();
  }
  return agencies.length;
}

interface VerifyInput { clients: Clients; installation: Installation; story: Story }

async function verifyAll(round: Round, { clients, installation, story }: VerifyInput): Promise<Pick<Verified, 'ok' | 'size' | 'root'>> {
  let all: Pick<Verified, 'ok' | 'size' | 'root'> = { ok: true, size: 0, root: '' };
  for (const [check, { reference }] of round.opened()) {
    const { session } = await clients.asking(check.asking);
    const verified = await verifyRound(session, { reference, folder: installation.input.folder, fingerprint: installation.rootFingerprint });
    story.say(verified.said);
    story.say(`The same again, offline: ${verified.line}`);
    all = { ok: all.ok && verified.ok, size: Math.max(all.size, verified.size), root: verified.root };
  }
  return all;
}

/** What the first answer carries: a small picture file's worth of bytes, so that an attachment goes round as well. */
const ATTACHED = { name: 'body-map.png', mime: 'image/png', bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...new Array<number>(4_096).fill(0)]) };
