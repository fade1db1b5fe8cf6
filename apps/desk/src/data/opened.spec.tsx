import { afterEach, describe, expect, it } from 'vitest';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/preact';
import type { ReactElement } from 'react';
import { settled } from '../../../../test/world/at-the-screen.js';
import { DeskContext, type Desk } from '../frame/desk.js';
import { HubProblem } from '../hub/hub.js';
import { Refusal, type Keeper, type Unsealed, type Wanted } from '../keeper/keeper.js';
import type { Member } from '../keeper/keeper-deps.js';
import type { Session } from '../session/session.js';
import { useOpened } from './opened.js';
import { newQueries } from './queries.js';

const ME = { agency: 'csc', member: 'u' } as unknown as Member;
const wanted = (envelope: string): Wanted => ({ envelope, expected: { type: 'response', from: 'police', check: 'c', request: 'r', inReplyTo: null } });

/** Whether a press was offered each time that the page was shown. */
const offered: boolean[] = [];

function Reading({ all, auto }: { all: Wanted[]; auto: boolean }): ReactElement {
  const { by, isComplete, isOpening, error, openAll } = useOpened(all, { auto });
  offered.push(!isComplete && !isOpening);
  return <button type="button" onClick={() => void openAll()}>{`${[...by.values()].map((each) => (each.opened === null && each.code === 'erased' ? `${each.envelope}:erased` : each.envelope)).join()} ${String(isComplete)} ${error instanceof Refusal ? error.code : '-'}`}</button>;
}

function reading(all: Wanted[], { granted = [] as string[], refuses = false, auto = true, erased = [] as string[] } = {}) {
  const gestures: string[][] = [];
  const state = { refuses };
  const keeper = {
    mayOpen: (envelope: string) => granted.includes(envelope),
    openAll: async (_: Member, asked: Wanted[]): Promise<Unsealed[]> => {
      gestures.push(asked.map(({ envelope }) => envelope));
      if (state.refuses) throw new Refusal('no-team-copy');
      if (asked.some(({ envelope }) => erased.includes(envelope))) throw new HubProblem(410, 'erased');
      return asked.map(({ envelope }) => ({ envelope, opened: null, code: 'x', step: null }));
    },
  } as unknown as Keeper;
  const standing = { phase: 'unlocked', me: ME, log: 'exact' };
  const session = { now: () => standing, hear: () => () => undefined } as unknown as Session;
  const queries = newQueries();
  const view = (): ReturnType<typeof render> => render(<DeskContext.Provider value={{ keeper, session } as unknown as Desk}><QueryClientProvider client={queries}><Reading all={all} auto={auto} /></QueryClientProvider></DeskContext.Provider>);
  return { gestures, state, queries, view };
}
const text = (): string => screen.getByRole('button').textContent;
afterEach(() => {
  cleanup();
  offered.length = 0;
});

describe('what a page opens', () => {
  it('is opened at once where a gesture named it, and else when somebody asks, in twenties', async () => {
    const named = reading([wanted('a'), wanted('b')], { granted: ['a', 'b'] });
    named.view();
    await settled();
    expect([named.gestures, text()]).toEqual([[['a', 'b']], 'a,b true -']);
    cleanup();
    const many = reading(Array.from({ length: 25 }, (_, each) => wanted(`e${each}`)));
    many.view();
    await settled();
    expect([many.gestures, text()]).toEqual([[], ' false -']);
    screen.getByRole('button').click(); screen.getByRole('button').click();
    await settled();
    expect([many.gestures.map(({ length }) => length), text().endsWith('true -')]).toEqual([[20, 5], true]);
  });

  it('is offered to nobody for the moment before it opens by itself, and is where that failed or takes a gesture', async () => {
    reading([wanted('a')], { granted: ['a'] }).view();
    await settled();
    expect([offered.includes(true), text()]).toEqual([false, 'a true -']);
    cleanup();
    reading([wanted('a')], { granted: ['a'], refuses: true }).view();
    expect(offered.includes(true)).toBe(false);
    await settled();
    expect([offered.at(-1), text()]).toEqual([true, ' false no-team-copy']);
    for (const how of [{ granted: ['a'], auto: false }, {}]) {
      cleanup();
      reading([wanted('a')], how).view();
      await settled();
      expect(offered.at(-1)).toBe(true);
    }
  });

  it('stays open for the next page, and is gone when the cache is cleared', async () => {
    const { gestures, queries, view } = reading([wanted('a')], { granted: ['a'] });
    view();
    await settled();
    cleanup();
    view();
    await settled();
    expect([gestures.length, text()]).toEqual([1, 'a true -']);
    cleanup();
    queries.clear();
    expect(queries.getQueryCache().getAll()).toEqual([]);
  });

  it('is all that is left where some of it was erased, with the gesture that was made', async () => {
    const { gestures, view } = reading(['a', 'b', 'c'].map(wanted), { erased: ['b'] });
    view();
    screen.getByRole('button').click();
    await settled();
    expect([gestures, text()]).toEqual([[['a', 'b', 'c'], ['a'], ['b'], ['c']], 'a,b:erased,c true -']);
  });

  it('says why it did not open, and can be asked again', async () => {
    const { gestures, state, view } = reading([wanted('a')], { refuses: true });
    view();
    screen.getByRole('button').click();
    await settled();
    expect(text()).toBe(' false no-team-copy');
    state.refuses = false;
    screen.getByRole('button').click();
    await settled();
    expect([gestures.length, text()]).toEqual([2, 'a true -']);
  });
});
