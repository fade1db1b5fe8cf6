import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { CheckView, DraftReply } from '@lateral/contracts';
import { settled } from '../../../../test/world/at-the-screen.js';
import { asker, keptDraft, Presses, type, type Asker, type AskerWorld } from '../../../../test/world/checking-desk.js';
import { answerBody, check, envelope, questionBody, request, unsealed } from '../check/wanted.examples.js';
import { decide as cy } from '../words/cy/decide.js';
import { decide as en } from '../words/en/decide.js';
import { Component as DecidePage } from './decide-page.js';
import { emptyDecision } from './decide-draft.js';

const at = (time: string): { createdAt: string } => ({ createdAt: `2026-11-22T${time}:00.000Z` });
const asked = (id: string, agency: string): CheckView['requests'][number] => request(id, agency, {
  state: 'nothing_held', endedAt: '2026-11-22T09:00:00.000Z', answer: { type: 'NO_TRACE', items: 0, at: '2026-11-22T09:00:00.000Z', message: `a-${id}` }, envelopes: [envelope(`q-${id}`, 'request', 'council', at('08:00')), envelope(`a-${id}`, 'response', agency, at('09:00'))],
});
const two = check([asked('r1', 'heddlu'), asked('r2', 'ysgol')]);
const messages = ['r1', 'r2', 'r3'].flatMap((id) => [unsealed(`q-${id}`, questionBody()), unsealed(`a-${id}`, answerBody({ responseType: 'NO_TRACE', items: [] }))]);
const decided = (requests = two.requests): CheckView => ({ ...two, requests, state: 'decided', decision: envelope('d1', 'decision', 'council', at('10:00')), decidedAt: '2026-11-22T10:00:00.000Z' });
/** Its draft as a lock left it: recorded, and not everybody was told. */
const recorded = (): Map<string, DraftReply> => new Map([keptDraft('decision', { ...emptyDecision({ check: 'c1', language: 'en', requests: ['r1', 'r2'] }), outcome: 'STRATEGY', rationale: 'Because.', recorded: 'd1' })]);
const show = async (change: Partial<AskerWorld>): Promise<{ desk: Asker; presses: Presses }> => ({ desk: await asker({ check: two, messages, ...change }, { '/checks/:reference/decide': DecidePage }, '/checks/LAT-7F3K-92/decide'), presses: new Presses() });
const summary = (): (string | null)[] => [...document.querySelectorAll('.govuk-error-summary li')].map((each) => each.textContent);
const says = (words: string): boolean => (document.body.textContent ?? '').includes(words);
const isOffered = (name: string): boolean => screen.queryByRole('button', { name }) !== null;
const record = async (): Promise<void> => {
  await type('Why?', 'Because.');
  fireEvent.submit(document.querySelector('form')!);
  await settled();
};

afterEach(() => { cleanup(); });

