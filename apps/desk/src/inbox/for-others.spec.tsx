import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import type { DelegatedRequestView } from '@lateral/contracts';
import { settled } from '../../../../test/world/at-the-screen.js';
import { AnsweringDesk, NOW } from '../../../../test/world/answering-desk.js';
import { KEYS } from '../data/keys.js';
import { answer } from '../words/en/answer.js';
import { inbox as en } from '../words/en/inbox.js';

const view: DelegatedRequestView = { id: 'r-9', message: 'e-1', check: 'c-9', reference: 'LAT-9', asking: 'council', asked: 'school', urgency: 'red', state: 'open', sentAt: NOW, dueAt: '2026-11-22T12:40:00.000Z' };
let desk: AnsweringDesk;
beforeEach(() => {
  desk = new AnsweringDesk();
  desk.mayOpen = false;
});
afterEach(cleanup);

describe('what is read for agencies whose offices are closed', () => {
  it('stands under the inbox, apart from what the own team answers', async () => {
    desk.delegated = [view];
    await desk.show('/inbox');
    const own = await screen.findByRole('region', { name: en.others.title });
    const [item] = within(own).getAllByRole('listitem');
    expect(item?.textContent).toBe('LAT-9 RedCardiff Council asks school1 hour 57 minutes left (due 12:40pm today)');
    expect(within(item!).getByRole('link', { name: 'LAT-9' }).getAttribute('href')).toBe('/inbox/for-others/r-9');
  });

  it('is nothing where there is nothing', async () => {
    await desk.show('/inbox');
    await screen.findByRole('table');
    expect(screen.queryByText(en.others.title)).toBeNull();
  });

  it('is opened by a press, says whom to telephone, and offers no answer', async () => {
    desk.delegated = [view];
    await desk.show('/inbox/for-others/r-9');
    expect(await screen.findByText(/You read this for school, whose office is closed/u)).toBeTruthy();
    fireEvent.click(await screen.findByRole('button', { name: answer.opening.open }));
    await settled();
    expect(await screen.findByRole('heading', { name: answer.question.asked })).toBeTruthy();
    expect([screen.getByText('029 2018 0000').textContent, screen.getByText(en.others.noPhone).textContent]).toEqual(['029 2018 0000', en.others.noPhone]);
    expect(screen.queryAllByRole('textbox')).toEqual([]);
    expect(desk.openings).toBe(1);
  });

  it.each([['before it is opened', false], ['after', true]])('is left by whoever knows somebody in it, %s: it is their team\'s, and what was opened is gone', async (_when, isOpened) => {
    desk.delegated = [view];
    await desk.show('/inbox/for-others/r-9');
    if (isOpened) {
      fireEvent.click(await screen.findByRole('button', { name: answer.opening.open }));
      expect(await screen.findByRole('heading', { name: answer.question.asked })).toBeTruthy();
    }
    fireEvent.click(await screen.findByRole('button', { name: answer.recuse.say }));
    expect(desk.recused).toEqual([]);
    fireEvent.click(await screen.findByRole('button', { name: answer.recuse.go }));
    await waitFor(() => { expect(document.querySelector('h1')?.textContent).toBe(en.title); });
    expect(desk.recused).toEqual(['r-9']);
    await waitFor(() => { expect(desk.queries.getQueryCache().findAll({ queryKey: KEYS.opened('e-1') })).toEqual([]); });
  });

  it('stays while it is read, and says so, when it is answered meanwhile', async () => {
    desk.delegated = [view];
    await desk.show('/inbox/for-others/r-9');
    fireEvent.click(await screen.findByRole('button', { name: answer.opening.open }));
    await settled();
    desk.delegated = [];
    await desk.queries.invalidateQueries({ queryKey: KEYS.delegated });
    expect(await screen.findByText(en.others.over)).toBeTruthy();
    expect(screen.getByRole('heading', { name: answer.question.asked })).toBeTruthy();
  });
});
