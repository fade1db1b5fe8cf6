// Long because every way of answering is gone through at one desk, by the same few presses.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { settled, write } from '../../../../test/world/at-the-screen.js';
import { AnsweringDesk, NOW, policyDocument as POLICY } from '../../../../test/world/answering-desk.js';
import type { ResponseBody } from '@lateral/envelope/words';
import { HubProblem } from '../hub/hub.js';
import { answer as cy } from '../words/cy/answer.js';
import { answer as en } from '../words/en/answer.js';
import { rememberSystems } from './last-systems.js';
import { rememberPolicyDocument } from './policy-document.js';

const WHY = 'It tells whether the child is safe to go home tonight, which the discussion at two has to decide.';
const PASTE = '12/03/2024 Called to the address by a neighbour, Leanne at the door.\n04/05/2025 A weapon (knife) was taken from Corey at school.\n01/03/2026 Noise at the address, no offences.';
let desk: AnsweringDesk;
let presses = 0;

const press = async (element: HTMLElement): Promise<void> => { presses += 1; fireEvent.click(element); await settled(); };
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const radio = (name: string): HTMLElement => screen.getByRole('radio', { name });
const type = async (label: string | RegExp, value: string): Promise<void> => { presses += 1; await write(screen.getByLabelText(label), { value }); };
const paste = async (text: string): Promise<void> => { presses += 1; fireEvent.paste(screen.getByLabelText(en.items.paste), { clipboardData: { getData: () => text } }); await settled(); };
const weighed = async (): Promise<void> => { await press(radio(en.reasons.left.nothing)); await press(radio(en.reasons.harms.none_known)); };
const summary = (): string[] => [...screen.getByRole('alert').querySelectorAll('li')].map((each) => each.textContent);
const bodyOf = (at = 0): ResponseBody => desk.letters[at]!.body as ResponseBody;

async function begin(language: 'en' | 'cy' = 'en'): Promise<void> {
  await desk.show('/inbox/r-1', language);
  await screen.findByRole('radio', { name: (language === 'en' ? en : cy).way.nothing }, { timeout: 5_000 });
  presses = 0;
}

beforeEach(() => { desk = new AnsweringDesk(); rememberSystems('m1', []); rememberPolicyDocument('heddlu', null); });
afterEach(cleanup);

describe('nothing held', () => {
  it.each([['en', en], ['cy', cy]] as const)('is sent with four presses (%s)', async (language, words) => {
    await begin(language);
    await press(radio(words.way.nothing));
    await press(radio(words.nothing.not_known));
    await press(screen.getByRole('checkbox', { name: 'Niche' }));
    await press(button(words.send.nothing));
    await waitFor(() => { expect(screen.getByRole('heading', { name: words.sent.title })).toBeTruthy(); });
    expect(presses).toBe(4);
    expect(desk.letters).toMatchObject([{ type: 'response', check: 'c-1', request: 'r-1', to: 'council', inReplyTo: 'digest-1', corrects: null }]);
    expect([bodyOf().responseType, bodyOf().namesSearched, bodyOf().language]).toEqual(['NO_TRACE', ['Corey Ashdown', 'Leanne Ashdown'], language]);
    expect([desk.confirmed, desk.sent.map(({ body }) => body.version)]).toEqual([[[desk.letters[0]!.message]], [2]]);
    expect(screen.getByText(language === 'en' ? 'Sent at 10:43am, 41 minutes after you opened it' : /^Anfonwyd am 10:43yb/u)).toBeTruthy();
  });

  it('remembers the systems, and says what is missing before anything is sealed', async () => {
    rememberSystems('m1', ['pnd']);
    await begin();
    expect(screen.queryByRole('button', { name: en.send.nothing })).toBeNull();
    await press(radio(en.way.nothing));
    await press(button(en.send.nothing));
    expect([summary(), document.title, desk.letters]).toEqual([[en.error.nothing], `Error: ${en.title} – Lateral`, []]);
    await press(radio(en.nothing.nothing_relevant));
    await press(button(en.send.nothing));
    await waitFor(() => { expect(desk.sent).toHaveLength(1); });
    expect(bodyOf().context).toBe('They are known to us, and nothing we hold bears on this question.');
  });
});

