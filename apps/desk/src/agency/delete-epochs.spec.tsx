import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MemberRole, Problem, RecoveryKit, RosterProposalView } from '@lateral/contracts';
import { enter, settled } from '../../../../test/world/at-the-screen.js';
import { newQueries } from '../data/queries.js';
import { DeskContext, type Desk } from '../frame/desk.js';
import { Drafts } from '../frame/drafts.js';
import { TestClock } from '../frame/test-clock.js';
import { HubProblem } from '../hub/hub.js';
import { agency as cy } from '../words/cy/agency.js';
import { agency as en } from '../words/en/agency.js';
import type { Language } from '../words/languages.js';
import { startWords } from '../words/start-words.js';
import { Component as KeysPage } from './keys-page.js';

const NOW = '2028-11-22T10:43:00.000Z';
const WORDS = { en: ['one', 'two', 'three', 'four', 'five', 'six'], cy: ['un', 'dau', 'tri', 'pedwar', 'pump', 'chwech'] };
const PAPERS = [1, 2, 3].map((number) => `LATERAL KIT SHARE ${number} of 3, any 2 open; version 1; council; set 0a1b2c3d; AAA${number}-BBB${number}-CCC${number}`);
const kit: RecoveryKit = { v: 1, agency: 'council', primary: 'P', made: NOW, sealed: 's' };
const entry = (member: string, roles: MemberRole[]) => ({ member, roles, fingerprint: `F-${member}`, from: '2026-01-01T00:00:00.000Z', until: null });
const epochs = [
  { epoch: 'E3', from: '2028-11-01T09:00:00.000Z', until: '2028-12-06T09:00:00.000Z', standing: 'newest' }, { epoch: 'E2', from: '2026-03-01T09:00:00.000Z', until: '2026-04-05T09:00:00.000Z', standing: 'past' },
  { epoch: 'E1', from: '2026-01-01T09:00:00.000Z', until: '2026-02-05T09:00:00.000Z', standing: 'deleted' },
];
const changes = { version: 5, joins: [], leaves: [], ends: [], roles: [], otherwise: [], newEpoch: false, delegates: null };
const proposal = { agency: 'council', version: 5, digest: 'digest-5', proposedBy: 'u-two', proposedAt: NOW, roster: {}, copies: [], custody: [] } as unknown as RosterProposalView;
const MONTHS = { en: 'In use from 1 March 2026 to 5 April 2026', cy: 'Mewn defnydd o 1 Mawrth 2026 tan 5 Ebrill 2026' };

let done: [act: string, of: unknown][];
let waiting: RosterProposalView | null;
/** What the hub says to each proposal; null where it takes it. */
let refusals: (string | null)[];
let tried: unknown;
let kept: RecoveryKit | null;
beforeEach(() => { [done, waiting, refusals, tried, kept] = [[], null, [], { ok: true, made: NOW, holds: false }, kit]; });
afterEach(() => { cleanup(); });

const refused = (reason: string): HubProblem => new HubProblem(422, 'roster-refused', { type: 't', title: 't', status: 422, code: 'roster-refused', detail: 'd', fields: [{ field: '/roster/document/deletedEpochs', reason }] } as Problem);

