import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { settled } from '../../../../test/world/at-the-screen.js';
import { AnsweringDesk, NOW, view } from '../../../../test/world/answering-desk.js';
import { inbox as cy } from '../words/cy/inbox.js';
import { inbox as en } from '../words/en/inbox.js';

let desk: AnsweringDesk;
beforeEach(() => {
  desk = new AnsweringDesk();
  desk.mayOpen = false;
  desk.inbox = [view, { ...view, id: 'r-2', reference: 'LAT-2', urgency: 'amber', dueAt: '2026-11-22T10:25:00.000Z', state: 'open', envelopes: [] }, { ...view, id: 'r-3', reference: 'LAT-3', heldBy: 'm2', dueAt: '2026-11-23T12:40:00.000Z', envelopes: [] }];
});
afterEach(cleanup);

const rows = (): HTMLElement[] => screen.getAllByRole('row').slice(1);
const cellsOf = (row: HTMLElement): string[] => within(row).getAllByRole('cell').map((cell) => cell.querySelector('div')?.textContent ?? '');
const press = async (role: string, name: string | RegExp): Promise<void> => {
  const element = await screen.findByRole(role, { name });
  fireEvent.click(element);
  await settled();
};

describe('the inbox', () => {
  it('is a table in the order in which things are due, that names nobody until it is opened', async () => {
    await desk.show('/inbox');
    await screen.findByRole('table');
    expect(rows().map((row) => cellsOf(row).slice(1))).toEqual([
      ['Overdue by 18 minutes (was due 10:25am today)', 'Amber', 'LAT-2', en.openToSee, 'Cardiff Council', en.unknown, 'Nobody Take LAT-2', 'Not opened'],
      ['1 hour 57 minutes left (due 12:40pm today)', 'Red', 'LAT-7F3K-92', en.openToSee, 'Cardiff Council', en.unknown, 'Nobody Take LAT-7F3K-92', 'Opened'],
      ['1 day 1 hour left (due 12:40pm tomorrow)', 'Red', 'LAT-3', en.openToSee, 'Cardiff Council', en.unknown, 'm2', 'Opened'],
    ]);
    expect(screen.getByRole('link', { name: 'Team (3)' }).getAttribute('aria-current')).toBe('page');
  });

  it.each([['en', en, '3 March 2028'], ['cy', cy, '3 Mawrth 2028']] as const)('says in %s of what was erased since when', async (language, words, date) => {
    desk.inbox = [{ ...view, state: 'expired', endedAt: NOW, envelopes: view.envelopes.map((each) => ({ ...each, erasedAt: '2028-03-03T09:00:00.000Z' })) }];
    await desk.show('/inbox?show=done', language);
    await screen.findByText(words.erasedOn.replace('{{date}}', date));
    expect([screen.queryByText(words.openToSee), desk.openings]).toEqual([null, 0]);
    expect(cellsOf(rows()[0]!)[1]).toBe(words.clock.ended);
  });

  it('is one in Welsh', async () => {
    await desk.show('/inbox', 'cy');
    await screen.findByRole('table');
    expect(cellsOf(rows()[0]!)[2]).toBe('Oren');
    expect([document.querySelector('h1')?.textContent, screen.getByRole('columnheader', { name: cy.column.holder }) === null]).toEqual([cy.title, false]);
  });

  it('lets one take what nobody has, one by one or several', async () => {
    await desk.show('/inbox');
    await press('button', 'Take LAT-2');
    expect(desk.held).toEqual([[null, 'm1']]);
    await press('button', en.takeSeveral);
    expect(screen.getByRole('alert').textContent).toContain(en.selectOne);
    await press('checkbox', 'Select LAT-2');
    await press('checkbox', 'Select LAT-7F3K-92');
    await press('button', en.takeSeveral);
    await waitFor(() => { expect(desk.held).toHaveLength(3); });
  });

  describe('of several that are taken', () => {
    const free = (id: string): typeof view => ({ ...view, id, reference: `LAT-${id}`, heldBy: null, envelopes: [] });
    const summary = (): [string | null, string | null][] => [...document.querySelectorAll('.govuk-error-summary li')].map((each) => [each.textContent, each.querySelector('a')?.getAttribute('href') ?? null]);
    const takeAll = async (): Promise<void> => {
      for (const id of ['a', 'b', 'c']) await press('checkbox', `Select LAT-${id}`);
      await press('button', en.takeSeveral);
    };
    beforeEach(() => { desk.inbox = ['a', 'b', 'c'].map(free); });

    it('leaves with a colleague what they took meanwhile, says so, and takes the others', async () => {
      await desk.show('/inbox');
      desk.taken.set('a', 'm2');
      await takeAll();
      expect([desk.held, summary(), screen.queryAllByRole('checkbox', { checked: true })]).toEqual([[[null, 'm1'], [null, 'm1']], [['LAT-a: m2 has it now', '#take-a']], []]);
      fireEvent.click(document.querySelector('.govuk-error-summary a')!);
      expect([document.activeElement?.id, document.activeElement?.textContent]).toEqual(['take-a', 'LAT-a']);
    });

    it('points at no row that is gone from the list', async () => {
      await desk.show('/inbox?show=unclaimed');
      desk.taken.set('a', 'm2');
      await takeAll();
      expect(summary()).toEqual([['LAT-a: m2 has it now', null]]);
    });

    it('keeps ticked only what was not taken, where the hub falls silent between', async () => {
      await desk.show('/inbox');
      desk.taken.set('b', null);
      await takeAll();
      expect(desk.held).toHaveLength(1);
      expect(screen.getAllByRole('checkbox', { checked: true }).map(({ id }) => id)).toEqual(['take-b', 'take-c']);
    });
  });

  it('opens a request from its row with one press', async () => {
    await desk.show('/inbox');
    await press('link', 'LAT-7F3K-92');
    await screen.findByText('Corey Ashdown', {}, { timeout: 4_000 });
    expect(desk.openings).toBe(1);
  });

  it('opens all that one has with one gesture, and then says initials', async () => {
    const held = (id: string, envelope: string): typeof view => ({ ...view, id, reference: `LAT-${id}`, heldBy: 'm1', envelopes: [{ ...view.envelopes[0]!, id: envelope }] });
    desk.inbox = [held('a', 'e-1'), held('b', 'e-9')];
    desk.openedBy.set('e-9', desk.unsealed.opened!);
    await desk.show('/inbox?show=mine');
    await press('button', 'Open those I have (2)');
    await waitFor(() => { expect(rows().map((row) => cellsOf(row).slice(4, 7))).toEqual([['C A, L A', 'Cardiff Council', '2'], ['C A, L A', 'Cardiff Council', '2']]); });
    expect(desk.openings).toBe(1);
  });

  it('says that nothing is wrong where nothing waits', async () => {
    desk.inbox = [{ ...view, state: 'answered', endedAt: '2026-11-21T10:00:00.000Z' }];
    await desk.show('/inbox');
    await screen.findByText('No checks are waiting for heddlu. New checks appear here without reloading. Answered so far: 1.');
    cleanup();
    await desk.show('/inbox?show=done');
    await screen.findByText(en.empty.done);
  });
});
