import { afterEach, describe, expect, it } from 'vitest';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/preact';
import type { ReactElement } from 'react';
import type { CheckView } from '@lateral/contracts';
import { settled } from '../../../../test/world/at-the-screen.js';
import { DeskContext, type Desk } from '../frame/desk.js';
import type { Headed, Keeper, Wanted } from '../keeper/keeper.js';
import type { Member } from '../keeper/keeper-deps.js';
import type { Session } from '../session/session.js';
import { ownQuestionOf, useHeadings } from './headings.js';
import { KEYS } from './keys.js';
import { newQueries } from './queries.js';

const ME = { agency: 'csc', member: 'u' } as unknown as Member;
const wanted = (envelope: string): Wanted => ({ envelope, expected: { type: 'request', from: 'csc', check: 'c', request: 'r', inReplyTo: null } });

function Reading({ all }: { all: Wanted[] }): ReactElement {
  const { by, openAll } = useHeadings(all);
  return <button type="button" onClick={() => void openAll()}>{all.map(({ envelope }) => (by.has(envelope) ? by.get(envelope)!.heading?.name ?? 'nobody' : '?')).join()}</button>;
}

/** A page that lists these, over a keeper whose headings say the envelope's own id, or nothing of `silent`. */
function listing(all: Wanted[], silent: string[] = []) {
  const asked: string[][] = [];
  const keeper = {
    mayOpen: () => false,
    openHeadings: async (_: Member, some: Wanted[]): Promise<Headed[]> => {
      asked.push(some.map(({ envelope }) => envelope));
      return some.map(({ envelope }) => ({ envelope, heading: silent.includes(envelope) ? null : { name: envelope, born: null, more: 0 } }));
    },
  } as unknown as Keeper;
  const standing = { phase: 'unlocked', me: ME, log: 'exact' };
  const session = { now: () => standing, hear: () => () => undefined } as unknown as Session;
  const queries = newQueries();
  const view = (): ReturnType<typeof render> => render(<DeskContext.Provider value={{ keeper, session } as unknown as Desk}><QueryClientProvider client={queries}><Reading all={all} /></QueryClientProvider></DeskContext.Provider>);
  return { asked, queries, view };
}
const text = (): string => screen.getByRole('button').textContent;
const press = async (): Promise<void> => { screen.getByRole('button').click(); await settled(); };
const message = (name: string): object => ({ opened: { body: { type: 'request', people: [{ id: 'p1', name, roles: ['child'] }] } } });
afterEach(cleanup);

describe('the question whose heading a list takes', () => {
  const view = (id: string, change: object = {}): object => ({ id, check: 'c', envelopes: [{ id: `m-${id}`, type: 'request', from: 'csc', supersededBy: null, erasedAt: null, ...change }] });
  const of = (requests: object[]): string | undefined => ownQuestionOf({ requests } as unknown as Pick<CheckView, 'requests'>, 'csc')?.envelope;

  it('is that of the request with the first id, in whatever order they are shown', () => {
    expect([of([view('1'), view('2')]), of([view('2'), view('1')])]).toEqual(['m-1', 'm-1']);
  });

  it('is the next where that was erased, and none where nothing can be read', () => {
    expect([of([view('2'), view('1', { erasedAt: 'then' })]), of([view('1', { supersededBy: 'm-9' })]), of([view('1', { from: 'police' })])]).toEqual(['m-2', undefined, undefined]);
  });
});

describe('whom questions are about', () => {
  it('is there when somebody asks, stays for the next page, and is gone when the cache is cleared', async () => {
    const { asked, queries, view } = listing(['a', 'b'].map(wanted));
    view();
    expect(text()).toBe('?,?');
    await press();
    expect([text(), asked]).toEqual(['a,b', [['a', 'b']]]);
    cleanup();
    await settled();
    view();
    expect([text(), asked.length]).toEqual(['a,b', 1]);
    cleanup();
    queries.clear();
    view();
    expect(text()).toBe('?,?');
  });

  it('is taken from a message that is open, which is not asked for again', async () => {
    const { asked, queries, view } = listing(['a', 'b'].map(wanted));
    queries.setQueryData(KEYS.opened('a'), { envelope: 'a', ...message('Corey') });
    view();
    expect(text()).toBe('Corey,?');
    await press();
    expect([text(), asked]).toEqual(['Corey,b', [['b']]]);
  });

  it('is not lost where the message itself is refused afterwards', async () => {
    const { queries, view } = listing([wanted('a')]);
    view();
    await press();
    queries.setQueryData(KEYS.opened('a'), { envelope: 'a', opened: null, code: 'no-key', step: 6 });
    await settled();
    expect(text()).toBe('a');
  });

  it('is said to be nothing where nothing is to be had, and not asked for for ever', async () => {
    const { asked, view } = listing([wanted('a')], ['a']);
    view();
    await press();
    await press();
    expect([text(), asked.length]).toEqual(['nobody', 1]);
  });
});
