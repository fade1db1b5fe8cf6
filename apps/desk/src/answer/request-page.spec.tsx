import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { settled, write } from '../../../../test/world/at-the-screen.js';
import { AnsweringDesk, NOW, question, view } from '../../../../test/world/answering-desk.js';
import type { OpenedMessage } from '../crypto/protocol.js';
import { KEYS } from '../data/keys.js';
import { HubProblem } from '../hub/hub.js';
import { answer as cy } from '../words/cy/answer.js';
import { frame as welsh } from '../words/cy/frame.js';
import { answer as en } from '../words/en/answer.js';
import { frame as english } from '../words/en/frame.js';
import { emptyAnswer, type AnswerDraft } from './answer-draft.js';
import { rememberSystems } from './last-systems.js';
import { rememberPolicyDocument } from './policy-document.js';

let desk: AnsweringDesk;
beforeEach(() => { desk = new AnsweringDesk(); rememberSystems('m1', []); rememberPolicyDocument('heddlu', null); });
afterEach(cleanup);

const click = async (role: string, name: string | RegExp): Promise<void> => {
  const element = await screen.findByRole(role, { name }, { timeout: 5_000 });
  fireEvent.click(element);
  await settled();
};
const press = (name: string | RegExp): Promise<void> => click('button', name);
const envelope = { id: 'e-2', type: 'response', from: 'heddlu', to: 'council', createdAt: NOW, collectedAt: null, supersededBy: null, erasedAt: null };
const message = (): OpenedMessage => (desk.unsealed as { opened: OpenedMessage }).opened;

