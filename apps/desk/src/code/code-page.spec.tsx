import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { MemoryRouter } from 'react-router';
import { enter, settled } from '../../../../test/world/at-the-screen.js';
import { newQueries } from '../data/queries.js';
import { DeskContext, type Desk } from '../frame/desk.js';
import { HubProblem } from '../hub/hub.js';
import { startWords } from '../words/start-words.js';
import { CodePage } from './code-page.js';

const MEMBER = 'u-0123456789abcdef';

function page(refusal: HubProblem | null = null) {
  const sent: unknown[] = [];
  let starts = 0;
  const agencies = [{ agency: 'school', name: { en: 'North School', cy: 'Ysgol y Gogledd' } }, { agency: 'council', name: { en: 'Council', cy: 'Cyngor' } }];
  const hub = { agencies: async () => agencies, signInByCode: async (body: unknown) => { sent.push(body); if (refusal !== null) throw refusal; return null; } };
  const session = { hear: () => () => undefined, now: () => ({ phase: 'nobody', ended: false }), start: async () => { starts += 1; } };
  render(
    <DeskContext.Provider value={{ hub, session } as unknown as Desk}>
      <QueryClientProvider client={newQueries()}><MemoryRouter><CodePage /></MemoryRouter></QueryClientProvider>
    </DeskContext.Provider>,
  );
  return { sent, starts: () => starts };
}
const fill = (label: string, value: string): void => { enter(screen.getByLabelText(label), { value }); };
const send = async (name: string): Promise<void> => {
  fireEvent.submit(screen.getByRole('button', { name }).closest('form')!);
  await settled();
};

beforeEach(async () => { await (await startWords('en')).changeLanguage('en'); });
afterEach(cleanup);

describe('in with a one-time code', () => {
  it('sends agency, pseudonym and code as they are meant, once, and asks then who is there', async () => {
    const { sent, starts } = page();
    await screen.findByRole('option', { name: 'North School' });
    expect([...document.querySelectorAll('option')].map(({ textContent }) => textContent)).toEqual(['Choose your agency', 'Council', 'North School']);
    fill('Your agency', 'school');
    fill('Your pseudonym', ` ${MEMBER.toUpperCase()} `);
    fill('One-time code', ' ABCD-EFGH ');
    fireEvent.submit(screen.getByRole('button', { name: 'Sign in' }).closest('form')!);
    await send('Sign in');
    expect([sent, starts()]).toEqual([[{ agency: 'school', member: MEMBER, code: 'ABCD-EFGH' }], 1]);
    expect(screen.getByLabelText<HTMLInputElement>('One-time code').value).toBe('');
  });

  it('sends nothing while something is missing, and says what, in the language that is read', async () => {
    const { sent } = page();
    await settled();
    await send('Sign in');
    expect(sent).toEqual([]);
    expect([...screen.getByRole('alert').querySelectorAll('a')].map((link) => [link.textContent, link.getAttribute('href')])).toEqual([['Choose your agency', '#with-agency'], ['Enter your pseudonym', '#with-member'], ['Enter your one-time code', '#with-code']]);
    await (await startWords('cy')).changeLanguage('cy');
    await settled();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Mewngofnodi â chod untro');
    expect([...document.querySelectorAll('option')].map(({ textContent }) => textContent)).toContain('Ysgol y Gogledd');
  });

  it('says no more of a refusal than that the code is not good, and keeps what was typed', async () => {
    const { starts } = page(new HubProblem(422, 'code-refused'));
    await screen.findByRole('option', { name: 'North School' });
    fill('Your agency', 'school');
    fill('Your pseudonym', MEMBER);
    fill('One-time code', 'ABCD');
    await send('Sign in');
    expect([screen.getByRole('alert').textContent, starts(), screen.getByLabelText<HTMLInputElement>('One-time code').value]).toEqual([expect.stringContaining('This code is not good'), 0, 'ABCD']);
    expect(document.title).not.toContain(MEMBER);
  });
});
