import { PROCESS_NAMES, type ProcessorTime } from '../measure/processor-time.js';
import type { Column } from '../measure-column.js';
import { CLIENTS, RATES } from '../run-options.js';
import { COLUMN_NAMES, type Figures, type Verdict } from './figures.js';

/** Rows of texts under headings; both the terminal and the document show them. */
export interface Table { title: string; head: string[]; rows: string[][] }

export function tablesOf({ columns, bars }: Figures): Table[] {
  const named = ([['asIs', columns.asIs], ['slow', columns.slow]] as const).flatMap(([name, column]) => (column === null ? [] : [{ name: COLUMN_NAMES[name], column }]));
  return [
    barsTable(bars),
    ...named.flatMap(({ name, column }) => [...submittingTable(column, name), ...notifyingTable(column, name), ...restTable(column, name)]),
    ...deskTable(columns.asIs),
    ...processTable(columns.asIs),
  ];
}

function barsTable(bars: readonly Verdict[]): Table {
  const rows = bars.map(({ part, what, value, unit, bar, goal, least, barMet, goalMet }) => [
    `(${part})`, what, `${shown(value)} ${unit}`, limit(bar, least), barMet ? 'met' : `MISSED, ${times(value, bar)}`, goal === null ? '' : limit(goal, least), goalMet === null || goal === null ? '' : goalMet ? 'met' : `missed, ${times(value, goal)}`,
  ]);
  return { title: 'Bars and goals', head: ['part', 'what', 'measured', 'bar', '', 'goal', ''], rows };
}

const limit = (value: number, least: boolean): string => `${least ? 'at most' : 'at least'} ${shown(value)}`;
const times = (value: number, wanted: number): string => `${shown(value / wanted)} times that`;

function submittingTable({ submitting }: Column, name: string): Table[] {
  if (submitting === null) return [];
  const rows = CLIENTS.flatMap((clients) => (['bare', 'hub'] as const).map((way) => {
    const { perSecond, p50Ms, p99Ms, cpuUs, fsyncs, walBytes } = submitting[way][clients];
    return [
      way === 'bare' ? '(a) statement' : '(b) POST', clients, shown(perSecond), way === 'hub' ? shown(submitting.ratio[clients]) : '1', `${shown(p50Ms)} / ${shown(p99Ms)}`,
      cpuText(cpuUs), Number.isFinite(fsyncs) ? shown(fsyncs) : 'not counted', shown(walBytes / 1_000),
    ];
  }));
  return [{
    title: `Posting a check to four agencies (${name}; ${submitting.rounds} rounds, ${shown(submitting.sealedBytes / 1_000)} kB of ciphertext a check)`,
    head: ['what', 'clients', 'checks/s', 'ratio', 'p50 / p99 ms', 'CPU us a check', 'fsyncs a check', 'WAL kB a check'], rows,
  }];
}

function notifyingTable({ notifying }: Column, name: string): Table[] {
  if (notifying === null) return [];
  const rows = RATES.map((rate) => {
    const { postToEvent, answerToEvent, postToMail, actToPlaced, missing, drainMs } = notifying.at[rate];
    return [rate, ...[postToEvent, answerToEvent, postToMail, actToPlaced].map(({ p50Ms, p99Ms }) => `${shown(p50Ms)} / ${shown(p99Ms)}`), shown(drainMs), shown(missing)];
  });
  return [{
    title: `(c) From a check to those who must know (${name}; ${notifying.rounds} rounds, four notices a check, p50 / p99 in ms)`,
    head: ['checks/s', 'post to event', 'answer to event', 'post to mail', 'act to ledger position', 'drained after ms', 'missing'], rows,
  }];
}

