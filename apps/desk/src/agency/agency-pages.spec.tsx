import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { MemoryRouter, Route, Routes } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ContactBody, DraftBody, DraftReply, JoinerView, MemberRole, OwnContactView, RosterProposalView } from '@lateral/contracts';
import { settled, write } from '../../../../test/world/at-the-screen.js';
import type { RosterWish } from '../crypto/roster-wish.js';
import { newQueries } from '../data/queries.js';
import { DeskContext, type Desk } from '../frame/desk.js';
import { Drafts } from '../frame/drafts.js';
import { TestClock } from '../frame/test-clock.js';
import { HubProblem } from '../hub/hub.js';
import type { KeyLogState } from '../keeper/keeper.js';
import { startWords } from '../words/start-words.js';
import { Component as ContactsPage } from './contacts-page.js';
import { Component as KeysPage } from './keys-page.js';
import { Component as PeoplePage } from './people-page.js';

const NOW = '2026-11-22T10:43:00.000Z';
const WORDS = { en: ['one', 'two', 'three', 'four', 'five', 'six'], cy: ['un', 'dau', 'tri', 'pedwar', 'pump', 'chwech'] };
const entry = (member: string, roles: MemberRole[]) => ({ member, roles, fingerprint: `F-${member}`, from: '2026-01-01T00:00:00.000Z', until: null });
const members = [entry('u-me', ['custodian', 'agency_administrator']), entry('u-two', ['custodian']), entry('u-three', ['responder'])];
const joiner: JoinerView = { invitation: 'i', member: 'u-new', roles: ['practitioner'], key: 'key', fingerprint: 'F-new', redeemedAt: NOW };
const changes = { version: 5, joins: [{ member: 'u-new', roles: ['practitioner'], fingerprint: 'F-new', comesBack: false, from: NOW, until: null }], leaves: [], ends: [], roles: [], otherwise: [], newEpoch: false, delegates: null };
const proposal = { agency: 'council', version: 5, digest: 'digest-5', proposedBy: 'u-two', proposedAt: NOW, roster: {}, copies: [], custody: [] } as unknown as RosterProposalView;
const contact: OwnContactView = { agency: 'council', phone: '029 1234', outOfHoursPhone: null, hours: [], verifiedAt: NOW, version: 3, mailbox: null, escalationMailbox: null, language: 'en', policyDocument: null, approved: 'some' };

let waiting: RosterProposalView | null;
let wishes: RosterWish[];
let signers: string[];
let done: [act: string, of: unknown][];
let contacts: OwnContactView[];
let log: KeyLogState;
let version: number;
let stored: Map<string, DraftReply>;
let putAway: () => Promise<void>;
beforeEach(() => { [log, version, stored] = ['exact', 4, new Map()]; [waiting, signers, wishes, done, contacts] = [null, ['u-two'], [], [], [contact]]; });