describe('a request', () => {
  it('shows how urgent it is and until when, about whom with a hidden address flagged, what is asked and why, and which duty binds', async () => {
    await desk.show();
    await screen.findByText('Corey Ashdown');
    for (const text of ['1 Hidden Row', 'Said at school.', message().narrative.necessity]) expect(document.body.textContent).toContain(text);
    expect(document.body.textContent).toContain(en.question.hidden);
    await waitFor(() => { expect(document.body.textContent).toContain(en.question.reasonsIfRefused); });
    expect(document.body.textContent).toContain('Red 1 hour 57 minutes left');
    expect([document.querySelectorAll('h1').length, document.title, [...document.querySelectorAll('form')].every((form) => form.getAttribute('method') === 'dialog')]).toEqual([1, `${en.title} – Lateral`, true]);
  });

  it('stays closed until it is pressed for, because opening tells whoever asks', async () => {
    desk.mayOpen = false;
    await desk.show();
    await screen.findByText('Opening tells Cardiff Council that your team has seen it, and when.');
    expect([desk.openings, screen.getByText('Red').className]).toEqual([0, expect.stringContaining('govuk-tag')]);
    await press(en.opening.open);
    await screen.findByText('Corey Ashdown');
    expect(desk.openings).toBe(1);
  });

  it.each([
    ['signature-invalid', 1, 'Do not rely on this question'], ['no-key', 6, /^You do not have the key for this/u], ['content-mismatch', 7, /could not be read/u],
    ['expired', 8, /^This question was sent too long ago .* Ask Cardiff Council to send it again\.$/u],
  ] as const)('that is %s shows nothing of itself', async (code, step, said) => {
    desk.unsealed = { envelope: 'e-1', opened: null, code, step };
    await desk.show();
    await screen.findByText(said);
    for (const secret of ['Corey', 'Hidden Row', 'kitchen']) expect(document.body.textContent).not.toContain(secret);
    expect(screen.queryByRole('radio')).toBeNull();
    if (step === 1 || code === 'expired') await screen.findByText('Phone them on 029 2018 0000.');
    if (code === 'expired') expect(document.body.textContent).not.toMatch(/rely|prove/u);
  });

  it.each([
    ['POL-X:red:4h-calendar', 'Answer time: 4 hours from when it was sent, day and night.'], ['moved:more_time_needed', 'Answer time: it was moved by whoever asks.'],
    ['POL-MIX-4W-24-72:red:2h-working:partnership-week', 'Answer time: 2 working hours from when it was sent, in the week of the partnership without bank holidays (this rule is not yet checked by a lawyer or data protection officer).'],
  ])('says which rule gave its time: %s', async (dueRule, said) => {
    desk.inbox = [{ ...view, dueRule }];
    await desk.show();
    await screen.findByText(said);
  });

  it('that was taken back is not opened', async () => {
    desk.inbox = [{ ...view, state: 'withdrawn' }];
    desk.mayOpen = false;
    await desk.show();
    await screen.findByText('Cardiff Council took this request back. There is nothing to answer.');
  });

  it('that was corrected says so, keeps what is written, and shows what it said before', async () => {
    const before = message();
    desk.openedBy.set('e-5', { ...before, message: 'e-5', body: { ...question, question: 'Only the last year?' }, digest: 'digest-5' });
    await desk.show();
    await click('radio', en.way.nothing);
    desk.mayOpen = false;
    desk.inbox = [{ ...view, version: 3, state: 'open', envelopes: [{ ...view.envelopes[0]!, id: 'e-5' }, { ...view.envelopes[0]!, supersededBy: 'e-5' }] }];
    await desk.queries.invalidateQueries();
    await settled();
    await screen.findByText('Cardiff Council has corrected this request. What you wrote is kept: open it and read what changed.');
    await press(en.opening.open);
    await screen.findByText('Only the last year?');
    expect((await screen.findByRole<HTMLInputElement>('radio', { name: en.way.nothing })).checked).toBe(true);
    expect(screen.getByText(en.question.before)).toBeTruthy();
  });

  it('hides names, one of which a press shows', async () => {
    await desk.show();
    await press(en.question.hideNames);
    expect(screen.queryByText('Corey Ashdown')).toBeNull();
    await press(/^C A/u);
    expect([screen.queryByText('Corey Ashdown') === null, screen.queryByText('Leanne Ashdown') === null]).toEqual([false, true]);
    await press(en.question.hideNames);
  });

  it('is handed to a colleague by somebody who knows someone in it, once they say so twice', async () => {
    await desk.show();
    await screen.findByText('Corey Ashdown');
    await press(en.recuse.say);
    expect(desk.recused).toEqual([]);
    await press(en.recuse.go);
    await waitFor(() => { expect(document.querySelector('h1')?.textContent).toBe('Inbox'); });
    expect(desk.recused).toEqual(['r-1']);
    await waitFor(() => { expect(desk.queries.getQueryCache().findAll({ queryKey: ['opened'] })).toEqual([]); });
  });

  it('is in no list any more for whoever handed it on, though the hub’s next list is a while coming', async () => {
    desk.queries.setQueryData(KEYS.inbox(), desk.inbox);
    desk.isListSlow = true;
    await desk.show();
    await screen.findByText('Corey Ashdown');
    await press(en.recuse.say);
    await press(en.recuse.go);
    await waitFor(() => { expect(document.querySelector('h1')?.textContent).toBe('Inbox'); });
    expect(screen.queryByText(view.reference)).toBeNull();
  });

  it('is held by whoever writes the first word of an answer', async () => {
    await desk.show();
    await click('radio', en.way.talk);
    await click('radio', en.way.share);
    expect(desk.held).toEqual([[null, 'm1']]);
  });

  it('that a colleague has says who', async () => {
    desk.inbox = [{ ...view, heldBy: 'm2' }];
    await desk.show();
    await screen.findByText('m2 has this request. Agree who answers it before you write.');
  });
});

