import { afterEach, describe, expect, it } from 'vitest';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import type { RouteObject } from 'react-router';
import type { DraftReply, OpenCheckBody, Problem } from '@lateral/contracts';
import { enter, settled } from '../../../../test/world/at-the-screen.js';
import { HubProblem } from '../hub/hub.js';
import { Component as BoardPage } from '../board/board.js';
import { Component as AskPage } from './ask-page.js';
import { BEGUN, keepingDrafts, showDesk, type Shown } from '../../../../test/world/asking-desk.js';
import { EARLIER, HEADED, QUESTION } from './earlier.examples.js';
import { Component as PeoplePage } from './people-page.js';
import { Component as SendPage } from './send-page.js';
import { Component as WhyPage } from './why-page.js';

afterEach(cleanup);

const WHY = 'School saw bruising today and two accounts differ. Without the record we cannot tell if earlier injuries were seen.';
const AT = `/checks/new/people?draft=${BEGUN}`;
const pages: RouteObject[] = [{ path: '/checks', Component: BoardPage }, { path: '/checks/new/people', Component: PeoplePage }, { path: '/checks/new/ask', Component: AskPage }, { path: '/checks/new/why', Component: WhyPage }, { path: '/checks/new/send', Component: SendPage }, { path: '*', element: <h1>elsewhere</h1> }];

let presses = 0;
let shownChecks = false;
async function press(name: RegExp | string, role: 'button' | 'radio' | 'checkbox' | 'link' = 'button'): Promise<void> {
  presses += 1;
  fireEvent.click(await screen.findByRole(role, { name }));
}
function type(id: string, text: string): void {
  enter(document.getElementById(id)!, { value: text });
}
function person(id: string, [given, family, day, month, year]: [string, string, string, string, string]): void {
  type(`${id}-given`, given);
  type(`${id}-family`, family);
  type(`${id}-born-day`, day);
  type(`${id}-born-month`, month);
  type(`${id}-born-year`, year);
}
const heading = async (name: RegExp): Promise<void> => void await screen.findByRole('heading', { level: 1, name });

/*
 * Presses (desk.md 3.2; typed letters and the gesture of the authenticator apart), the first of them "Start a check" on the board:
 *   family of three typed: start 1, another person 2, continue 1, purpose 1, four agencies 4, continue 1, less intrusive 1, told 1, continue 1, send 1 = 14
 *   family pasted:         start 1, continue 1 (pasting sorts by itself), then as above from the purpose on = 12; with the button instead, 13
 *   family reused:         start 1, reuse 1, continue 1, then as above = 13
 */
async function fromPurposeToSending(): Promise<void> {
  await heading(/What are you deciding/);
  await press('Section 47 enquiries', 'radio');
  for (const agency of ['heddlu', 'bwrdd', 'addysg', 'tai']) await press(agency, 'checkbox');
  await press('Continue');
  await heading(/Why ask/);
  type('why', WHY);
  await screen.findByLabelText(/threshold for section 47 is met/);
  type('threshold-why', 'The child has an injury that nobody explains, and the two accounts of it differ.');
  await press(/^No. Only these agencies/, 'radio');
  await press(/^No, it could increase risk to a child/, 'radio');
  await press('Continue');
  await heading(/Check and send/);
}

async function typeFamily(): Promise<void> {
  await heading(/Who is this about/);
  person('p1', ['Corey', 'Ashdown', '3', '9', '2019']);
  await press('Add another person');
  person('p2', ['Leanne', 'Ashdown', '14', '2', '1991']);
  await press('Add another person');
  person('p3', ['Dale', 'Marsh', '1', '12', '1988']);
  type('what-happened', 'Bruise on the left cheek seen at school today.');
  await press('Continue');
}

async function sendOnce(shown: Shown): Promise<void> {
  const go = await screen.findByRole('button', { name: 'Encrypt and send to 4 agencies' });
  await waitFor(() => { expect((go as HTMLButtonElement).disabled).toBe(false); });
  presses += 1;
  fireEvent.click(go);
  fireEvent.submit(go.closest('form')!);
  await waitFor(() => { expect(shown.address()).toMatch(/^\/checks\/.+\/sent$/u); });
}