async function show(path: string, roles: MemberRole[] = ['custodian', 'agency_administrator']): Promise<void> {
  await startWords('en');
  let ids = 0;
  const say = (name: string, of: unknown): void => { done.push([name, of]); };
  const hub = {
    newKey: () => 'key', agencies: async () => [], memberNames: async () => [], joiners: async () => [joiner], rosterProposal: async () => waiting, custodyCopy: async () => ({}), ownContact: async () => contacts.at(-1), contacts: async () => [],
    proposeRoster: async (body: unknown) => { say('propose', body); return { agency: 'council', version: 5, state: 'waiting' }; }, cosignRoster: async (version: number, signature: string) => { say('cosign', [version, signature]); return { agency: 'council', version, state: 'published' }; },
    invite: async ({ member, roles: given }: { member: string; roles: string[] }) => { say('invite', [member, given]); return { id: 'id', code: 'ABCD-EFGH', expires: '2026-11-29T10:43:00.000Z' }; }, startAgain: async (member: string) => { say('start-again', member); return null; },
    oneTimeCode: async (member: string) => { say('one-time-code', member); return { id: 'id', code: 'WXYZ-1234', expires: '2026-11-22T10:58:00.000Z' }; },
    drafts: async () => [...stored.values()], draft: async (id: string) => stored.get(id) ?? null, deleteDraft: async (id: string) => { stored.delete(id); return null; },
    putDraft: async (id: string, body: DraftBody) => {
      const standing = { id, state: body.state, version: body.version + 1, updatedAt: NOW };
      stored.set(id, { ...body, ...standing, by: 'u-me', bytes: body.sealed.length });
      return standing;
    },
    putContact: async (_agency: string, body: ContactBody) => {
      say('contact', body);
      if (body.version !== contacts.at(-1)!.version) throw new HubProblem(409, 'version-changed');
      return { ...contact, ...body, version: body.version + 1 };
    },
  };
  const told: Record<string, (given: never) => unknown> = {
    'seal-draft': ({ value }: { value: unknown }) => ({ ok: true, sealed: JSON.stringify(value) }), 'open-draft': ({ sealed }: { sealed: string }) => ({ ok: true, value: JSON.parse(sealed) as unknown, by: 'u-me' }), 'open-drafts': ({ drafts }: { drafts: { sealed: string }[] }) => drafts.map(({ sealed }) => ({ ok: true, value: JSON.parse(sealed) as unknown, by: 'u-me' })),
    'own-roster': () => ({ ok: true, version, issued: NOW, delegates: [], members }), 'words': () => WORDS, 'read-joiner': () => ({ ok: true, fingerprint: 'F-new', words: WORDS }), 'take-custody': () => ({ ok: true }),
    'next-roster': ({ wish }: { wish: RosterWish }) => { wishes.push(wish); return { ok: true, proposal: { made: true }, digest: 'digest-made' }; },
    'read-proposal': () => ({ ok: true, digest: 'digest-5', signers, changes, joiners: [{ member: 'u-new', fingerprint: 'F-new', words: WORDS }], deletes: [], receives: { team: ['u-new'], custody: [] } }),
    'cosign': ({ digest }: { digest: string }) => ({ ok: true, version: 5, signature: `over ${digest}` }),
  };
  const secrets = { ask: async (kind: string, given: never) => told[kind]!(given) };
  const keeper = { known: { agencies: [], colleagues: [] }, takeAnew: async () => log, confirm: async (action: string, objects: string[]) => { say('gesture', [action, ...objects]); } };
  const clock = new TestClock(NOW);
  const standing = { phase: 'unlocked', me: { agency: 'council', member: 'u-me', roles } };
  const drafts = new Drafts({ hub: hub as never, secrets: secrets as never, timers: clock, now: clock.now, newId: () => `draft-${ids += 1}` });
  putAway = () => drafts.putAway();
  const desk = { hub, secrets, keeper, drafts, now: clock.now, timers: clock, random: (length: number) => new Uint8Array(length).fill(171), newId: () => `id-${ids += 1}`, session: { hear: () => () => undefined, now: () => standing } } as unknown as Desk;
  const routes = <Routes><Route path="/agency/people" element={<PeoplePage />} /><Route path="/agency/keys" element={<KeysPage />} /><Route path="/agency/contacts" element={<ContactsPage />} /></Routes>;
  render(<DeskContext.Provider value={desk}><QueryClientProvider client={newQueries()}><MemoryRouter initialEntries={[path]}>{routes}</MemoryRouter></QueryClientProvider></DeskContext.Provider>);
  await settled();
}
const press = async (element: HTMLElement): Promise<void> => { fireEvent.click(element); await settled(); };
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const box = (name: string | RegExp): HTMLElement => screen.getByRole('checkbox', { name });
const summary = (): (string | null)[] => [...document.querySelectorAll('.govuk-error-summary li')].map((each) => each.textContent);
const h1 = (): (string | null)[] => [...document.querySelectorAll('h1')].map((each) => each.textContent);

describe('a list that waits', () => {
  it('is signed by nobody who has not heard the words, and then as it was shown', async () => {
    waiting = proposal;
    await show('/agency/keys');
    await screen.findByText('u-new joins as Practitioner. Not before 22 November 2026.');
    expect([...document.querySelectorAll('ol[lang="cy"]')][0]?.textContent).toBe(WORDS.cy.join(''));
    await press(button('Sign it'));
    expect([summary(), done]).toEqual([['Compare the words of u-new with them first'], []]);
    await press(box('I heard these words from them'));
    await press(button('Sign it'));
    await screen.findByText('Version 5 of the list is in force.');
    expect(done).toEqual([['gesture', ['change-roster', 'digest-5']], ['cosign', [5, 'over digest-5']]]);
  });

  it('can be left', async () => {
    waiting = proposal;
    await show('/agency/keys');
    await press(await screen.findByRole('button', { name: 'Leave it unsigned' }));
    expect([screen.queryByRole('button', { name: 'Sign it' }), done]).toEqual([null, []]);
  });

  it('is for somebody else to sign where it is one’s own', async () => {
    waiting = proposal;
    signers = ['u-me'];
    await show('/agency/keys');
    await screen.findByText('You signed this. Another custodian has to look at it and sign.');
    expect([screen.queryByRole('button', { name: 'Sign it' }), screen.getByRole('button', { name: 'Prepare another in its place' }).tagName]).toEqual([null, 'BUTTON']);
  });
});

