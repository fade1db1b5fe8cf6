import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CheckView, RequestView } from '@lateral/contracts';
import { settled, write } from '../../../../test/world/at-the-screen.js';
import { newQueries } from '../data/queries.js';
import { DeskContext, type Desk } from '../frame/desk.js';
import { TestClock } from '../frame/test-clock.js';
import { HubProblem } from '../hub/hub.js';
import type { Language } from '../words/languages.js';
import { startWords } from '../words/start-words.js';
import { Component as HandoverPage } from './handover-page.js';
import { aCheck, aRequest, NOW } from './team.examples.js';
import { Component as TeamPage } from './team-page.js';

interface Asked { act: string; of: string; what: unknown; key?: string | undefined }
let inbox: RequestView[];
let checks: CheckView[];
let asked: Asked[];
let refusals: Map<string, HubProblem>;
const problem = (status: number, code: string, more: object = {}): HubProblem => new HubProblem(status, code, { type: '', title: '', status, code, detail: '', ...more } as never);

beforeEach(() => {
  [inbox, checks, asked, refusals] = [[aRequest('A', { heldBy: 'u-bob' }), aRequest('B'), aRequest('C', { dueAt: '2026-11-22T10:00:00.000Z' })], [], [], new Map()];
});
afterEach(() => { cleanup(); });

async function show(path = '/team', { agency = 'heddlu', language = 'en' as Language } = {}): Promise<void> {
  await startWords(language);
  const done = (name: string, of: string, what: unknown, key?: string): Promise<unknown> => {
    asked.push({ act: name, of, what, key });
    const refused = refusals.get(of);
    return refused === undefined ? Promise.resolve({}) : Promise.reject(refused);
  };
  let keys = 0;
  const hub = {
    newKey: () => `key-${keys += 1}`, inbox: async () => ({ items: inbox, next: null }), checks: async () => ({ items: checks, next: null }), agencies: async () => [], memberNames: async () => [], contacts: async () => [{ agency: 'council', phone: '029 1', outOfHoursPhone: '029 2' }],
    holdRequest: (id: string, body: unknown) => done('hold', id, body), holdCheck: (id: string, body: unknown) => done('hold', id, body), remind: (id: string, level: unknown, key: string) => done('remind', id, level, key),
  };
  const standing = { phase: 'unlocked', me: { agency, member: 'u-man', roles: ['team_manager'] } };
  const colleagues = [['u-ann', 'responder'], ['u-bob', 'responder'], ['u-cus', 'agency_administrator'], ['u-man', 'team_manager']].map(([member, role]) => ({ member, roles: [role], fingerprint: 'F' }));
  const clock = new TestClock(NOW);
  const desk = { hub, keeper: { known: { agencies: [], colleagues }, mayOpen: () => true, openAll: async () => { throw new Error('nothing is opened here'); } }, now: clock.now, timers: clock, session: { hear: () => () => undefined, now: () => standing } } as unknown as Desk;
  const routes = <Routes><Route path="/team" element={<TeamPage />} /><Route path="/team/handover" element={<HandoverPage />} /></Routes>;
  render(<DeskContext.Provider value={desk}><QueryClientProvider client={newQueries()}><MemoryRouter initialEntries={[path]}>{routes}</MemoryRouter></QueryClientProvider></DeskContext.Provider>);
  await waitFor(() => { expect(document.querySelector('.desk-grid, .desk-handover')).not.toBeNull(); });
}
const press = async (element: HTMLElement): Promise<void> => { fireEvent.click(element); await settled(); };
const tick = (reference: string): Promise<void> => press(screen.getByRole('checkbox', { name: `Select ${reference}, council` }));
const choose = async (member: string): Promise<void> => { await write(screen.getByLabelText('Who should have them'), { value: member }); };
const give = (): Promise<void> => press(screen.getByRole('button', { name: 'Give those selected' }));
const summary = (): (string | null)[] => [...document.querySelectorAll('.govuk-error-summary li')].map((each) => each.textContent);