describe('what is held', () => {
  it('is pasted, sorted, confirmed and sent with twelve presses or fewer', async () => {
    await begin();
    await press(radio(en.way.share));
    await paste(PASTE);
    expect(screen.getAllByRole('heading', { level: 4 }).map((each) => each.textContent)).toEqual(['Item 1 of 3', 'Item 2 of 3', 'Item 3 of 3']);
    for (const box of screen.getAllByRole('checkbox', { name: new RegExp(en.item.confirm, 'u') })) await press(box);
    await press(screen.getByRole('checkbox', { name: 'Niche' }));
    await type(en.reasons.why, WHY);
    await press(radio(en.reasons.left.other_people));
    await press(radio(en.reasons.harms.limits_set));
    await press(button(en.send.share));
    await waitFor(() => { expect(desk.sent).toHaveLength(1); });
    expect(presses).toBeLessThanOrEqual(12);
    expect(bodyOf().items.map(({ about, eventDate, nature }) => [about, eventDate, nature])).toEqual([['p2', '2024-03-12', 'third_party_report'], ['p1', '2025-05-04', 'fact'], ['p1', '2026-03-01', 'fact']]);
    expect(desk.letters[0]!.record.response).toMatchObject({ type: 'FULL', given: ['police.address_calls', 'police.weapons'] });
  });

  it('names nobody outside of the check who is not linked, taken out, or no person', async () => {
    await begin();
    await press(radio(en.way.share));
    await paste('12/03/2024 Called by Karen Tudor about shouting.\n13/03/2024 Found near the Golden Lion pub.');
    await press(screen.getByRole('checkbox', { name: 'Niche' }));
    await press(button(en.items.confirmAll));
    await type(en.reasons.why, WHY);
    await weighed();
    await press(button(en.send.share));
    expect(summary()).toEqual(['Item 1 names Karen Tudor, who is not in this check. Link them, take the name out, or say that it is not a person', 'Item 2 names Golden Lion, who is not in this check. Link them, take the name out, or say that it is not a person']);
    await press(screen.getAllByRole('button', { name: en.outside.link })[0]!);
    await press(button(en.outside.none));
    await press(button(en.send.share));
    await waitFor(() => { expect(desk.sent).toHaveLength(1); });
    expect(bodyOf().items.map(({ thirdParty }) => thirdParty)).toEqual([{ who: 'Karen Tudor', relevant: true }, null]);
  });

  it('has its reason mended with one press where it names somebody', async () => {
    await begin();
    await press(radio(en.way.share));
    await type(en.reasons.why, 'It tells whether Corey is safe to go home tonight, which has to be decided.');
    await press(button('Replace with “the child”'));
    expect((screen.getByLabelText(en.reasons.why) as HTMLTextAreaElement).value).toBe('It tells whether the child is safe to go home tonight, which has to be decided.');
  });

  it('goes to an approver where it holds intelligence, and is nowhere else meanwhile', async () => {
    await begin();
    await press(radio(en.way.share));
    await paste('12/03/2024 Intelligence that drugs are sold from the address.');
    await press(screen.getByRole('checkbox', { name: new RegExp(en.item.confirm, 'u') }));
    await press(screen.getByRole('checkbox', { name: 'Niche' }));
    await type(en.reasons.why, WHY);
    await weighed();
    await press(button(en.send.share));
    expect(summary()).toEqual([en.error.approval]);
    await press(screen.getByRole('checkbox', { name: en.approval.choose }));
    await press(button(en.send.approver));
    await waitFor(() => { expect([...desk.drafts.values()].map(({ state, readers }) => [state, readers])).toEqual([['to_approve', 'approvers']]); });
    expect(desk.sent).toEqual([]);
    await screen.findByText(/^Waiting for an approver/u);
  });
});

