import { afterEach, describe, expect, it } from 'vitest';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import type { CheckView } from '@lateral/contracts';
import { NOW, showDesk, type Shown } from '../../../../test/world/asking-desk.js';
import type { Headed } from '../keeper/keeper.js';
import { Component as BoardPage } from './board.js';

afterEach(cleanup);

const envelope = { id: 'e1', type: 'request', from: 'council', to: 'heddlu', createdAt: '2026-11-23T09:00:00.000Z', collectedAt: null, supersededBy: null, erasedAt: null };
const request = (id: string, change: object = {}): object => ({
  id, check: 'c1', reference: 'LC-7F3K-92', asking: 'council', asked: 'heddlu', askedType: 'POLICE', urgency: 'red', state: 'open', version: 1, notice: 'sent', sentAt: '2026-11-23T08:00:00.000Z', dueAt: '2026-11-23T09:22:00.000Z', dueRule: 'POL:red:4h-calendar',
  acknowledgedAt: null, endedAt: null, heldBy: null, remindedAt: null, escalatedAt: null, answer: null, envelopes: [envelope], ...change,
});
const CHECK = { id: 'c1', reference: 'LC-7F3K-92', urgency: 'red', state: 'open', version: 1, openedAt: '2026-11-23T08:00:00.000Z', decidedAt: null, closedAt: null, openedBy: 'u-1', heldBy: 'u-1', decision: null, requests: [request('r1'), request('r2', { asked: 'bwrdd', askedType: 'LHB', dueAt: '2026-11-23T15:00:00.000Z', state: 'acknowledged', acknowledgedAt: '2026-11-23T09:02:00.000Z' })] } as unknown as CheckView;
const headed = async (_: unknown, wanted: { envelope: string }[]): Promise<Headed[]> => wanted.map(({ envelope: id }) => ({ envelope: id, heading: { name: 'Corey Ashdown', born: '2019', more: 1 } }));

const show = (answers: object = {}, at = '/checks'): Promise<Shown> => showDesk([{ path: '/checks', Component: BoardPage }, { path: '*', element: <h1>elsewhere</h1> }], at, { checks: async () => ({ items: [CHECK], next: null }), ...answers }, { openHeadings: headed });
const cells = (): (string | undefined)[][] => screen.getAllByRole('row').slice(1).map((row) => [...row.querySelectorAll('td, th')].map((cell) => cell.textContent?.replace(/\s+/gu, ' ').trim()));

describe('the board', () => {
  it('says of each agency when it is due, how that stands, how urgent it is, and how far the answer is', async () => {
    await show();
    await screen.findByRole('table');
    expect(cells()).toEqual([
      ['LC-7F3K-92', 'heddlu', '9:22am todayOverdue by 18 minutes', 'Red', 'Not opened', 'Open LC-7F3K-92, heddluRemind heddlu, LC-7F3K-92'],
      ['bwrdd', '3pm today5 hours 20 minutes left', 'Red', 'Opened 9:02am', 'Open LC-7F3K-92, bwrdd'],
    ]);
    expect(document.title).toBe('Checks – Lateral');
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
    expect(document.querySelectorAll('[style]')).toHaveLength(0);
  });

  it('shows names when somebody asks for them, and hides them again', async () => {
    await show();
    fireEvent.click(await screen.findByRole('button', { name: 'Show the names of 1 check' }));
    await screen.findByText('Corey Ashdown and 1 other');
    fireEvent.click(screen.getByRole('button', { name: 'Hide names' }));
    await screen.findByText('C.A., 2019 and 1 other');
    expect(screen.queryByText(/Corey/u)).toBeNull();
    const one = screen.getByRole('button', { name: /^C\.A\., 2019/u });
    fireEvent.focusIn(one);
    await screen.findByText('Corey Ashdown and 1 other');
    fireEvent.focusOut(one);
    await screen.findByText('C.A., 2019 and 1 other');
    fireEvent.click(screen.getByRole('button', { name: 'Hide names' }));
    await screen.findByText('Corey Ashdown and 1 other');
  });

  it('says what was erased and since when, and offers no names of it', async () => {
    const gone = { ...envelope, erasedAt: '2028-03-03T09:00:00.000Z' };
    const closed = { ...CHECK, state: 'closed', closedAt: '2026-11-23T10:00:00.000Z', requests: [request('r1', { state: 'answered', envelopes: [gone], answer: { type: 'NO_TRACE', items: 0, at: NOW, message: 'e2' } })] };
    await show({ checks: async () => ({ items: [closed], next: null }) }, '/checks?show=decided');
    await screen.findByRole('table');
    expect(cells()[0]![4]).toBe('Nothing held. Erased on 3 March 2028, as the agreement’s retention says');
    expect(document.querySelectorAll('main button, .govuk-button-group button')).toHaveLength(0);
  });

  it('says of what was taken back that nobody waits for it, and not that it was answered', async () => {
    await show({ checks: async () => ({ items: [{ ...CHECK, requests: [request('r1', { state: 'withdrawn', endedAt: '2026-11-23T09:10:00.000Z' })] }], next: null }) });
    await screen.findByRole('table');
    expect(cells()[0]!.slice(2, 5)).toEqual(['9:22am todayNo longer waited for', 'Red', 'Withdrawn']);
  });

  it('reminds whoever is late', async () => {
    const reminded: unknown[][] = [];
    await show({ remind: async (...given: unknown[]) => { reminded.push(given); return {}; } });
    fireEvent.click(await screen.findByRole('button', { name: /^Remind heddlu/ }));
    await waitFor(() => { expect(reminded).toEqual([['r1', 'reminder']]); });
  });

  it('has its tabs as links, which the address remembers', async () => {
    const shown = await show();
    fireEvent.click(await screen.findByRole('link', { name: 'Decided' }));
    await screen.findByText('No check has been decided yet.');
    expect(shown.address()).toBe('/checks?show=decided');
    expect(screen.getByRole('link', { name: 'Decided' }).getAttribute('aria-current')).toBe('page');
  });

  it('says on the first day what will be here', async () => {
    await show({ checks: async () => ({ items: [], next: null }) });
    await screen.findByText(/Nothing is broken/u);
    expect(screen.getByRole('link', { name: 'Start a check' }).getAttribute('href')).toMatch(/^\/checks\/new\/people\?draft=[0-9a-f-]{36}$/u);
  });

  it('offers to go on with a check that was not sent, and none that was, nor with what is being added to one', async () => {
    const draft = (id: string): object => ({ id, kind: 'check', check: null, request: null, readers: 'self', state: 'writing', by: 'u-1', version: 2, updatedAt: NOW.toISOString(), bytes: 9 });
    await show({ drafts: async () => [draft('d1'), draft('c1'), { ...draft('d2'), check: 'LAT-7F3K-92' }] });
    await screen.findByText('You have a check you have not sent');
    expect(screen.getAllByRole('link', { name: /^Go on/ }).map((link) => link.getAttribute('href'))).toEqual(['/checks/new/people?draft=d1']);
  });
});
