import { notifyManager, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/preact';
import type { ComponentType } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import type { CheckView, DraftBody, DraftReply } from '@lateral/contracts';
import { settled, write } from './at-the-screen.js';
import type { Letter } from '../../apps/desk/src/crypto/protocol.js';
import { newQueries } from '../../apps/desk/src/data/queries.js';
import { LinkContext } from '../../apps/desk/src/components/index.js';
import { DeskContext } from '../../apps/desk/src/frame/desk.js';
import { makeDesk } from '../../apps/desk/src/frame/make-desk.js';
import { RouterLink } from '../../apps/desk/src/frame/router-link.js';
import { TestClock } from '../../apps/desk/src/frame/test-clock.js';
import { HubProblem } from '../../apps/desk/src/hub/hub.js';
import type { Unsealed, Wanted } from '../../apps/desk/src/keeper/keeper.js';
import { startWords } from '../../apps/desk/src/words/start-words.js';
import type { Language } from '../../apps/desk/src/words/languages.js';

type Role = 'senior_practitioner' | 'team_manager' | 'practitioner';
export interface AskerWorld { check: CheckView; messages: readonly Unsealed[]; language?: Language; roles?: Role[]; /** What the hub says no to, by act and what it is of. */ refusals?: Map<string, HubProblem>; /** Envelopes of which the hub has nothing left to hand over. */ erased?: readonly string[]; /** What the hub keeps of unfinished work: given to a second desk, it is that of somebody who loaded the page anew. */ drafts?: Map<string, DraftReply> }
export interface Asker { log: { act: string; of: string; what: unknown }[]; gestures: { action: string; objects: readonly string[] }[]; letters: Letter[]; opened: string[]; world: AskerWorld; refetch: () => Promise<void>; path: () => string }

const backwards = (text: string): string => Array.from(text).toReversed().join('');

/** A draft as it was kept in an earlier visit. */
export function keptDraft(kind: DraftBody['kind'], value: unknown, change: Partial<DraftReply> = {}): [string, DraftReply] {
  const id = `kept-${kind}`;
  return [id, { id, kind, check: 'LAT-7F3K-92', request: null, readers: 'self', state: 'writing', version: 4, by: 'm1', updatedAt: '2026-11-21T10:00:00.000Z', bytes: 1, sealed: backwards(JSON.stringify({ v: 1, value, field: null })), ...change }];
}

/** A desk of somebody who asks: its hub has one check, its keeper opens what it is given, its worker seals by writing backwards. */
export async function asker(world: AskerWorld, pages: Record<string, ComponentType>, at: string): Promise<Asker> {
  await startWords(world.language ?? 'en');
  // What was fetched is shown in the same turn: nothing here waits for a timer.
  notifyManager.setScheduler(queueMicrotask);
  const found: Asker = { log: [], gestures: [], letters: [], opened: [], world, refetch: () => settled(), path: () => '' };
  const made = deskOf(found);
  const queries = newQueries();
  const router = createMemoryRouter(Object.entries(pages).map(([path, Component]) => ({ path, Component })), { initialEntries: [at] });
  found.path = () => router.state.location.pathname;
  found.refetch = async () => { await queries.invalidateQueries({ queryKey: ['check'] }); await settled(); };
  render(<DeskContext.Provider value={made}><QueryClientProvider client={queries}><LinkContext.Provider value={RouterLink}><RouterProvider router={router} /></LinkContext.Provider></QueryClientProvider></DeskContext.Provider>);
  await settled();
  return found;
}

function deskOf(found: Asker): ReturnType<typeof makeDesk> {
  const clock = new TestClock('2026-11-22T11:00:00.000Z');
  let bytes = 0;
  const me = { agency: 'council', member: 'm1', roles: found.world.roles ?? ['senior_practitioner'] };
  const standing = { phase: 'unlocked', me };
  const session = { hear: () => () => undefined, now: () => standing, putAwayBeforeLock: () => () => undefined, storeBeforeLeaving: () => undefined };
  const ask = async (kind: string, given: { value?: unknown; sealed?: string }): Promise<unknown> => (kind === 'seal-draft' ? { ok: true, sealed: backwards(JSON.stringify(given.value)) } : { ok: true, value: JSON.parse(backwards(given.sealed ?? '')) as unknown, by: 'm1' });
  return makeDesk({
    hub: hubOf(found), keeper: keeperOf(found), secrets: { ask }, session, reach: {}, queries: newQueries(), now: clock.now, timers: clock, random: (length: number) => Uint8Array.from({ length }, () => (bytes += 1)), channel: { postMessage: () => undefined, onmessage: null }, locks: null,
  } as unknown as Parameters<typeof makeDesk>[0]);
}

function hubOf({ log, world }: Asker): object {
  let keys = 0;
  const drafts = world.drafts ?? new Map<string, DraftReply>();
  const did = (name: string) => async (of: string, what: unknown): Promise<unknown> => {
    log.push({ act: name, of, what });
    const refusal = world.refusals?.get(`${name} ${of}`);
    if (refusal !== undefined) throw refusal;
    return {};
  };
  const acts = Object.fromEntries(['recordDecision', 'tellOutcome', 'remind', 'rateCheck', 'moveDueTime', 'withdrawRequest', 'withdrawCheck', 'closeCheck', 'recuseFromCheck', 'evidence', 'recordExport'].map((name) => [name, did(name)]));
  return {
    newKey: () => `key-${(keys += 1)}`, check: async () => world.check, agencies: async () => [], memberNames: async () => [], contacts: async () => [{ agency: 'heddlu', phone: '029 2018 0000', outOfHoursPhone: null, hours: [], verifiedAt: null, version: 1 }],
    questionPacks: async () => ({ packs: [] }), ...acts,
    drafts: async () => [...drafts.values()], draft: async (id: string) => drafts.get(id) ?? null, deleteDraft: async (id: string) => { drafts.delete(id); return null; },
    putDraft: async (id: string, body: DraftBody) => { drafts.set(id, { ...body, id, version: body.version + 1, updatedAt: '2026-11-22T11:00:00.000Z', by: 'm1', bytes: 1 }); return { version: body.version + 1 }; },
  };
}

function keeperOf({ gestures, letters, opened, world }: Asker): object {
  const granted = new Set<string>();
  const confirm = async (action: string, objects: readonly string[]): Promise<void> => {
    if (objects.every((object) => granted.has(`${action} ${object}`))) return;
    gestures.push({ action, objects });
    for (const object of objects) granted.add(`${action} ${object}`);
  };
  return {
    known: { agencies: [], colleagues: [] }, confirm, mayOpen: (envelope: string) => granted.has(`open-content ${envelope}`),
    openAll: async (_me: unknown, wanted: readonly Wanted[]) => {
      await confirm('open-content', wanted.map(({ envelope }) => envelope));
      if (wanted.some(({ envelope }) => world.erased?.includes(envelope) === true)) throw new HubProblem(410, 'erased');
      opened.push(...wanted.map(({ envelope }) => envelope));
      return wanted.map(({ envelope }) => world.messages.find((message) => message.envelope === envelope) ?? { envelope, opened: null, code: 'no-key', step: 6 });
    },
    seal: async (_me: unknown, sealing: readonly Letter[]) => {
      letters.push(...sealing);
      return sealing.map(({ message }) => ({ header: { context: { message } } }));
    },
  };
}

/** Presses that somebody made, each by the name of what was pressed: what the budget of a task is counted by. */
export class Presses {
  readonly made: string[] = [];

  async press(role: keyof typeof PRESSED, name: string | RegExp): Promise<void> {
    const element = [...document.querySelectorAll<HTMLElement>(PRESSED[role])].find((each) => (typeof name === 'string' ? named(each) === name : name.test(named(each))));
    if (element === undefined) throw new Error(`no ${role} called ${String(name)}: ${document.body.textContent ?? ''}`);
    this.made.push(named(element));
    fireEvent.click(element);
    await settled();
  }
}

const PRESSED = { button: 'button', link: 'a', radio: 'input[type=radio]', checkbox: 'input[type=checkbox]' } as const;

function named(element: HTMLElement): string {
  const said = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element.textContent;
  return (said ?? '').replace(/\s+/gu, ' ').trim();
}

export async function type(label: string | RegExp, text: string): Promise<void> {
  await write(screen.getByLabelText(label), { value: text });
}