describe('a file', () => {
  it('is what it begins with, is told in words, and travels under those', async () => {
    await begin();
    await press(radio(en.way.share));
    await paste('12/03/2024 Called to the address.');
    const choose = async (bytes: number[]): Promise<void> => { await write(screen.getByLabelText(en.file.choose), { files: [new File([new Uint8Array(bytes)], 'Corey Ashdown.pdf')] }); };
    await choose([0x4d, 0x5a]);
    await press(button(en.file.attach));
    await screen.findByText(en.file.wrong.type);
    await choose([0x25, 0x50, 0x44, 0x46, 0x2d]);
    await press(button(en.file.attach));
    await screen.findByText(en.file.wrong.description);
    await type(en.file.description, 'Body map: left arm');
    await press(button(en.file.attach));
    await screen.findByRole('button', { name: en.file.remove });
    expect([...desk.files.values()]).toEqual([5]);
    await press(screen.getByRole('checkbox', { name: new RegExp(en.item.confirm, 'u') }));
    await press(screen.getByRole('checkbox', { name: 'Niche' }));
    await type(en.reasons.why, WHY);
    await weighed();
    await press(button(en.send.share));
    await waitFor(() => { expect(desk.letters[0]?.attachment).toMatchObject({ name: 'Body map left arm.pdf', mime: 'application/pdf' }); });
  });
});

describe('the legal basis', () => {
  it('is offered, and a policy document that is not known is asked for once', async () => {
    desk.policy = null;
    await begin();
    await press(radio(en.way.share));
    await paste('12/03/2024 Called to the address.');
    await press(screen.getByRole('checkbox', { name: new RegExp(en.item.confirm, 'u') }));
    await press(screen.getByRole('checkbox', { name: 'Niche' }));
    await type(en.reasons.why, WHY);
    await weighed();
    await press(button(en.send.share));
    expect([screen.getByRole('alert').querySelector('a')?.getAttribute('href'), desk.sent]).toEqual(['#basis', []]);
    await press(button(new RegExp(`^${en.basis.change}`, 'u')));
    await type(en.basis.policy.id, POLICY.id);
    await type(en.basis.policy.version, POLICY.version);
    await type(en.basis.policy.reviewDate, POLICY.reviewDate);
    await press(button(en.send.share));
    await waitFor(() => { expect(desk.letters[0]?.record.stack.policyDocument).toEqual(POLICY); });
  });
});

describe('keys', () => {
  it('send with Control and Enter, and never with Enter in a field', async () => {
    await begin();
    await press(radio(en.way.nothing));
    const field = screen.getByLabelText(en.systems.also);
    expect(fireEvent.keyDown(field, { key: 'Enter' })).toBe(false);
    expect(screen.queryByRole('alert')).toBeNull();
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    await settled();
    expect(summary()).toEqual([en.error.nothing, en.error.systems]);
  });
});

describe('a refusal', () => {
  it('is on a ground that section 164 allows, with reasons in writing, and takes five presses', async () => {
    await begin();
    await press(radio(en.way.refuse));
    expect([...document.querySelectorAll('input[name="ground"]')]).toHaveLength(2);
    await press(button(en.send.refuse));
    expect(summary()).toEqual([en.error.ground, en.error.reasons]);
    presses = 1;
    await press(document.querySelectorAll<HTMLElement>('input[name="ground"]')[1]!);
    await type(en.refusing.reasons, 'It would end a live operation that protects another child tonight.');
    await press(button(en.send.refuse));
    await waitFor(() => { expect(desk.sent).toHaveLength(1); });
    expect([presses <= 5, bodyOf().responseType, bodyOf().refusalGround]).toEqual([true, 'DECLINED', 'adverse_effect_on_own_functions']);
  });
});