describe('the next list', () => {
  const prepare = async (): Promise<void> => {
    await show('/agency/keys');
    await press(await screen.findByRole('button', { name: 'Prepare the next list' }));
  };

  it('takes nobody in before their words were heard', async () => {
    await prepare();
    await press(box('Take in u-new as Practitioner'));
    await press(button('Continue'));
    expect([summary(), wishes, done]).toEqual([['Compare the words of u-new with them first'], [], []]);
    await press(box('I heard these words from them'));
    await press(button('Continue'));
    await screen.findByText('Version 5 waits for another custodian.');
    expect(wishes).toEqual([{ join: [{ member: 'u-new', roles: ['practitioner'], key: 'key', fingerprint: 'F-new' }], leave: [], roles: [], newEpoch: false, delegates: null }]);
    expect(done).toEqual([['gesture', ['change-roster', 'digest-made']], ['propose', { made: true }]]);
  });

  it('is interrupted before somebody ends or is made a custodian', async () => {
    await prepare();
    const [, , third] = [...document.querySelectorAll<HTMLInputElement>('input[name^="what-"][value="ends"]')];
    await press(third!);
    await press(button('Continue'));
    expect([h1(), done]).toEqual([['Before you sign'], []]);
    expect(screen.getByText(/^u-three ends now\. They have no session/u)).toBeTruthy();
    await press(button('Cancel'));
    expect((document.querySelectorAll<HTMLInputElement>('input[name^="what-"][value="ends"]')[2])!.checked).toBe(true);
    await press(button('Continue'));
    await press(button('Sign and put it forward'));
    await waitFor(() => { expect(wishes).toMatchObject([{ leave: ['u-three'] }]); });
  });
});

