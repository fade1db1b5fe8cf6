import type { Column } from '../measure-column.js';
import { COLUMN_NAMES, type Figures, type Verdict } from './figures.js';

type Judged = Pick<Verdict, 'part' | 'what' | 'unit' | 'value' | 'bar' | 'goal' | 'least'>;

/** The bars and goals of the issue against what was measured; what could not be measured is not judged. */
export function judge({ asIs, slow }: Figures['columns']): Verdict[] {
  const judged = [
    ...ofColumn(asIs, COLUMN_NAMES.asIs),
    ...(slow === null ? [] : [...ofColumn(slow, COLUMN_NAMES.slow), ...ofGroupCommit(slow)]),
    ...ofProcesses(asIs),
  ];
  return judged.map((each) => ({ ...each, barMet: isMet(each, each.bar), goalMet: each.goal === null ? null : isMet(each, each.goal) }));
}

const isMet = ({ value, least }: Judged, limit: number): boolean => (least ? value <= limit : value >= limit);

function ofColumn({ submitting, notifying, wholeRounds, sequencing, judging, people, desk }: Column, column: string): Judged[] {
  const at = (what: string): string => `${what}, ${column}`;
  return [
    ...(['16', '64'] as const).flatMap((clients): Judged[] => submitting === null ? [] : [
      { part: 'b', what: at(`POST over bare statement, ${clients} clients`), unit: 'of (a)', value: submitting.ratio[clients], bar: 0.15, goal: 0.4, least: false },
    ]),
    ...(notifying === null ? [] : [{ part: 'c', what: at('post to event p99 at 100 checks/s'), unit: 'ms', value: notifying.at['100'].postToEvent.p99Ms, bar: 250, goal: 25, least: true }]),
    ...(wholeRounds === null ? [] : [{ part: 'd', what: at('whole round'), unit: 'ms', value: wholeRounds.medianMs, bar: 1_000, goal: 250, least: true }]),
    ...(sequencing === null ? [] : [
      { part: 'f', what: at('audit records sequenced'), unit: '/s', value: sequencing.perSecond, bar: 5_000, goal: 20_000, least: false },
      { part: 'f', what: at('act to signed head, slowest'), unit: 'ms', value: sequencing.headMs.slowest, bar: 1_000, goal: null, least: true },
    ]),
    ...(people === null ? [] : [
      { part: 'j', what: at('unlocking by passkey'), unit: 'ms', value: people.unlockMs, bar: 50, goal: null, least: true },
      { part: 'j', what: at('copies for 200 members'), unit: 'ms', value: people.rewrapMs, bar: 250, goal: null, least: true },
      { part: 'j', what: at('signing in'), unit: 'ms', value: people.signInMs, bar: 150, goal: null, least: true },
    ]),
    ...(desk === null ? [] : ofDesk(desk)),
    ...(judging === null ? [] : [{ part: 'i', what: at('one share judged'), unit: 'ms', value: judging.shareMs, bar: 0.2, goal: null, least: true }]),
  ];
}

function ofDesk({ cold, openMs }: NonNullable<Column['desk']>): Judged[] {
  const rows = (what: string, value: number, bar: number): Judged => ({ part: 'k', what: `cold board, ${what}, processor 4x slower`, unit: 'ms', value, bar, goal: null, least: true });
  return [
    rows('office', cold.office.rowsMs, 1_000), rows('slow 4G', cold.slow4g.rowsMs, 2_500), rows('rural', cold.rural.rowsMs, 4_000),
    { part: 'k', what: '50 headings opened and verified, processor 6x slower', unit: 'ms', value: openMs.slowed, bar: 250, goal: null, least: true },
  ];
}

function ofGroupCommit({ submitting }: Column): Judged[] {
  if (submitting === null) return [];
  const { hub } = submitting;
  return [{ part: 'b', what: `64 clients over one, ${COLUMN_NAMES.slow}`, unit: 'times', value: hub['64'].perSecond / hub['1'].perSecond, bar: 4, goal: 6, least: false }];
}

function ofProcesses({ memory, starting }: Column): Judged[] {
  return (['hub', 'courier', 'ledger'] as const).flatMap((app): Judged[] => [
    ...(memory[app] === undefined ? [] : [{ part: 'g', what: `memory of ${app} after load`, unit: 'MB', value: memory[app].nowMb, bar: app === 'hub' ? 170 : 130, goal: null, least: true }]),
    ...(starting === null ? [] : [{ part: 'g', what: `${app} ready`, unit: 'ms', value: starting.readyMs[app], bar: 1_000, goal: null, least: true }]),
  ]);
}
