import { afterEach, describe, expect, it } from 'vitest';
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { showDesk } from '../../../../test/world/asking-desk.js';
import { Component as BoardPage } from '../board/board.js';
import { HubProblem } from '../hub/hub.js';
import { EARLIER, HEADED, QUESTION } from './earlier.examples.js';
import { Component as PeoplePage } from './people-page.js';

afterEach(cleanup);

const pages = [{ path: '/checks', Component: BoardPage }, { path: '/checks/new/people', Component: PeoplePage }];
const press = async (name: RegExp, role: 'button' | 'link' = 'button'): Promise<void> => void fireEvent.click(await screen.findByRole(role, { name }));
const names = (): string[] => screen.getAllByLabelText('Given name').map((field) => (field as HTMLInputElement).value);

/** From the board, where the name of that check was shown, to who the new one is about; the earlier question then comes to what `opens` says. */
async function takeThem(opens: () => object): Promise<void> {
  await showDesk(pages, '/checks', { checks: async () => ({ items: [EARLIER], next: null }) }, { openAll: async () => [opens()], openHeadings: async () => [HEADED] });
  await press(/^Show the names/);
  await screen.findByText(/^Corey Ashdown and 1 other/);
  await press(/^Start a check/, 'link');
  await press(/^Reuse these people/);
}

describe('people of an earlier check', () => {
  it('are taken from its question, which is opened for that', async () => {
    await takeThem(() => QUESTION);
    await screen.findByDisplayValue('Corey');
    expect(names()).toEqual(['Corey', 'Leanne']);
  });

  it('are not taken from a question that does not open, and it is said where to look', async () => {
    await takeThem(() => ({ envelope: 'e1', opened: null, code: 'no-key', step: 6 }));
    expect((await screen.findByRole('alert')).textContent).toContain('These people cannot be taken from there.');
    expect(screen.getByRole('link', { name: 'Look at check LC-7' }).getAttribute('href')).toBe('/checks/LC-7');
    expect(names()).toEqual(['']);
  });

  it('wait for a hub that is away, and are taken when it is back', async () => {
    let isAway = true;
    await takeThem(() => {
      if (isAway) throw new HubProblem(0, 'away');
      return QUESTION;
    });
    expect(await screen.findByRole('alert')).toBeDefined();
    expect(names()).toEqual(['']);
    isAway = false;
    await press(/^Reuse these people/);
    await screen.findByDisplayValue('Corey');
    expect(names()).toEqual(['Corey', 'Leanne']);
  });
});
