import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { createMemoryRouter, Link, RouterProvider } from 'react-router';
import type { ReactElement } from 'react';
import type { MemberNameView } from '@lateral/contracts';
import { enter, settled } from '../../../../test/world/at-the-screen.js';
import { KEYS } from '../data/keys.js';
import { newQueries } from '../data/queries.js';
import { HubProblem, type Hub } from '../hub/hub.js';
import type { Keeper } from '../keeper/keeper.js';
import type { Member } from '../keeper/keeper-deps.js';
import { Session } from '../session/session.js';
import type { Secrets } from '../crypto/secrets.js';
import { startWords } from '../words/start-words.js';
import { DeskContext, useDesk } from './desk.js';
import { ErrorPage } from './error-page.js';
import { Frame } from './frame.js';
import { makeDesk } from './make-desk.js';
import { Page } from './page.js';
import { Reach } from './reach.js';
import { TestClock } from './test-clock.js';
import { useAct } from './use-act.js';
import { useDraft } from './use-draft.js';

const ME = { agency: 'school', member: 'u-1', roles: ['responder', 'team_manager'], passkeys: 1, keyLocked: true, session: { kind: 'person' } } as unknown as Member;
const EMPTY = { items: [], next: null };
const RED = { id: 'r-1', urgency: 'red', state: 'open', envelopes: [] };

function Writing(): ReactElement {
  const draft = useDraft<string>({ kind: 'note', initial: '' });
  const { run, errors } = useAct();
  const { hub } = useDesk();
  return (
    <Page title="Writing" errors={errors}>
      <textarea id="words" value={draft.value} onChange={({ target }) => { draft.set(target.value); }} />
      <textarea id="other" />
      <button type="button" onClick={() => void run(() => hub.closeCheck('x', { version: 1 }))}>Send</button>
      <Link to="/broken">Broken</Link>
      <Link to="/elsewhere">Elsewhere</Link>
    </Page>
  );
}
function Broken(): never {
  throw new HubProblem(403, 'role-not-allowed');
}

/** A desk whose hub says what it is told to, whose worker seals by writing backwards, and whose passkey always unlocks. */
function desk({ me = ME as Member | null, isAway = false, address = '/writing?from=card', names = [] as MemberNameView[] } = {}) {
  const clock = new TestClock('2026-11-22T09:00:00.000Z');
  const state = { isAway, inbox: [RED] as unknown[], delegated: [] as unknown[], posts: 0 };
  const reach = new Reach({ now: clock.now, timers: clock, probe: async () => null });
  const asked = <T,>(answer: T) => async (): Promise<T> => {
    if (state.isAway) { reach.away(); throw new HubProblem(0, 'away'); }
    reach.answered();
    return answer;
  };
  const hub = {
    me: asked(me), agencies: asked([{ agency: 'school', name: { en: 'North School', cy: 'Ysgol y Gogledd' } }]), checks: asked(EMPTY), inbox: async () => asked({ items: state.inbox, next: null })(), delegated: async () => asked({ items: state.delegated, next: null })(), memberNames: asked(names),
    events: () => new Promise(() => undefined), drafts: asked([]), putDraft: asked({ version: 1 }), newKey: () => 'key', signOut: asked(null),
    closeCheck: async () => { state.posts += 1; return asked(Promise.reject(new HubProblem(409, 'version-changed')))(); },
  } as unknown as Hub;
  const backwards = (text: string): string => Array.from(text).toReversed().join('');
  const opened = (sealed = ''): object => ({ ok: true, value: JSON.parse(backwards(sealed)) as unknown, by: 'u-1' });
  const ask = async (kind: string, { value, sealed, drafts = [] }: { value?: unknown; sealed?: string; drafts?: { sealed: string }[] }): Promise<unknown> => (kind === 'seal-draft' ? { ok: true, sealed: backwards(JSON.stringify(value)) } : kind === 'open-drafts' ? drafts.map((each) => opened(each.sealed)) : opened(sealed));
  const queries = newQueries();
  const keeper = { lock: () => { queries.clear(); }, locked: () => undefined, known: { agencies: [], colleagues: [] }, fetchAhead: () => undefined, unlockByPasskey: async () => 'exact' } as unknown as Keeper;
  const session: Session = new Session(hub, keeper);
  const made = makeDesk({ hub, keeper, secrets: { ask } as unknown as Secrets, session, reach, queries, now: clock.now, timers: clock, random: (length) => new Uint8Array(length), channel: { postMessage: () => undefined, onmessage: null }, locks: null });
  const router = createMemoryRouter([{ element: <Frame />, children: [{ path: '/writing', element: <Writing />, errorElement: <ErrorPage /> }, { path: '/broken', element: <Broken />, errorElement: <ErrorPage /> }, { path: '/elsewhere', element: <Page title="Elsewhere" /> }, { path: '/set-up', element: null }] }], { initialEntries: [address] });
  const view = (): void => { render(<DeskContext.Provider value={made}><QueryClientProvider client={queries}><RouterProvider router={router} /></QueryClientProvider></DeskContext.Provider>); };
  return { clock, state, session, router, queries, view, reach };
}
const focused = (): string => document.activeElement?.id || (document.activeElement?.textContent ?? '');

