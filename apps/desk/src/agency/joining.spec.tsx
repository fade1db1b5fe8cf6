import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/preact';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, it, vi } from 'vitest';
import type { JoinerView } from '@lateral/contracts';
import { newQueries } from '../data/queries.js';
import { DeskContext, type Desk } from '../frame/desk.js';
import { startWords } from '../words/start-words.js';
import { Component as PeoplePage } from './people-page.js';

/* An administrator has somebody beside them, or on the telephone, who is joining: no notice tells of their next step. */
const SOON_MS = 15_000;
const came: JoinerView = { invitation: 'i', member: 'u-new', roles: ['practitioner'], key: null, fingerprint: null, redeemedAt: '2026-11-22T10:43:00.000Z' };

beforeEach(() => { vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }); });
afterEach(() => { cleanup(); vi.useRealTimers(); });

describe('who joins', () => {
  it('is shown with their next step, without a press', async () => {
    await startWords('en');
    let joining = came;
    const hub = { agencies: async () => [], memberNames: async () => [], joiners: async () => [joining] };
    const standing = { phase: 'unlocked', me: { agency: 'council', member: 'u-me', roles: ['agency_administrator'] } };
    const desk = {
      hub, keeper: { known: { agencies: [], colleagues: [] }, takeAnew: async () => 'exact' }, secrets: { ask: async () => ({ ok: true, version: 4, issued: came.redeemedAt, delegates: [], members: [] }) },
      now: () => new Date(came.redeemedAt!), random: (length: number) => new Uint8Array(length), session: { hear: () => () => undefined, now: () => standing },
    } as unknown as Desk;
    render(<DeskContext.Provider value={desk}><QueryClientProvider client={newQueries()}><MemoryRouter><PeoplePage /></MemoryRouter></QueryClientProvider></DeskContext.Provider>);
    await screen.findByText('Has used the code. Is making a key');
    joining = { ...came, key: 'key', fingerprint: 'F-new' };
    await vi.advanceTimersByTimeAsync(SOON_MS);
    await screen.findByText(/^Has brought a key/u);
  });
});