describe('a check', () => {
  it('goes to four agencies about a new family in fourteen presses, once however often it is pressed, under one gesture', async () => {
    presses = 1;
    const shown = await showDesk(pages, AT);
    await typeFamily();
    await fromPurposeToSending();
    await sendOnce(shown);
    const { requests } = (shown.sent[0] as { body: OpenCheckBody }).body;
    // A list looks for the heading at the request with the first id.
    expect(requests.filter(({ heading }) => heading !== undefined).map(({ id }) => id)).toEqual([requests.map(({ id }) => id).toSorted()[0]]);
    expect(presses).toBe(14);
    expect(shown.sent).toHaveLength(1);
    expect(shown.sent[0]!.body).toMatchObject({ id: BEGUN, urgency: 'amber', requests: [{ agency: 'heddlu' }, { agency: 'bwrdd' }, { agency: 'addysg' }, { agency: 'tai' }] });
    expect(shown.confirmed).toEqual([shown.letters.map(({ message }) => message)]);
    expect(shown.letters.map(({ to, record }) => [to, record.categories.length])).toEqual([['heddlu', 3], ['bwrdd', 3], ['addysg', 3], ['tai', 3]]);
  }, 30_000);

  it('is pasted in twelve, and says as what somebody asks', async () => {
    presses = 1;
    const shown = await showDesk(pages, AT, {}, {}, ['practitioner', 'senior_practitioner']);
    await heading(/Who is this about/);
    fireEvent.paste(document.getElementById('paste')!, { clipboardData: { getData: () => 'Name: Corey Ashdown\nDOB: 03/09/2019\nNHS: 943 476 5919\nMother: Leanne Ashdown 14/02/1991\nFather: Dale Marsh 01/12/1988' } });
    await waitFor(() => { expect(screen.getAllByLabelText('Given name').map((field) => (field as HTMLInputElement).value)).toEqual(['Corey', 'Leanne', 'Dale']); });
    type('what-happened', 'Bruise seen at school today.');
    await press('Continue');
    await fromPurposeToSending();
    await sendOnce(shown);
    expect(presses).toBe(12);
    expect(shown.letters[0]!.body).toMatchObject({ asker: { role: 'Senior practitioner' }, people: [{ name: 'Corey Ashdown', dob: '2019-09-03', identifiers: [{ kind: 'nhs_number', value: '9434765919' }] }, { name: 'Leanne Ashdown' }, { name: 'Dale Marsh' }] });
  }, 30_000);

  it('about people of an earlier one is sent in thirteen: their question is opened when they are taken, and not before', async () => {
    let openings = 0;
    const shown = await showDesk(pages, '/checks', { checks: async () => ({ items: [EARLIER], next: null }) }, { openAll: async () => { openings += 1; return [QUESTION]; }, openHeadings: async () => [HEADED] });
    await press(/^Show the names/);
    await screen.findByText(/^Corey Ashdown and 1 other/);
    presses = 0;
    await press('Start a check', 'link');
    await heading(/Who is this about/);
    expect(openings).toBe(0);
    await press(/^Reuse these people/);
    await waitFor(() => { expect(screen.getAllByLabelText('Given name').map((field) => (field as HTMLInputElement).value)).toEqual(['Corey', 'Leanne']); });
    expect(openings).toBe(1);
    type('what-happened', 'Bruise seen at school today.');
    await press('Continue');
    await fromPurposeToSending();
    await sendOnce(shown);
    expect(presses).toBe(13);
    expect(shown.letters[0]!.body).toMatchObject({ people: [{ id: 'p1', name: 'Corey Ashdown', dob: '2019-09-03' }, { id: 'p2', name: 'Leanne Ashdown' }], serviceHistory: '' });
  }, 30_000);

  it('is not lost where the hub is away, and goes again as the same bytes under the same key', async () => {
    const tried: unknown[][] = [];
    const shown = await showDesk(pages, AT, { openCheck: async (...given: unknown[]) => {
      tried.push(given);
      if (tried.length === 1) throw new HubProblem(0, 'away');
      return { reference: 'LC-1' };
    } });
    await typeFamily();
    await fromPurposeToSending();
    const go = await screen.findByRole('button', { name: /Encrypt and send/ });
    await waitFor(() => { expect((go as HTMLButtonElement).disabled).toBe(false); });
    fireEvent.click(go);
    await screen.findByText('Not sent. Your check is saved. Try again.');
    // However soon: a press after the answer is a press, and no second half of the first.
    fireEvent.click(go);
    await waitFor(() => { expect(shown.address()).toBe('/checks/LC-1/sent'); });
    expect(tried[1]).toEqual(tried[0]);
    expect(shown.letters).toHaveLength(4);
  }, 30_000);

  it('that the hub does not let pass is told of by agency, in a sentence with what mends it', async () => {
    const finding = { code: 'T5', kind: 'rule', level: 'block', field: '/stack', about: [], sentence: { en: 'No document.', cy: 'Dim dogfen.' }, mend: { en: 'Name one.', cy: 'Enwch un.' } };
    const judgements = [{ at: '/requests/1/envelope/justification', judgement: { acknowledged: [] }, findings: [finding] }];
    const shown = await showDesk(pages, AT, { openCheck: async () => { throw new HubProblem(422, 'share-blocked', { judgements } as unknown as Problem); } });
    await typeFamily();
    await fromPurposeToSending();
    const go = await screen.findByRole('button', { name: /Encrypt and send/ });
    await waitFor(() => { expect((go as HTMLButtonElement).disabled).toBe(false); });
    fireEvent.click(go);
    await screen.findByText('bwrdd: No document. Name one.');
    expect(shown.address()).toBe(`/checks/new/send?draft=${BEGUN}`);
  }, 30_000);

  it('that the list tells of while it goes is this one: the page waits for its answer', async () => {
    let answer: ((reply: object) => void) | undefined;
    let isListed = false;
    const shown = await showDesk(pages, AT, {
      openCheck: async () => new Promise((resolve) => { answer = resolve; }),
      checks: async () => ({ items: isListed ? [{ id: BEGUN, reference: 'LC-9', requests: [] }] : [], next: null }),
    });
    await typeFamily();
    await fromPurposeToSending();
    const go = await screen.findByRole('button', { name: /Encrypt and send/ });
    await waitFor(() => { expect((go as HTMLButtonElement).disabled).toBe(false); });
    fireEvent.click(go);
    await waitFor(() => { expect(answer).toBeDefined(); });
    isListed = true;
    await shown.noticed();
    await settled();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(/Check and send/);
    answer!({ reference: 'LC-9' });
    await waitFor(() => { expect(shown.address()).toBe('/checks/LC-9/sent'); });
  }, 30_000);

  it('that another window sent already is found, and not sent a second time', async () => {
    const shown = await showDesk(pages, AT, { openCheck: async () => { throw new HubProblem(409, 'id-taken'); }, checks: async (query: { limit?: number; state?: string }) => ({ items: query.limit === 100 && shownChecks ? [{ id: BEGUN, reference: 'LC-9', requests: [] }] : [], next: null }) });
    await typeFamily();
    await fromPurposeToSending();
    shownChecks = true;
    await sendOnce(shown);
    expect(shown.address()).toBe('/checks/LC-9/sent');
  }, 30_000);
});

