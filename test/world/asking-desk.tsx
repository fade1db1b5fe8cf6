import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/preact';
import { createMemoryRouter, Outlet, RouterProvider, type RouteObject } from 'react-router';
import type { DraftBody, DraftReply, MemberRole, OpenCheckBody } from '@lateral/contracts';
import { referenceOf, uuid7 } from '@lateral/domain';
import { shippedLaw, someAgency } from './shipped-law.js';
import { LinkContext } from '../../apps/desk/src/components/index.js';
import { newQueries } from '../../apps/desk/src/data/queries.js';
import { DeskContext, type Desk } from '../../apps/desk/src/frame/desk.js';
import { Drafts } from '../../apps/desk/src/frame/drafts.js';
import { RouterLink } from '../../apps/desk/src/frame/router-link.js';
import type { WriteKey } from '../../apps/desk/src/hub/hub.js';
import { startWords } from '../../apps/desk/src/words/start-words.js';
import type { Letter } from '../../apps/desk/src/crypto/protocol.js';

/* A desk without hub, worker or authenticator: what it would send is kept to be looked at. For the specs of pages. */
export const NOW = new Date('2026-11-23T09:40:00.000Z');
export const OWN = someAgency('council', 'LA_CSC', 'W');
export const ASKED = [someAgency('heddlu', 'POLICE', 'W'), someAgency('bwrdd', 'LHB', 'W'), someAgency('addysg', 'LA_EDU', 'W'), someAgency('tai', 'LA_HOUS', 'W')];
export const POLICY = { id: 'APD-T-1', version: '1.0', reviewDate: '2027-06-30' };
export const law = await shippedLaw('W', [OWN, ...ASKED].map(({ id }) => id), ['s47_enquiry', 'decide_threshold', 'immediate_protection']);

export interface Sent { body: OpenCheckBody; key: WriteKey }
export interface Shown { sent: Sent[]; letters: Letter[]; confirmed: string[][]; address: () => string; go: (to: string) => Promise<void>; noticed: () => Promise<void> }
type Answers = Partial<Record<keyof Desk['hub'], unknown>>;

/** A hub that keeps drafts: given to a second desk, it is that of somebody who locked or loaded the page anew. */
export function keepingDrafts(drafts: Map<string, DraftReply>): Answers {
  return {
    drafts: async () => [...drafts.values()], draft: async (id: string) => drafts.get(id) ?? null, deleteDraft: async (id: string) => { drafts.delete(id); return null; },
    putDraft: async (id: string, body: DraftBody) => { drafts.set(id, { ...body, id, version: body.version + 1, updatedAt: NOW.toISOString(), by: me.member, bytes: 1 }); return { version: body.version + 1 }; },
  };
}

/** Id of a check that is begun now. */
export const BEGUN = uuid7(NOW, new Uint8Array(10));
let made = 0;
const newId = (): string => uuid7(NOW, Uint8Array.from({ length: 10 }, (_, at) => (made += at + 1) % 256));
const opened = (sealed = 'null'): object => ({ ok: true, value: JSON.parse(sealed) as unknown, by: me.member });
const me = { agency: OWN.id, member: 'u-1' };

/** Pages at their addresses, beginning at one. `answers` stand in for the hub's own, `keeps` for the keeper's, `roles` are theirs who sits there. `noticed` fetches the checks again, as a notice does. */
export async function showDesk(routes: RouteObject[], at: string, answers: Answers = {}, keeps: Partial<Record<keyof Desk['keeper'], unknown>> = {}, roles: readonly MemberRole[] = ['practitioner']): Promise<Shown> {
  const standing = { phase: 'unlocked', me: { ...me, roles } };
  await startWords('en');
  // What the desk does by itself, saving a draft, is waited for by what it shows.
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = false;
  const sent: Sent[] = [];
  const letters: Letter[] = [];
  const confirmed: string[][] = [];
  const never = (): (() => void) => () => undefined;
  const hub = {
    newKey: newId, drafts: async () => [], draft: async () => null, putDraft: async () => ({ version: 1 }), deleteDraft: async () => null, checks: async () => ({ items: [], next: null }), contacts: async () => [],
    ownContact: async () => ({ policyDocument: POLICY }), memberNames: async () => [], agencies: async () => [], catalogue: async () => ({ document: law.catalogue.document }), questionPacks: async () => ({ packs: law.packs }), deadlines: async () => law.deadlines,
    agreements: async () => ({ agreements: law.agreements.map((each) => ({ ...each, state: 'published' })), next: null }),
    openCheck: async (body: OpenCheckBody, key: WriteKey) => { sent.push({ body, key }); return { id: body.id, reference: referenceOf(body.id), state: 'open', version: 1, requests: [] }; },
    ...answers,
  } as unknown as Desk['hub'];
  const keeper = {
    known: { agencies: [OWN, ...ASKED], colleagues: [] }, trust: async () => undefined, mayOpen: (envelope: string) => confirmed.flat().includes(envelope), confirm: async (_: string, objects: string[]) => { confirmed.push(objects); },
    seal: async (_: unknown, given: Letter[]) => given.map((letter) => { letters.push(letter); return { header: { context: { message: letter.message } } }; }),
    sealHeading: async (message: string) => ({ heading: `of ${message}` }),
    ...keeps,
  } as unknown as Desk['keeper'];
  const secrets = { ask: async (kind: string, { value, sealed, drafts = [] }: { value?: unknown; sealed?: string; drafts?: { sealed: string }[] }) => (kind === 'open-drafts' ? drafts.map((each) => opened(each.sealed)) : kind === 'open-draft' ? opened(sealed) : { ok: true, sealed: JSON.stringify(value) }) } as unknown as Desk['secrets'];
  const timers = { after: (ms: number, act: () => void) => { const timer = setTimeout(act, Math.min(ms, 1)); return () => { clearTimeout(timer); }; } };
  const noTimers = { after: never };
  const desk = { hub, keeper, secrets, timers, now: () => NOW, newId, random: () => new Uint8Array(10), session: { now: () => standing, hear: never }, drafts: new Drafts({ hub, secrets, timers: noTimers, now: () => NOW, newId }) } as unknown as Desk;
  const router = createMemoryRouter([{ element: <LinkContext.Provider value={RouterLink}><Outlet /></LinkContext.Provider>, children: routes }], { initialEntries: [at] });
  const queries = newQueries();
  render(<DeskContext.Provider value={desk}><QueryClientProvider client={queries}><RouterProvider router={router} /></QueryClientProvider></DeskContext.Provider>);
  return { sent, letters, confirmed, address: () => `${router.state.location.pathname}${router.state.location.search}`, go: (to) => router.navigate(to), noticed: () => queries.invalidateQueries({ queryKey: ['checks'] }) };
}