async function show(language: Language = 'en'): Promise<void> {
  await startWords(language);
  const say = (name: string, of: unknown): void => { done.push([name, of]); };
  const hub = {
    newKey: () => 'key', agencies: async () => [], memberNames: async () => [], joiners: async () => [], rosterProposal: async () => waiting, custodyCopy: async () => ({}), drafts: async () => [], recoveryKit: async () => kept,
    proposeRoster: async () => {
      const reason = refusals.shift() ?? null;
      if (reason !== null) throw refused(reason);
      say('propose', null);
      return { agency: 'council', version: 5, state: 'waiting' };
    },
    putRecoveryKit: async () => { say('kit', null); return null; }, cosignRoster: async (_: number, signature: string) => { say('cosign', signature); return { agency: 'council', version: 5, state: 'published' }; },
  };
  const told: Record<string, (given: never) => unknown> = {
    'own-roster': () => ({ ok: true, version: 4, issued: NOW, delegates: [], members: [entry('u-me', ['custodian']), entry('u-two', ['custodian'])] }), 'words': () => WORDS, 'take-custody': () => ({ ok: true }), 'own-epochs': () => ({ ok: true, epochs }),
    'delete-epochs': (given) => { say('delete', given); return { ok: true, proposal: {}, digest: 'digest-made', kit, papers: PAPERS }; }, 'try-papers': (given) => { say('try', given); return tried; },
    'read-proposal': () => ({ ok: true, digest: 'digest-5', signers: ['u-two'], changes, joiners: [], deletes: [{ epoch: 'E2', from: epochs[1]!.from, until: epochs[1]!.until, words: WORDS }], receives: { team: [], custody: [] } }),
    'cosign': ({ deleting }: { deleting: string[] }) => ({ ok: true, version: 5, signature: `deleting ${deleting.join(' ')}` }),
  };
  const keeper = { known: { agencies: [], colleagues: [] }, takeAnew: async () => 'exact', confirm: async (action: string, objects: string[]) => { say('gesture', [action, ...objects]); } };
  const clock = new TestClock(NOW);
  const standing = { phase: 'unlocked', me: { agency: 'council', member: 'u-me', roles: ['custodian'] } };
  const secrets = { ask: async (kind: string, given: never) => told[kind]!(given) };
  const drafts = new Drafts({ hub: hub as never, secrets: secrets as never, timers: clock, now: clock.now, newId: () => 'draft' });
  const desk = { hub, secrets, keeper, drafts, now: clock.now, timers: clock, random: (length: number) => new Uint8Array(length).fill(1), newId: () => 'id', session: { hear: () => () => undefined, now: () => standing } } as unknown as Desk;
  render(<DeskContext.Provider value={desk}><QueryClientProvider client={newQueries()}><MemoryRouter initialEntries={['/agency/keys']}><Routes><Route path="/agency/keys" element={<KeysPage />} /></Routes></MemoryRouter></QueryClientProvider></DeskContext.Provider>);
  await settled();
}
const press = async (element: HTMLElement): Promise<void> => { fireEvent.click(element); await settled(); };
const button = (name: string): Promise<HTMLElement> => screen.findByRole('button', { name });
const type = (label: string, value: string): void => { enter(screen.getByLabelText(label), { value }); };
const summary = (): (string | null)[] => [...document.querySelectorAll('.govuk-error-summary li')].map((each) => each.textContent);
const named = (text: string, values: Record<string, string | number>): string => text.replaceAll(/\{\{(\w+)\}\}/gu, (_, name: string) => String(values[name]));

async function toTheWarning(language: Language = 'en'): Promise<void> {
  const words = language === 'en' ? en : cy;
  await show(language);
  await press(await button(words.epochs.open));
  await press(await screen.findByRole('checkbox', { name: MONTHS[language] }));
  await press(await button(words.next.go));
}