describe('an answer that was sent', () => {
  const answered = (): void => {
    const { record } = message();
    const body = { type: 'response' as const, language: 'en' as const, responseType: 'NO_TRACE' as const, items: [], systemsSearched: [{ system: 'Niche', terms: 'Corey Ashdown', searchedAt: NOW, searchedBy: 'A' }], namesSearched: question.people.map(({ name }) => name) };
    desk.inbox = [{ ...view, state: 'nothing_held', endedAt: NOW, answer: { type: 'NO_TRACE', items: 0, at: NOW, message: 'e-2' }, envelopes: [...view.envelopes, envelope] }];
    const own: OpenedMessage = { ...message(), message: 'e-2', body, record: { ...record, response: { type: 'NO_TRACE', decision: 'no_information_held', refusalGround: null, systems: ['niche'], searched: ['p1'], items: [], given: [], withheld: { withheld: false, categories: [] }, until: null, redirectTo: null } } };
    desk.openedBy.set('e-2', own);
  };

  it('is read, and corrected by a new version that names the one before', async () => {
    answered();
    await desk.show();
    await screen.findByText('Nothing held');
    expect(screen.queryByRole('radio')).toBeNull();
    await press(en.own.correct);
    expect((await screen.findByRole<HTMLInputElement>('radio', { name: en.nothing.not_known })).checked).toBe(true);
    await click('radio', new RegExp(`^${en.nothing.nothing_relevant}`, 'u'));
    await press(en.send.correction);
    await waitFor(() => { expect(desk.sent).toHaveLength(1); });
    expect(desk.letters).toMatchObject([{ corrects: 'e-2', inReplyTo: 'digest-1', body: { responseType: 'KNOWN_NO_CONCERN' } }]);
  });

  it.each([['en', en, english, 'Nothing held'], ['cy', cy, welsh, 'Dim yn cael ei ddal']] as const)('and then erased by law says so in %s: with its kind, until that is erased as well', async (language, words, { erased }, kind) => {
    answered();
    [desk.erased, desk.mayOpen] = [['e-1', 'e-2'], false];
    await desk.show('/inbox/r-1', language);
    await press(words.opening.open);
    await screen.findByText(words.own.erased);
    expect([screen.queryByText(kind) !== null, screen.queryByRole('button', { name: words.opening.open }), document.body.textContent.includes(words.own.closed)]).toEqual([true, null, false]);
    cleanup();
    answered();
    [desk.inbox, desk.erased] = [desk.inbox.map((each) => ({ ...each, answer: null })), []];
    desk.queries.clear();
    await desk.show('/inbox/r-1', language);
    await screen.findByText(words.own.erased);
    expect([screen.queryByText(kind), screen.queryByRole('button', { name: words.opening.open }), desk.openings]).toEqual([null, null, 1]);
    cleanup();
    // Nobody answered it, and what was asked is erased.
    [desk.inbox, desk.erased] = [[{ ...view, state: 'expired', endedAt: NOW }], ['e-1']];
    desk.queries.clear();
    await desk.show('/inbox/r-1', language);
    await press(words.opening.open);
    await screen.findByText(erased.question);
  });

  it.each([['en', '3 March 2028', en, english], ['cy', '3 Mawrth 2028', cy, welsh]] as const)('says in %s since when it is erased with nothing pressed, where the hub says so, and offers nothing to open', async (language, date, words, { erasedOn }) => {
    const gone = (each: typeof view.envelopes[number]): typeof each => ({ ...each, erasedAt: '2028-03-03T09:00:00.000Z' });
    answered();
    desk.inbox = desk.inbox.map((each) => ({ ...each, envelopes: each.envelopes.map(gone) }));
    await desk.show('/inbox/r-1', language);
    await screen.findByText(words.own.erasedOn.replace('{{date}}', date));
    cleanup();
    desk.inbox = [{ ...view, state: 'expired', endedAt: NOW, envelopes: view.envelopes.map(gone) }];
    desk.queries.clear();
    await desk.show('/inbox/r-1', language);
    await screen.findByText(erasedOn.question.replace('{{date}}', date));
    expect([desk.openings, screen.queryByRole('button', { name: words.opening.open })]).toEqual([0, null]);
  });

  it('is told to the hub before it is printed or copied, and else is not', async () => {
    answered();
    let [printed, copied] = [0, 0];
    Object.assign(globalThis, { print: () => { printed += 1; } });
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => { copied += 1; } }, configurable: true });
    await desk.show();
    desk.failure = new HubProblem(0, 'away');
    await press(en.own.print);
    await press(en.own.copy);
    expect([printed, copied, desk.exported]).toEqual([0, 0, []]);
    expect(screen.getByRole('alert').textContent).toContain('It could not be recorded that this is printed, copied or saved, so it was not.');
    desk.failure = null;
    await press(en.own.print);
    await press(en.own.copy);
    await waitFor(() => { expect([printed, copied]).toEqual([1, 1]); });
    expect(desk.exported).toEqual([[view.reference, { form: 'print', messages: 1, restricted: false }], [view.reference, { form: 'copy', messages: 1, restricted: false }]]);
  });

  it('and what came of it are opened by buttons that each say what they open', async () => {
    answered();
    desk.inbox = [{ ...desk.inbox[0]!, envelopes: [...desk.inbox[0]!.envelopes, { ...envelope, id: 'e-3', type: 'outcome', from: 'council' }] }];
    desk.mayOpen = false;
    await desk.show();
    await press(en.opening.open);
    const names = (await screen.findAllByRole('button', { name: /^Open/u }, { timeout: 5_000 })).map((each) => each.textContent);
    expect(names).toEqual([en.outcome.open, en.own.open]);
  });

  it('hears what came of it, and whether it was used', async () => {
    answered();
    desk.inbox = [{ ...desk.inbox[0]!, envelopes: [...desk.inbox[0]!.envelopes, { ...envelope, id: 'e-3', type: 'outcome', from: 'council' }] }];
    desk.openedBy.set('e-3', { ...message(), message: 'e-3', body: { type: 'outcome', language: 'en', outcome: 'STRATEGY', text: 'Thank you.', used: 'yes', usedHow: 'It was read first.' } });
    await desk.show();
    await screen.findByText('Strategy discussion');
    expect(document.body.textContent).toContain('It was read first.');
  });
});