describe('the last page', () => {
  it('says that a question goes as an emergency, for as long as its record is not complete', async () => {
    const summary = (): string => document.querySelector('.govuk-summary-list')?.textContent ?? '';
    const reason = 'A life is at risk';
    await showDesk(pages, AT);
    await typeFamily();
    await heading(/What are you deciding/);
    await press('Section 47 enquiries', 'radio');
    await press(/^Red/u, 'radio');
    await press('heddlu', 'checkbox');
    await press('Continue');
    await heading(/Why ask/);
    type('why', 'He may be hurt tonight.');
    await press(reason, 'radio');
    await press('Continue');
    await heading(/Check and send/);
    await screen.findByText(reason);
    expect(summary()).toContain('The question to heddlu goes before its record is complete');
    await press('Back', 'link');
    await heading(/Why ask/);
    type('why', WHY);
    type('threshold-why', 'The child has an injury that nobody explains, and the two accounts of it differ.');
    await press(/^No. Only these agencies/, 'radio');
    await press(/^No, it could increase risk to a child/, 'radio');
    await press('Continue');
    await heading(/Check and send/);
    await waitFor(() => { expect(summary()).toContain(WHY); });
    await waitFor(() => { expect(summary()).not.toContain(reason); });
  }, 30_000);
});

describe('the first page', () => {
  it('says what is missing, each at its field, and goes nowhere', async () => {
    const shown = await showDesk(pages, AT);
    await press('Continue');
    expect((await screen.findByRole('alert')).textContent).toContain('Enter a name');
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['#p1-given', '#p1-born-day', '#what-happened']);
    expect(shown.address()).toBe(AT);
    for (const link of ['p1-given', 'p1-born-day', 'what-happened']) expect(document.getElementById(link)).not.toBeNull();
  });
});

describe('the box for a block of text', () => {
  const box = (): HTMLTextAreaElement => document.getElementById('paste') as HTMLTextAreaElement;

  it('has what was typed there and not sorted yet, and lines that found no field, also after the page was gone', async () => {
    const drafts = new Map<string, DraftReply>();
    const again = async (): Promise<void> => {
      cleanup();
      await settled();
      await showDesk(pages, AT, keepingDrafts(drafts));
      await waitFor(() => { expect(box()).not.toBeNull(); });
    };
    await again();
    fireEvent.paste(box(), { clipboardData: { getData: () => 'Name: Corey Ashdown\nDOB: 03/09/2019\nEye colour: brown' } });
    await screen.findByText('Eye colour: brown');
    type('paste', 'Mother: Leanne Ashd');
    await again();
    expect([box().value, screen.queryByText('Eye colour: brown') !== null, (document.getElementById('p1-given') as HTMLInputElement).value]).toEqual(['Mother: Leanne Ashd', true, 'Corey']);
  });
});

describe('the third page', () => {
  it('finds a name in the reason while it is typed, and one press takes it out', async () => {
    await showDesk(pages, AT);
    await typeFamily();
    await heading(/What are you deciding/);
    await press('Section 47 enquiries', 'radio');
    await press('heddlu', 'checkbox');
    await press('Continue');
    await heading(/Why ask/);
    type('why', `Corey was hurt. ${WHY}`);
    await press(/^Replace with/);
    expect((document.getElementById('why') as HTMLTextAreaElement).value).toBe(`The child was hurt. ${WHY}`);
    expect(document.activeElement?.id).toBe('why');
    expect(screen.queryByRole('button', { name: /^Replace with/ })).toBeNull();
  }, 30_000);

  it('comes only to whoever wrote the pages before it', async () => {
    const shown = await showDesk(pages, '/checks/new/why?draft=0199aaaa-0000-7000-8000-000000000002');
    await waitFor(() => { expect(shown.address()).toBe('/checks'); });
  });
});