describe('a list that is half prepared', () => {
  const ends = (): HTMLInputElement => document.querySelectorAll<HTMLInputElement>('input[name^="what-"][value="ends"]')[2]!;
  async function prepared(): Promise<void> {
    await show('/agency/keys');
    await press(await screen.findByRole('button', { name: 'Prepare the next list' }));
    await press(await screen.findByRole('checkbox', { name: 'Take in u-new as Practitioner' }));
    await press(box('I heard these words from them'));
    await press(ends());
    // The desk locks: what was prepared is sealed, and the page goes.
    await putAway();
    await waitFor(() => { expect(stored.size).toBe(1); });
    cleanup();
  }

  it('comes back after a lock as it was, but for words, which are heard again', async () => {
    await prepared();
    expect([...stored.values()][0]).toMatchObject({ kind: 'note', check: null, request: null, readers: 'self' });
    expect([...stored.values()][0]!.sealed).not.toContain('F-new');
    await show('/agency/keys');
    await press(await screen.findByRole('button', { name: 'Go on with the list that you began' }));
    expect([(await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Take in u-new as Practitioner' })).checked, ends().checked, (box('I heard these words from them') as HTMLInputElement).checked]).toEqual([true, true, false]);
    await press(button('Continue'));
    expect([summary(), wishes]).toEqual([['Compare the words of u-new with them first'], []]);
  });

  it('is gone once it was put forward, or thrown away', async () => {
    await prepared();
    await show('/agency/keys');
    await press(await screen.findByRole('button', { name: 'Go on with the list that you began' }));
    await press(await screen.findByRole('checkbox', { name: 'I heard these words from them' }));
    await press(button('Continue'));
    await press(button('Sign and put it forward'));
    await waitFor(() => { expect([wishes.length, stored.size]).toEqual([1, 0]); });
    cleanup();
    await prepared();
    await show('/agency/keys');
    await press(await screen.findByRole('button', { name: 'Go on with the list that you began' }));
    await press(await screen.findByRole('button', { name: 'Throw this away and begin again' }));
    await waitFor(() => { expect([ends().checked, stored.size]).toEqual([false, 0]); });
  });

  it('is not gone on with where another list is in force by then', async () => {
    await prepared();
    version = 5;
    await show('/agency/keys');
    await press(await screen.findByRole('button', { name: 'Prepare the next list' }));
    await screen.findByText('You had begun a list. Another is in force since then, so it was not gone on with.');
    expect(ends().checked).toBe(false);
  });
});

describe('the key log', () => {
  it.each<[KeyLogState, string]>([
    ['exact', 'It holds your agency’s lists and no others.'],
    ['waiting', 'The newest list is on its way into it. That may take a day.'],
    ['overdue', 'The newest list was signed more than a day ago and is not in it. Only red checks can be sent. Telephone the partnership.'],
    ['silent', 'It could not be asked for more than three days. Only red checks can be sent. Telephone the partnership.'],
  ])('is said where it is %s', async (state, said) => {
    log = state;
    await show('/agency/keys');
    expect((await screen.findByText(said)).previousElementSibling?.textContent).toBe('Key log');
  });
});

describe('people', () => {
  it('invites with a code that is shown once', async () => {
    await show('/agency/people');
    await press(button('Invite'));
    expect(summary()).toEqual(['Choose at least one role']);
    await press(box('Responder'));
    await press(button('Invite'));
    expect(h1()).toEqual(['Invitation code']);
    expect(screen.getByText('ABCD-EFGH')).toBeTruthy();
    expect(done).toEqual([['gesture', ['change-roster', 'id-1']], ['invite', ['u-abababababababab', ['responder']]]]);
    await press(button('I have read it to them'));
    expect([h1(), screen.queryByText('ABCD-EFGH')]).toEqual([['People'], null]);
  });

  it('is interrupted before somebody’s every way in ends; nobody ends their own', async () => {
    await show('/agency/people');
    await screen.findByRole('button', { name: 'Start again u-two' });
    expect(screen.queryByRole('button', { name: 'Start again u-me' })).toBeNull();
    await press(button('Start again u-two'));
    expect([h1(), done]).toEqual([['End every way in of u-two?'], []]);
    await press(button('End them, start again'));
    expect(done).toEqual([['gesture', ['change-roster', 'start-again.u-two']], ['start-again', 'u-two']]);
    await screen.findByText('u-two may start again. Every way in that they had has ended.');
  });

  it('has a one-time code for who is locked out', async () => {
    await show('/agency/people');
    await press(await screen.findByRole('button', { name: 'One-time code u-three' }));
    await press(button('Make the code'));
    expect([screen.getByText('WXYZ-1234').tagName, done]).toEqual(['CODE', [['gesture', ['change-roster', 'one-time-code.u-three']], ['one-time-code', 'u-three']]]);
  });

  it('leaves what custodians do to custodians', async () => {
    await show('/agency/people', ['agency_administrator']);
    await screen.findByText('Ending somebody and changing roles takes two custodians.');
    expect([screen.queryByRole('button', { name: /^Start again/u }), screen.queryByRole('link', { name: 'Keys' }), screen.queryByRole('checkbox', { name: 'Custodian' })]).toEqual([null, null, null]);
  });
});

describe('contacts', () => {
  it('are saved over the version that was looked at; somebody else’s change is told, and what was typed is kept', async () => {
    await show('/agency/contacts');
    await write(await screen.findByLabelText('Phone'), { value: '029 9999' });
    contacts.push({ ...contact, version: 4, phone: '029 7777' });
    await press(button('Save and verify'));
    await waitFor(() => { expect(summary()).toEqual(['Somebody else changed this meanwhile. What you typed is still here. Look at what there is now, then save again.']); });
    expect([screen.getByLabelText<HTMLInputElement>('Phone').value, screen.getByText('029 7777').tagName]).toEqual(['029 9999', 'DD']);
    await press(button('Save and verify'));
    await screen.findByText('Saved and verified.');
    expect(done.filter(([name]) => name === 'contact').map(([, body]) => (body as ContactBody).version)).toEqual([3, 4]);
    expect(done[0]).toEqual(['gesture', ['change-roster', 'contact.council']]);
  });

  it('names the field that is wrong', async () => {
    await show('/agency/contacts');
    const tuesday = await screen.findByLabelText('Tuesday');
    await write(tuesday, { value: 'all day' });
    await press(button('Save and verify'));
    expect([summary(), document.querySelector('.govuk-error-summary a')?.getAttribute('href')]).toEqual([['Tuesday: write hours like 09:00 to 17:00, the earlier first, and none that overlap'], '#contact-hours-2']);
  });
});