describe('telling the rest in a later visit', () => {
  it.each([['en', en], ['cy', cy]] as const)('is refused in %s while a question is sealed, and forgets nobody', async (language, words) => {
    const drafts = recorded();
    const { desk, presses } = await show({ check: decided(), drafts, language });
    await presses.press('button', words.rest.again);
    expect([summary(), desk.log, desk.letters, drafts.size]).toEqual([[words.fault.sealedToTell], [], [], 1]);
    expect(document.querySelector('#open-first')?.contains(document.querySelector('#open-first button'))).toBe(true);
    expect([document.querySelector('.govuk-error-summary a')?.getAttribute('href'), says(words.sent.nobody)]).toEqual(['#open-first', false]);
  });

  it('tells them once their questions are open, and then forgets the draft', async () => {
    const drafts = recorded();
    const { desk, presses } = await show({ check: decided(), drafts });
    await presses.press('button', /^Read everything/u);
    await presses.press('button', en.rest.again);
    expect(desk.log.map(({ act, of }) => [act, of])).toEqual([['tellOutcome', 'r1'], ['tellOutcome', 'r2']]);
    expect([says('2 agencies were told.'), drafts.size]).toEqual([true, 0]);
  });

  it('counts those who were told before, and tells nobody twice', async () => {
    const heard = decided(two.requests.map((view) => (view.id === 'r1' ? { ...view, envelopes: [...view.envelopes, envelope('o1', 'outcome', 'council', at('10:01'))] } : view)));
    const { desk, presses } = await show({ check: heard, drafts: recorded() });
    expect([says('Told: heddlu.'), says('Not told: ysgol.')]).toEqual([true, true]);
    await presses.press('button', /^Read everything/u);
    await presses.press('button', en.rest.again);
    expect([desk.log.map(({ of }) => of), says('2 agencies were told.')]).toEqual([['r2'], true]);
  });

  it('is over where everybody had word of it: what is written next is another decision', async () => {
    const heard = decided(two.requests.map((view) => ({ ...view, envelopes: [...view.envelopes, envelope(`o-${view.id}`, 'outcome', 'council', at('10:01'))] })));
    const drafts = recorded();
    await show({ check: heard, drafts });
    expect([isOffered(en.rest.again), says(en.again), drafts.size]).toEqual([false, true, 0]);
  });

  it('names those whose question was erased for good, until somebody says that they tell them', async () => {
    const drafts = recorded();
    const { desk, presses } = await show({ check: decided(), drafts, erased: ['q-r2'] });
    await presses.press('button', /^Read everything/u);
    await presses.press('button', en.rest.again);
    expect([desk.log.map(({ of }) => of), says('Told: heddlu.'), says('Not told: ysgol.'), isOffered(en.rest.again), drafts.size]).toEqual([['r1'], true, true, false, 1]);
    await presses.press('button', en.rest.myself);
    expect([says('1 agency was told.'), drafts.size]).toEqual([true, 0]);
  });
});

describe('telling with the recording', () => {
  it('names as not told whoever was to be told and whose question was erased or could not be relied on', async () => {
    const drafts = new Map<string, DraftReply>();
    const forged = messages.map((each) => (each.envelope === 'q-r3' ? { envelope: 'q-r3', opened: null, code: 'signature-invalid', step: 1 } : each));
    const { desk, presses } = await show({ check: { ...two, requests: [...two.requests, asked('r3', 'tai')] }, messages: forged, erased: ['q-r2'], drafts });
    await presses.press('button', /^Read everything/u);
    await presses.press('radio', 'Strategy discussion');
    await record();
    expect(desk.log.map(({ act, of }) => [act, of])).toEqual([['recordDecision', 'LAT-7F3K-92'], ['tellOutcome', 'r1']]);
    expect([says('Told: heddlu.'), says('Not told: ysgol, tai.'), isOffered(en.rest.again), drafts.size]).toEqual([true, true, false, 1]);
    await presses.press('button', en.rest.myself);
    expect([says('1 agency was told.'), drafts.size]).toEqual([true, 0]);
  });

  it('waits for a question that can still be opened', async () => {
    const { desk, presses } = await show({});
    await presses.press('button', /^Read everything/u);
    desk.world.check = { ...two, requests: [...two.requests, asked('r3', 'tai')] };
    await desk.refetch();
    await presses.press('radio', 'Strategy discussion');
    await record();
    expect([summary(), desk.log]).toEqual([[en.fault.sealedToTell], []]);
    await presses.press('button', /^Read everything/u);
    await record();
    expect([desk.log.map(({ of }) => of), says('3 agencies were told.')]).toEqual([['LAT-7F3K-92', 'r1', 'r2', 'r3'], true]);
  });

  it('says nothing to an agency whose request alone was taken back', async () => {
    const { desk, presses } = await show({ check: { ...two, requests: [...two.requests, { ...asked('r3', 'tai'), state: 'withdrawn', answer: null }] } });
    await presses.press('button', /^Read everything/u);
    expect(screen.getByText('tai', { selector: 'strong' }).parentElement?.textContent).toBe(`tai: ${en.tell.takenBack}`);
    await presses.press('radio', 'Strategy discussion');
    await record();
    expect([desk.log.map(({ of }) => of), says('2 agencies were told.')]).toEqual([['LAT-7F3K-92', 'r1', 'r2'], true]);
  });
});