describe('a talk first, another team', () => {
  it('says until when and why, and offers an invitation', async () => {
    await begin();
    await press(radio(en.way.talk));
    await press(radio('10am tomorrow'));
    await type(en.talking.why, 'The officer is on nights.');
    expect(button(en.talking.invitation)).toBeTruthy();
    await press(button(en.send.talk));
    await waitFor(() => { expect(desk.sent).toHaveLength(1); });
    expect(bodyOf().holding).toEqual({ until: '2026-11-23T10:00:00.000Z', why: 'The officer is on nights.' });
  });

  it.each([['en', en], ['cy', cy]] as const)('leaves the answer to be given, says so, and leads on to it (%s)', async (language, words) => {
    await begin(language);
    await press(radio(words.way.talk));
    await press(radio(words.talking.asks));
    await type(words.talking.question, 'Which of the two addresses?');
    await press(button(words.send.talk));
    await screen.findByText(words.sent.stays.replace('{{agency}}', language === 'en' ? 'Cardiff Council' : 'Cyngor Caerdydd'));
    expect(screen.queryByText(words.sent.correct)).toBeNull();
    await press(button(words.sent.goOn));
    await waitFor(() => { expect(document.activeElement?.id).toBe('way'); });
    expect([screen.queryByRole('heading', { name: words.sent.title }), (radio(words.way.talk) as HTMLInputElement).checked]).toEqual([null, false]);
  });

  it('says who should be asked', async () => {
    await begin();
    await press(radio(en.way.elsewhere));
    await press(radio(en.elsewhere.team));
    await press(button(en.send.elsewhere));
    expect(summary()).toEqual([en.error.redirectTo, en.error.elsewhereWords]);
    await type(en.elsewhere.to, 'PROB');
    await type(en.elsewhere.teamWhy, 'They supervise him.');
    await press(button(en.send.elsewhere));
    await waitFor(() => { expect(bodyOf().redirect).toEqual({ to: 'PROB', why: 'They supervise him.' }); });
  });
});

describe('sending', () => {
  const nothing = async (): Promise<void> => {
    await begin();
    await press(radio(en.way.nothing));
    await press(radio(en.nothing.no_concern));
    await press(screen.getByRole('checkbox', { name: 'Niche' }));
  };

  it('once, however often it is pressed', async () => {
    await nothing();
    for (let time = 0; time < 3; time += 1) fireEvent.click(button(en.send.nothing));
    await settled();
    await screen.findByRole('heading', { name: en.sent.title });
    expect([desk.letters.length, desk.sent.length]).toEqual([1, 1]);
  });

  it('after silence sends the very same again, and keeps the words', async () => {
    await nothing();
    desk.failure = new HubProblem(0, 'away');
    await press(button(en.send.nothing));
    await waitFor(() => { expect(summary()[0]).toMatch(/^Lateral cannot be reached/u); });
    expect((radio(en.nothing.no_concern) as HTMLInputElement).checked).toBe(true);
    desk.failure = null;
    await press(button(en.send.nothing));
    await screen.findByRole('heading', { name: en.sent.title });
    expect([desk.letters.length, desk.sent[1]]).toEqual([1, desk.sent[0]]);
  });

  it('says what changed meanwhile, and lets one look', async () => {
    await nothing();
    desk.failure = new HubProblem(409, 'version-changed');
    await press(button(en.send.nothing));
    await screen.findByRole('button', { name: 'Show what changed' });
    desk.inbox = [{ ...desk.inbox[0]!, version: 3 }];
    desk.failure = null;
    await press(button('Show what changed'));
    await press(button(en.send.nothing));
    await screen.findByRole('heading', { name: en.sent.title });
    expect(desk.sent.map(({ body }) => body.version)).toEqual([2, 3]);
  });

  it('keeps what was written where a colleague answered first, to become a correction', async () => {
    await nothing();
    desk.failure = new HubProblem(409, 'wrong-state');
    await press(button(en.send.nothing));
    const [asked] = desk.inbox;
    desk.inbox = [{ ...asked!, version: 3, state: 'answered', answer: { type: 'NO_TRACE', items: 0, at: NOW, message: 'e-2' }, envelopes: [...asked!.envelopes, { ...asked!.envelopes[0]!, id: 'e-2', type: 'response', from: 'heddlu' }] }];
    desk.failure = null;
    await press(button('Show what changed'));
    await screen.findByText(en.leftOver.answered);
    await press(button(en.leftOver.correct));
    await press(button(en.send.correction));
    await screen.findByRole('heading', { name: en.sent.title });
    expect(desk.letters.at(-1)).toMatchObject({ corrects: 'e-2', body: { responseType: 'KNOWN_NO_CONCERN' } });
  });
});
