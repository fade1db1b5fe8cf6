import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { settled, write } from '../../../../test/world/at-the-screen.js';
import { AnsweringDesk, NOW, view } from '../../../../test/world/answering-desk.js';
import { HubProblem } from '../hub/hub.js';
import { answer as en } from '../words/en/answer.js';
import { problems } from '../words/en/problems.js';
import { emptyAnswer, type AnswerDraft } from './answer-draft.js';
import { rememberSystems } from './last-systems.js';
import { rememberPolicyDocument } from './policy-document.js';

const WHY = 'It tells whether the child is safe to go home tonight, which the discussion at two has to decide.';
let desk: AnsweringDesk;
const press = async (element: HTMLElement): Promise<void> => { fireEvent.click(element); await settled(); };
const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const radio = (name: string): HTMLElement => screen.getByRole('radio', { name });
const type = async (label: string | RegExp, value: string): Promise<void> => { await write(screen.getByLabelText(label), { value }); };
const summary = (): string[] => [...screen.getByRole('alert').querySelectorAll('li')].map((each) => each.textContent);
const begin = async (): Promise<void> => { await desk.show('/inbox/r-1'); await screen.findByRole('radio', { name: en.way.nothing }, { timeout: 5_000 }); };
const choose = async (): Promise<void> => {
  await write(screen.getByLabelText(en.file.choose), { files: [new File([new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d])], 'x.pdf')] });
  await type(en.file.description, 'Body map: left arm');
};

beforeEach(() => { desk = new AnsweringDesk(); rememberSystems('m1', []); rememberPolicyDocument('heddlu', null); });
afterEach(cleanup);

describe('what is sent', () => {
  it('is what its writer sees: nothing that was attached or written under another way of answering', async () => {
    await begin();
    await press(radio(en.way.share));
    await choose();
    await press(button(en.file.attach));
    await screen.findByRole('button', { name: en.file.remove });
    await type(en.reasons.why, WHY);
    await press(radio(en.way.nothing));
    await press(radio(en.nothing.not_known));
    await press(screen.getByRole('checkbox', { name: 'Niche' }));
    await press(button(en.send.nothing));
    await waitFor(() => { expect(desk.sent).toHaveLength(1); });
    expect([desk.letters[0]!.attachment, desk.letters[0]!.narrative.necessity.includes(WHY)]).toEqual([undefined, false]);
  });

  it('does not leave a file behind that was chosen, or is on its way', async () => {
    let stored: () => void = () => undefined;
    desk.hub.putAttachment = () => new Promise<void>((go) => { stored = go; });
    await begin();
    await press(radio(en.way.share));
    fireEvent.paste(screen.getByLabelText(en.items.paste), { clipboardData: { getData: () => '12/03/2024 Called to the address.' } });
    await settled();
    await press(screen.getByRole('checkbox', { name: new RegExp(en.item.confirm, 'u') }));
    await press(screen.getByRole('checkbox', { name: 'Niche' }));
    await type(en.reasons.why, WHY);
    await press(radio(en.reasons.left.nothing));
    await press(radio(en.reasons.harms.none_known));
    await choose();
    await press(button(en.send.share));
    expect([summary(), desk.sent]).toEqual([[en.error.unattached], []]);
    await press(button(en.file.attach));
    await press(button(en.send.share));
    expect([summary(), desk.sent]).toEqual([[en.error.unattached], []]);
    stored();
    await screen.findByRole('button', { name: en.file.remove });
    await press(button(en.send.share));
    await waitFor(() => { expect(desk.letters[0]?.attachment).toMatchObject({ name: 'Body map left arm.pdf' }); });
  });

  it('goes without a file that is not to be attached after all', async () => {
    await begin();
    await press(radio(en.way.refuse));
    await choose();
    await press(button(en.file.none));
    await press(button(en.send.refuse));
    expect(summary()).not.toContain(en.error.unattached);
  });

  it('is all that was typed: nothing is typed while it goes', async () => {
    let taken: () => void = () => undefined;
    const { respond } = desk.hub;
    desk.hub.respond = async (...given) => { await new Promise<void>((go) => { taken = go; }); return respond(...given); };
    await begin();
    await press(radio(en.way.nothing));
    await press(radio(en.nothing.not_known));
    await press(screen.getByRole('checkbox', { name: 'Niche' }));
    await press(button(en.send.nothing));
    expect(radio(en.way.nothing).closest('[inert]')).not.toBeNull();
    // Where the focus is stays: the button says what goes on.
    expect(button(en.send.nothing).closest('[inert]')).toBeNull();
    taken();
    await screen.findByRole('heading', { name: en.sent.title });
  });
});

describe('an answer between its writer and an approver', () => {
  const put = (by: string, change: Partial<AnswerDraft> = {}): void => {
    const answer: AnswerDraft = { ...emptyAnswer({ request: 'r-1', language: 'en' }), way: 'nothing', nothing: 'not_known', systems: ['niche'], alsoSearched: 'Kez Ashdown', ...change };
    desk.drafts.set('d-1', { id: 'd-1', kind: 'answer', check: view.reference, request: 'r-1', readers: 'approvers', state: 'to_approve', by, version: 1, updatedAt: NOW, bytes: 1, sealed: JSON.stringify({ v: 1, answer, note: '' }) });
  };

  it('that is taken back is never nowhere: the only stored copy goes when another is stored', async () => {
    put('m1');
    await begin();
    const { putDraft } = desk.hub;
    desk.hub.putDraft = async () => { throw new HubProblem(0, 'away'); };
    await press(await screen.findByRole('button', { name: en.approval.takeBack }));
    expect([summary(), desk.drafts.has('d-1')]).toEqual([[problems.away], true]);
    desk.hub.putDraft = putDraft;
    await press(button(en.approval.takeBack));
    await waitFor(() => { expect([...desk.drafts.values()].map(({ readers }) => readers)).toEqual(['self']); });
    expect(screen.getByLabelText<HTMLInputElement>(en.systems.also).value).toBe('Kez Ashdown');
  });

  it('is sent by nobody once its writer has it again', async () => {
    desk.roles = ['approver'];
    put('m2');
    await begin();
    await press(await screen.findByRole('button', { name: en.approval.open }));
    desk.drafts.delete('d-1');
    await press(button(en.send.approved));
    expect([summary(), desk.sent]).toEqual([[problems['taken-back']], []]);
  });

  it('is not sent by the keys that end the word to its writer', async () => {
    desk.roles = ['approver'];
    put('m2');
    await begin();
    await press(await screen.findByRole('button', { name: en.approval.open }));
    const word = screen.getByLabelText(en.approval.backNote);
    await write(word, { value: 'You searched the wrong surname.' });
    fireEvent.keyDown(word, { key: 'Enter', ctrlKey: true });
    await settled();
    expect([desk.sent, desk.drafts.get('d-1')?.state]).toEqual([[], 'to_approve']);
  });
});