function restTable({ wholeRounds, sequencing, relaying, sealing, judging, people }: Column, name: string): Table[] {
  const rows = [
    ...(wholeRounds === null ? [] : [
      ['(d) whole round, median of ' + wholeRounds.rounds, `${shown(wholeRounds.medianMs)} ms; slowest ${shown(wholeRounds.slowestMs)} ms`, cpuText(wholeRounds.cpuUs, 1_000, 'ms')],
      ['(d) of it', `sealing and posting ${shown(wholeRounds.steps.postMs)}, answered and read ${shown(wholeRounds.steps.answeredMs)}, decided ${shown(wholeRounds.steps.decidedMs)}, told and closed ${shown(wholeRounds.steps.toldMs)} ms`, ''],
    ]),
    ...(sealing === null ? [] : [
      ['(e) seal one envelope', `${shown(sealing.sealMs)} ms`, `${shown(sealing.sealRatio)} times raw node:crypto (${shown(sealing.rawSealMs)} ms)`],
      ['(e) open one envelope', `${shown(sealing.openMs)} ms`, `${shown(sealing.openRatio)} times raw node:crypto (${shown(sealing.rawOpenMs)} ms)`],
    ]),
    ...(sequencing === null ? [] : [
      ['(f) records sequenced', `${shown(sequencing.perSecond)} /s (backlog of ${sequencing.records}, ${sequencing.rounds} rounds)`, cpuText(sequencing.cpuUs)],
      ['(f) act to signed head', `median ${shown(sequencing.headMs.median)} ms, slowest of ${sequencing.headMs.looks} ${shown(sequencing.headMs.slowest)} ms`, ''],
    ]),
    ...(relaying === null ? [] : [['(h) outbox rows relayed', `${shown(relaying.perSecond)} /s (${relaying.rows} rows, ${relaying.rounds} rounds)`, cpuText(relaying.cpuUs)]]),
    ...(people === null ? [] : [['(j) unlocking by passkey', `${shown(people.unlockMs)} ms`, `${people.rounds} rounds of 50`], ['(j) copies of a new epoch', `${shown(people.rewrapMs)} ms`, `${people.members} members`], ['(j) signing in, waiting for the hub', `${shown(people.signInMs)} ms`, `${people.rounds} rounds of 10`]]),
    ...(judging === null ? [] : [['(i) one share judged', `${shown(judging.shareMs)} ms`, `99th of a hundred ${shown(judging.slowMs)} ms; ${judging.agreements} agreements, ${judging.sharesARound} shares, ${judging.rounds} rounds`]]),
  ];
  return rows.length === 0 ? [] : [{ title: `Rounds, ledger and relay (${name})`, head: ['what', 'figure', 'with it'], rows }];
}

function deskTable({ desk }: Column): Table[] {
  if (desk === null) return [];
  const { rounds, rows, cold, coldBytes, openMs, slower } = desk;
  return [{
    title: `(k) The desk in a browser (${rounds} rounds, ${rows} rows)`, head: ['what', 'figure', 'with it'],
    rows: [
      ...([['office', cold.office], ['slow 4G', cold.slow4g], ['rural', cold.rural]] as const).map(([name, { unlockMs, rowsMs }]) => [`cold board, ${name}`, `${shown(rowsMs)} ms`, `the button that unlocks after ${shown(unlockMs)} ms; a loop took ${shown(slower.four)} times as long`]),
      ['cold board, over the wire', `${shown(coldBytes / 1_000)} kB`, 'the hub\'s answers included'],
      ['headings opened and verified', `${shown(openMs.slowed)} ms`, `${shown(openMs.asIs)} ms at full speed, ${shown(openMs.processor)} ms of processor time; a loop took ${shown(slower.six)} times as long`],
    ],
  }];
}

function processTable({ memory, starting }: Column): Table[] {
  const rows = (['hub', 'courier', 'ledger'] as const).map((app) => [
    app, starting === null ? '' : shown(starting.readyMs[app]), starting === null ? '' : shown(starting.freshMb[app]), shown(memory[app]?.nowMb ?? Number.NaN), shown(memory[app]?.peakMb ?? Number.NaN),
  ]);
  return [{ title: `(g) Processes (${COLUMN_NAMES.asIs})`, head: ['process', 'ready after ms', 'MB when ready', 'MB after load', 'MB at its highest'], rows }];
}

function cpuText(times: ProcessorTime, divisor = 1, unit = ''): string {
  return PROCESS_NAMES.filter((name) => times[name] > 0).map((name) => `${name} ${shown(times[name] / divisor)}${unit}`).join(', ');
}

/** Three significant figures; whole numbers from 100 on. */
export function shown(value: number): string {
  if (!Number.isFinite(value)) return 'none';
  if (Math.abs(value) >= 100) return String(Math.round(value));
  return String(Number(value.toPrecision(3)));
}

export function asText({ title, head, rows }: Table): string {
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]): string => `  ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd();
  return [title, line(head), ...rows.map(line)].join('\n');
}

export function asMarkdown({ title, head, rows }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [`### ${title}`, '', line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