describe('an approver', () => {
  const put = (answer: AnswerDraft): void => {
    desk.roles = ['approver'];
    desk.drafts.set('d-1', { id: 'd-1', kind: 'answer', check: view.reference, request: 'r-1', readers: 'approvers', state: 'to_approve', by: 'm2', version: 1, updatedAt: NOW, bytes: 1, sealed: JSON.stringify({ v: 1, answer, note: 'Please look.' }) });
  };
  const written: AnswerDraft = { ...emptyAnswer({ request: 'r-1', language: 'en' }), way: 'nothing', nothing: 'not_known', systems: ['niche'], forApproval: true };

  it('opens what a colleague wrote, and sends it under both names', async () => {
    put(written);
    desk.inbox = [{ ...view, heldBy: 'm2' }];
    await desk.show();
    await press(en.approval.open);
    await screen.findByText(/Please look\./u);
    // Whoever wrote it has the request, as they should: there is nobody to agree with about who answers.
    expect(screen.queryByText(/Agree who answers it/u)).toBeNull();
    await press(en.send.approved);
    await waitFor(() => { expect(desk.sent).toHaveLength(1); });
    expect(desk.letters[0]!.body).toMatchObject({ answeredBy: { name: 'm2' }, approvedBy: 'm1' });
    expect([...desk.drafts.keys()]).toEqual([]);
  });

  it('sends it back with a word, and not without one', async () => {
    put(written);
    await desk.show();
    await press(en.approval.open);
    await press(en.approval.sendBack);
    await screen.findByText(en.approval.backNoteNeeded);
    await write(screen.getByLabelText(en.approval.backNote), { value: 'Search PND too.' });
    await press(en.approval.sendBack);
    await waitFor(() => { expect(desk.drafts.get('d-1')?.state).toBe('sent_back'); });
    expect(desk.drafts.get('d-1')?.sealed).toContain('Search PND too.');
    expect(desk.sent).toEqual([]);
  });
});