async function begun(options: Parameters<typeof desk>[0] = {}) {
  const all = desk(options);
  await all.session.start();
  all.view();
  await settled();
  return all;
}
async function unlocked(options: Parameters<typeof desk>[0] = {}) {
  const all = await begun(options);
  fireEvent.submit(screen.getByRole('button', { name: 'Unlock with my passkey' }).closest('form')!);
  await settled();
  return all;
}

beforeEach(async () => { await (await startWords('en')).changeLanguage('en'); });
afterEach(() => { cleanup(); document.title = ''; Reflect.deleteProperty(document, 'cookie'); });

describe('the frame', () => {
  it('asks whoever is not in to sign in, and shows nothing else', async () => {
    const assign = vi.spyOn(location, 'assign').mockImplementation(() => undefined);
    await begun({ me: null });
    expect([assign.mock.calls, document.querySelector('main')]).toEqual([[['/sign-in']], null]);
    assign.mockRestore();
  });

  it('says that the hub is away, where it cannot be asked who is there', async () => {
    await begun({ isAway: true });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Lateral cannot be reached');
  });

  it('calls whoever is in by their name, and by no pseudonym while that is locked', async () => {
    const account = (): string | null => document.querySelector('.desk-who a')?.textContent ?? null;
    const given = await begun({ names: [{ member: 'u-1', updatedAt: '2026-11-22T09:00:00.000Z', sealed: Array.from(JSON.stringify({ member: 'u-1', name: 'Siân Rees' })).toReversed().join('') }] });
    expect(account()).toBe('Your account');
    fireEvent.submit(screen.getByRole('button', { name: 'Unlock with my passkey' }).closest('form')!);
    await settled();
    expect([account(), given.session.now().phase]).toEqual(['Your account: Signed in as Siân Rees', 'unlocked']);
  });

  it('locked has the unlocking in the page\'s place, at its address, with the focus on its button', async () => {
    const { router } = await begun();
    expect([document.title, focused(), screen.queryByRole('button', { name: 'Lock now' })]).toEqual(['Unlock – Lateral', 'Unlock with my passkey', null]);
    expect(router.state.location).toMatchObject({ pathname: '/writing', search: '?from=card' });
    expect(document.getElementById('words')).toBeNull();
  });

  it('unlocked has one heading with the focus, a title, the way round by roles, and counts in words', async () => {
    await unlocked();
    expect(screen.getAllByRole('heading', { level: 1 }).map(({ textContent }) => textContent)).toEqual(['Writing']);
    expect([focused(), document.title]).toEqual(['Writing', '(1 red) Writing – Lateral']);
    expect([...document.querySelectorAll('.govuk-service-navigation__list a')].map(({ textContent }) => textContent)).toEqual(['Checks', 'Inbox (1 waiting)', 'Team']);
    expect(document.querySelector('.desk-who')?.textContent).toContain('North School');
  });

  it('counts in the title what is red and read for others, until it was opened', async () => {
    const { state, queries } = await unlocked();
    state.delegated = [{ id: 'd-1', message: 'm-1', urgency: 'red' }, { id: 'd-2', message: 'm-2', urgency: 'amber' }];
    await queries.invalidateQueries({ queryKey: KEYS.delegated });
    await settled();
    expect(document.title).toBe('(2 red) Writing – Lateral');
    queries.setQueryData(KEYS.opened('m-1'), { envelope: 'm-1' });
    await settled();
    expect(document.title).toBe('(1 red) Writing – Lateral');
  });

  it('gives text and focus back after a lock, and shows none of it meanwhile', async () => {
    const { session } = await unlocked();
    const words = document.getElementById('words') as HTMLTextAreaElement;
    words.focus();
    enter(words, { value: 'half a sent' });
    await session.lock();
    await settled();
    expect([document.body.textContent.includes('half a sent'), document.getElementById('words'), document.title]).toEqual([false, null, 'Unlock – Lateral']);
    fireEvent.submit(screen.getByRole('button', { name: 'Unlock with my passkey' }).closest('form')!);
    await settled();
    expect([(document.getElementById('words') as HTMLTextAreaElement).value, focused()]).toEqual(['half a sent', 'words']);
  });

  it('locks by three keys, and when nobody has been there for ten minutes', async () => {
    const { clock, session } = await unlocked();
    fireEvent.keyDown(window, { key: 'L', ctrlKey: true, shiftKey: true });
    await settled();
    expect(session.now()).toMatchObject({ phase: 'locked' });
    fireEvent.submit(screen.getByRole('button', { name: 'Unlock with my passkey' }).closest('form')!);
    await settled();
    await clock.by(8 * 60_000);
    await settled();
    expect([screen.getByRole('alert').textContent, document.querySelector('dialog')?.open]).toEqual(['Lateral will lock in 2 minutes to keep this private.', true]);
    await clock.by(60_000);
    await settled();
    expect(screen.getByRole('alert').textContent).toBe('Lateral will lock in 1 minute to keep this private.');
    await clock.by(60_000);
    await settled();
    expect(session.now()).toMatchObject({ phase: 'locked' });
  });

  it('changes its language without losing the page, the words in it or the address', async () => {
    // The document's own jar takes no cookie at some addresses; that one is put into it is what counts.
    const kept: string[] = [];
    Object.defineProperty(document, 'cookie', { configurable: true, get: () => '', set: (text: string) => { kept.push(text); } });
    const { router } = await unlocked();
    enter(document.getElementById('words')!, { value: 'words' });
    fireEvent.click(screen.getByRole('link', { name: 'Cymraeg' }));
    await settled();
    await waitFor(() => { expect(kept).toEqual([expect.stringMatching(/^lng=cy; Path=\/;/u)]); });
    expect([document.documentElement.lang, document.title]).toEqual(['cy', '(1 coch) Writing – Lateral']);
    expect([(document.getElementById('words') as HTMLTextAreaElement).value, focused(), router.state.location.search]).toEqual(['words', 'English', '?from=card']);
    expect(screen.getByRole('link', { name: 'English' }).getAttribute('href')).toBe('/writing?from=card&lng=en');
    expect(document.querySelector('.desk-who')?.textContent).toContain('Ysgol y Gogledd');
  });

  it('says what went wrong in a summary with the focus, and in the title; a second press sends nothing twice', async () => {
    const { state } = await unlocked();
    fireEvent.click(screen.getByRole('button', { name: 'Send' }));
    fireEvent.click(screen.getByRole('button', { name: 'Send' }));
    await settled();
    expect([state.posts, document.title]).toEqual([1, 'Error: (1 red) Writing – Lateral']);
    expect(document.activeElement?.className).toContain('govuk-error-summary');
    expect(screen.getByRole('alert').textContent).toContain('Your text is safe');
  });

  it('answers what is not there and what may not be seen alike', async () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await unlocked();
    fireEvent.click(screen.getByRole('link', { name: 'Broken' }));
    await settled();
    expect([focused(), document.title]).toEqual(['You cannot see this page', '(1 red) You cannot see this page – Lateral']);
    quiet.mockRestore();
  });

  it('away keeps the page to be read, and says since when', async () => {
    const { reach } = await unlocked();
    reach.away();
    await settled();
    expect(screen.getByRole('region', { name: 'Important' }).textContent).toContain('What you can see was correct at 9am');
    expect(document.getElementById('words')).not.toBeNull();
    reach.answered();
    await settled();
    expect(screen.queryByRole('region', { name: 'Important' })).toBeNull();
  });
});