describe.each([['en', en], ['cy', cy]] as const)('deleting an old key, in %s', (language, words) => {
  it('begins with the months and words of each, and says why the others are not offered', async () => {
    await show(language);
    await press(await button(words.epochs.open));
    expect((await screen.findAllByRole('checkbox')).length).toBe(1);
    for (const said of [words.epochs.standing.newest, words.epochs.standing.deleted]) expect(document.body.textContent).toContain(said);
    await press(await button(words.next.go));
    expect([summary(), done]).toEqual([[words.epochs.needed], []]);
    await press(screen.getByRole('checkbox', { name: MONTHS[language] }));
    await waitFor(() => { expect(document.querySelector('ol[lang="cy"]')?.textContent).toBe(WORDS.cy.join('')); });
  });

  it('says in words what still stands against it, before a paper is printed', async () => {
    await toTheWarning(language);
    expect([document.querySelector('h1')?.textContent, document.body.textContent?.includes(MONTHS[language]), done]).toEqual([words.epochs.sure, true, []]);
    refusals = ['epoch-still-needed'];
    await press(await button(words.epochs.sureDo));
    await waitFor(() => { expect(summary()).toEqual([words.epochs.refused['epoch-still-needed']]); });
    expect([screen.queryByText(PAPERS[0]!), done.filter(([name]) => name === 'kit' || name === 'propose')]).toEqual([null, []]);
  });

  it('prints three papers, asks for a group of each, puts the kit into the hub and then the list forward', async () => {
    refusals = ['recovery-kit-older'];
    await toTheWarning(language);
    await press(await button(words.epochs.sureDo));
    for (const paper of PAPERS) await screen.findByText(paper);
    await press(await button(words.papers.printed));
    expect(PAPERS.some((paper) => screen.queryByText(paper) !== null)).toBe(false);
    await press(await button(words.papers.go));
    expect(summary()).toHaveLength(3);
    for (const number of [1, 2, 3]) type(named(words.papers.group, { number, place: 2 }), `bbb${number}`);
    await press(await button(words.papers.go));
    await screen.findByText(named(words.keys.proposed, { version: 5 }));
    expect(done).toEqual([
      ['delete', { epochs: ['E2'] }], ['gesture', ['change-roster', 'digest-made']], ['gesture', ['change-roster', 'P']], ['kit', null], ['gesture', ['change-roster', 'digest-made']], ['propose', null],
    ]);
  });

  it('is signed by the other custodian once the words were looked at and two papers tried', async () => {
    waiting = proposal;
    await show(language);
    await screen.findByText(named(words.proposal.deletes, { months: MONTHS[language] }));
    expect(screen.queryByText(words.proposal.nothing)).toBeNull();
    await press(await button(words.proposal.sign));
    expect([summary(), done]).toEqual([[words.deletes.needed, words.deletes.papersNeeded], []]);
    await press(screen.getByRole('checkbox', { name: words.deletes.looked }));
    type(words.deletes.first, ` ${PAPERS[0]!} `);
    type(words.deletes.second, PAPERS[2]!);
    await press(await button(words.deletes.try));
    await screen.findByText(named(words.deletes.opens, { day: language === 'en' ? '22 November 2028' : '22 Tachwedd 2028' }));
    await press(await button(words.proposal.sign));
    await screen.findByText(named(words.keys.published, { version: 5 }));
    expect(done).toEqual([['try', { kit, papers: [PAPERS[0], PAPERS[2]], epochs: ['E2'] }], ['gesture', ['change-roster', 'digest-5']], ['cosign', 'deleting E2']]);
  });
});

describe('the other custodian', () => {
  it.each([
    ['with an older kit', { ok: true, made: NOW, holds: true }, named(en.deletes.holds, { day: '22 November 2028' })], ['with a mistyped paper', { ok: false, code: 'mistyped' }, en.deletes.refused.mistyped],
    ['with papers of another kit', { ok: false, code: 'foreign-share' }, en.deletes.refused['foreign-share']], ['with a kit that was changed', { ok: false, code: 'kit-changed' }, en.deletes.refused.other],
  ])('signs nothing %s', async (_, outcome, said) => {
    [waiting, tried] = [proposal, outcome];
    await show();
    await press(await screen.findByRole('checkbox', { name: en.deletes.looked }));
    await press(await button(en.deletes.try));
    await screen.findByText(said);
    await press(await button(en.proposal.sign));
    expect([summary(), done.some(([name]) => name === 'cosign')]).toEqual([[en.deletes.papersNeeded], false]);
  });

  it('is told where no kit is kept in the hub', async () => {
    [waiting, kept] = [proposal, null];
    await show();
    await press(await screen.findByRole('checkbox', { name: en.deletes.looked }));
    await press(await button(en.deletes.try));
    await screen.findByText(named(en.deletes.noKit, { name: 'u-two' }));
    await press(await button(en.proposal.sign));
    await screen.findByText(named(en.keys.published, { version: 5 }));
  });
});

describe('a list that the hub took without a new kit', () => {
  it('is not put forward twice', async () => {
    await toTheWarning();
    await press(await button(en.epochs.sureDo));
    await press(await button(en.papers.printed));
    for (const number of [1, 2, 3]) type(named(en.papers.group, { number, place: 2 }), `BBB${number}`);
    await press(await button(en.papers.go));
    await screen.findByText(named(en.keys.proposed, { version: 5 }));
    expect(done.map(([name]) => name)).toEqual(['delete', 'gesture', 'propose', 'gesture', 'kit']);
  });
});
