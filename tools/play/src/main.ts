import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { hrMs, loadSettings, SettingsError, systemNow } from '@lateral/platform';
import { readArguments, type PlayArguments } from './arguments.js';
import type { RoundPlan } from './case/plan.js';
import { planRound } from './case/plan-round.js';
import { readCase } from './case/read-case.js';
import { underWholePacks } from './case/whole-packs.js';
import { UnplayableCase } from './case/unplayable-case.js';
import { PlaySettings } from './play.settings.js';
import { Installation, type Kind } from './processes/installation.js';
import { DemoUnusable } from './processes/kept-demo.js';
import { openTheDesk } from './people/open-the-desk.js';
import { welcomeNewcomers } from './people/welcome-newcomers.js';
import { ProcessFailed } from './processes/service-process.js';
import { playOnce } from './round/play-once.js';
import { Story } from './round/story.js';
import { caseTime } from './round/case-clock.js';
import { realTime } from './round/stage.js';

const DAY_MS = 86_400_000;
const SHIPPED_CASE = resolve(import.meta.dirname, '../../../config/demo/case.json');

const given = readArguments(process.argv.slice(2));
if (!given.ok) end(given.sentence);
else await start(given.value).catch(explain);

async function start(wanted: PlayArguments): Promise<void> {
  const began = hrMs();
  const settings = loadSettings(PlaySettings);
  const kind: Kind = wanted.case === null ? 'demo' : 'play';
  const read = planRound(await readCase(wanted.case ?? SHIPPED_CASE));
  const plan = kind === 'demo' ? underWholePacks(read) : read;
  const folder = join(settings.LATERAL_SERVICES_FOLDER, kind === 'demo' ? 'demo' : `play-${randomUUID()}`);
  const installation = await bringUp({ kind, plan, settings, folder });
  const stop = once(async () => {
    await installation.stop();
    if (kind === 'play') await rm(folder, { recursive: true, force: true });
  });
  const asked = stopRequested();
  try {
    const story = new Story(process.stdout, plan.agencies.map(({ id }) => id));
    story.say(`Hub: ${installation.hubUrl}`);
    if (kind === 'demo') story.say(`Desk: ${installation.hubUrl}/`);
    const report = await playOnce({ installation, plan, settings, story, time: kind === 'demo' ? realTime : caseTime(installation.clockFile, plan.startsAt), setupMs: hrMs() - began });
    if (wanted.report !== null) await writeFile(wanted.report, `${JSON.stringify(report, null, 2)}\n`, { mode: 0o600 });
    if (!report.ok) process.exitCode = 1;
    if (!wanted.once) {
      story.say('Ctrl-C stops everything; data stay, and the next start takes seconds.');
      if (kind === 'demo') await openTheDesk({ installation, plan, story });
      if (kind === 'demo') await welcomeNewcomers(installation, { agency: plan.agencies[0]!.id, story, ending: asked });
      await asked;
    }
  } finally {
    await stop();
  }
}

async function bringUp({ kind, plan, settings, folder }: { kind: Kind; plan: RoundPlan; settings: PlaySettings; folder: string }): Promise<Installation> {
  const foundedAt = new Date((kind === 'demo' ? systemNow() : plan.startsAt).getTime() - (kind === 'demo' ? 0 : DAY_MS));
  const installation = await Installation.prepare({ kind, settings, agencies: plan.agencies, policy: plan.policy, foundedAt, folder });
  if (kind === 'play') caseTime(installation.clockFile, plan.startsAt);
  await installation.migrate();
  try {
    await installation.start();
  } catch (cause) {
    await installation.stop();
    throw cause;
  }
  return installation;
}

/** Resolves when somebody asks for the end. */
function stopRequested(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => { done(); });
  });
}

function once(act: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => (running ??= act());
}

function explain(cause: unknown): void {
  if (cause instanceof UnplayableCase || cause instanceof DemoUnusable) end(cause.message);
  else if (cause instanceof ProcessFailed) end(`${cause.message}; its log is in the services folder under logs.`);
  else if (cause instanceof SettingsError) end(`The player is started by npm start, which tells it where the services are (${cause.settings.join(', ')}).`);
  else throw cause;
}

function end(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