describe('giving work to somebody else', () => {
  it('is for several at once, from whoever was seen to have each', async () => {
    await show();
    expect([...screen.getByLabelText('Who should have them').querySelectorAll('option')].map((each) => each.value)).toEqual(['', 'u-ann', 'u-bob', 'u-man', 'nobody']);
    await tick('LAT-A');
    await tick('LAT-B');
    await choose('u-ann');
    await give();
    await screen.findByText('2 checks were given to u-ann.');
    expect(asked.map(({ of, what }) => [of, what])).toEqual([['B', { from: null, to: 'u-ann' }], ['A', { from: 'u-bob', to: 'u-ann' }]].toSorted());
    expect(screen.queryAllByRole('checkbox', { checked: true })).toEqual([]);
  });

  it('asks which, and to whom', async () => {
    await show();
    await give();
    expect(summary()).toEqual(['Select at least one check', 'Choose who should have them']);
    expect([document.title, asked, document.activeElement?.className]).toEqual(['Error: Team – Lateral', [], 'govuk-error-summary']);
    expect(document.querySelector('.govuk-error-summary a')!.getAttribute('href')).toBe(`#${screen.getAllByRole('checkbox')[0]!.id}`);
  });

  it('leaves with a colleague what they took meanwhile, says so, and gives the others', async () => {
    refusals.set('A', problem(409, 'holder-changed', { holder: 'u-cus' }));
    await show();
    await tick('LAT-A');
    await tick('LAT-B');
    await choose('u-ann');
    await give();
    await screen.findByText('1 check was given to u-ann.');
    expect(summary()).toEqual(['LAT-A: u-cus has it now. Nothing was changed.']);
  });

  it('of a check that was asked gives the whole, once', async () => {
    checks = [aCheck('LAT-X', [aRequest('1'), aRequest('2', { asked: 'bwrdd' })])];
    await show('/team?show=asking', { agency: 'council' });
    for (const box of screen.getAllByRole('checkbox')) await press(box);
    await choose('u-ann');
    await give();
    await screen.findByText('1 check was given to u-ann.');
    expect(asked.map(({ of, what }) => [of, what])).toEqual([['LAT-X', { from: null, to: 'u-ann' }]]);
  });
});

describe('chasing', () => {
  const late = aRequest('late', { dueAt: '2026-11-22T10:00:00.000Z' });
  beforeEach(() => { checks = [aCheck('LAT-X', [late, aRequest('soon', { asked: 'bwrdd' })])]; });

  it('reminds, and puts what is late to the managers', async () => {
    await show('/team?show=asking', { agency: 'council' });
    expect(screen.getAllByRole('button', { name: /^Escalate/u })).toHaveLength(1);
    await press(screen.getByRole('button', { name: 'Remind bwrdd, LAT-X' }));
    await screen.findByText('bwrdd was reminded of LAT-X.');
    await press(screen.getByRole('button', { name: 'Escalate heddlu, LAT-X' }));
    await screen.findByText('LAT-X was put to the managers of heddlu.');
    expect(asked.map(({ of, what }) => [of, what])).toEqual([['soon', 'reminder'], ['late', 'escalation']]);
  });

  it.each([
    ['too soon', problem(429, 'too-many-requests'), 'LAT-X: this can be sent once an hour, and it was sent less than an hour ago'],
    ['not late by the hub’s clock', problem(409, 'wrong-state', { fields: [{ field: '/level', reason: 'not-overdue' }] }), 'LAT-X is not overdue, so it cannot be escalated yet'],
  ])('says where it is %s', async (_what, refusal, said) => {
    refusals.set('late', refusal);
    await show('/team?show=asking', { agency: 'council' });
    await press(screen.getByRole('button', { name: 'Escalate heddlu, LAT-X' }));
    await waitFor(() => { expect(summary()).toEqual([said]); });
  });

  it('after silence tries the same act again', async () => {
    refusals.set('late', new HubProblem(0, 'away'));
    await show('/team?show=asking', { agency: 'council' });
    await press(screen.getByRole('button', { name: 'Escalate heddlu, LAT-X' }));
    await press(screen.getByRole('button', { name: 'Escalate heddlu, LAT-X' }));
    expect(asked.map(({ key }) => key)).toEqual(['key-1', 'key-1']);
  });
});

describe('the page', () => {
  it.each<[Language, string]>([['en', 'Team'], ['cy', 'Tîm']])('has its one heading and its figures in %s', async (language, title) => {
    await show('/team', { language });
    expect(screen.getAllByRole('heading', { level: 1 }).map(({ textContent }) => textContent)).toEqual([title]);
    expect([...document.querySelectorAll('.desk-numbers dd')].map(({ textContent }) => textContent)).toEqual(['3', '1', '2', language === 'en' ? '0 of 0' : '0 o 0']);
  });

  it('has a sheet to hand over, which opens nothing', async () => {
    await show('/team/handover');
    expect(screen.getByText('Printed by u-man for heddlu at 10:43am, 22 November 2026')).toBeTruthy();
    expect(screen.getAllByText('Not opened here')).toHaveLength(3);
    expect(await screen.findByText('029 2')).toBeTruthy();
  });
});
