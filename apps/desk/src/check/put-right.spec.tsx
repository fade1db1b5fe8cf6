import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DraftReply } from '@lateral/contracts';
import { settled, write } from '../../../../test/world/at-the-screen.js';
import { ASKED, keepingDrafts, law, NOW, OWN, POLICY, showDesk, type Shown } from '../../../../test/world/asking-desk.js';
import type { Wanted } from '../keeper/keeper.js';
import type { OpenedMessage } from '../crypto/protocol.js';
import { emptyAgency, emptyCheck, emptyPerson, type CheckDraft } from '../new-check/check-draft.js';
import { composeRequests } from '../new-check/compose.js';
import { codes as en } from '../words/en/codes.js';
import { Component as AskPage } from './ask-page.js';
import { Component as QuestionPage } from './question-page.js';
import { check, opened, request } from './wanted.examples.js';

/* At night there was time for a few words. In the morning somebody asks one more agency, and there is time for the rest. */
const WHY = 'A child said at school that the kitchen is locked at night, and only these agencies can say whether the home was visited for that.';
const written: CheckDraft = {
  ...emptyCheck({ check: 'c1', language: 'en', now: NOW }), purpose: 's47_enquiry', urgency: 'red', threshold: 's47', thresholdWhy: 'Weight lost, and shut out at night.', referralReason: 'What was said at school.',
  people: [{ ...emptyPerson('p1', 'child'), given: 'Siân', family: 'Dŵr-Ŷd' }], asked: [emptyAgency('heddlu', ['police.address_calls'])], why: 'He may be hurt tonight.', override: { reason: 'life_at_risk' },
};
function question(id: string, of: CheckDraft): OpenedMessage {
  const { body, narrative, record } = composeRequests(of, { law, policyDocument: POLICY, on: '2026-11-23', own: OWN, agencies: [OWN, ...ASKED], asker: undefined })![0]!;
  return opened(id, body, { narrative, record: { v: 1, type: 'justification', check: 'c1', request: 'r1', message: id, salt: 's', words: [], ...record } });
}
const routes = [{ path: '/checks/:reference/ask', Component: AskPage }, { path: '/checks/:reference/requests/:request/question', Component: QuestionPage }, { path: '*', element: <h1>elsewhere</h1> }];

let drafts: Map<string, DraftReply>;
let asked: string[];
beforeEach(() => { [drafts, asked] = [new Map(), []]; });
afterEach(cleanup);

interface Scene { urgency?: 'red' | 'amber'; questions?: Record<string, CheckDraft> }
async function show(path: string, { urgency = 'amber', questions = {} }: Scene = {}): Promise<Shown> {
  const did = (act: string) => async (of: string): Promise<object> => { asked.push(`${act} ${of}`); return {}; };
  const two = check([request('r1', 'heddlu', { urgency }), request('r2', 'bwrdd', { urgency })], { urgency });
  const shown = await showDesk(routes, `/checks/LAT-7F3K-92${path}`, { check: async () => two, askFurther: did('askFurther'), correctRequest: did('correctRequest'), ...keepingDrafts(drafts) }, {
    mayOpen: () => true, openAll: async (_: unknown, wanted: Wanted[]) => wanted.map(({ envelope }) => ({ envelope, opened: question(envelope, questions[envelope] ?? written) })),
  });
  await settled();
  return shown;
}
const press = async (role: 'button' | 'radio', name: string | RegExp): Promise<void> => { fireEvent.click(screen.getByRole(role, { name })); await settled(); };
const send = (): Promise<void> => press('button', 'Encrypt and send');
const isWanted = (): boolean => screen.queryByRole('heading', { name: 'What is missing' }) !== null;
const mended = (): string[] => [...document.querySelectorAll<HTMLAnchorElement>('.govuk-error-summary a')].map((link) => link.getAttribute('href') ?? '');

async function writeReasons(): Promise<void> {
  await write(document.getElementById('why')!, { value: WHY });
  await press('radio', en.lessIntrusive.none_workable);
  await press('radio', 'No, it could increase risk to a child');
}

describe('a question made of one that went as an emergency, in a check that is red no more', () => {
  it.each([['another agency', '/ask', 'askFurther LAT-7F3K-92'], ['a follow-up', '/requests/r1/question', 'correctRequest r1']])('goes once what is missing is written: %s', async (_, path, act) => {
    const { letters } = await show(path, { urgency: 'amber' });
    expect(isWanted()).toBe(false);
    if (path === '/ask') await press('radio', 'tai');
    else await write(document.getElementById('more')!, { value: 'Who was there on 3 March?' });
    expect(isWanted()).toBe(true);
    await send();
    expect([asked, new Set(mended())]).toEqual([[], new Set(['#why', '#less-intrusive', '#told'])]);
    await writeReasons();
    expect(isWanted()).toBe(true);
    await send();
    expect(asked).toEqual([act]);
    expect(letters).toMatchObject([{ type: 'request', narrative: { necessity: WHY }, record: { override: null, lessIntrusive: 'none_workable', consent: { notSoughtReason: 'risk_to_child' } } }]);
  });

  it('keeps what was written when the page goes', async () => {
    await show('/ask');
    await press('radio', 'tai');
    await write(document.getElementById('why')!, { value: WHY });
    cleanup();
    await settled();
    await show('/ask');
    expect((document.getElementById('why') as HTMLTextAreaElement).value).toBe(WHY);
  });

  it('is made of one that is complete, where there is one', async () => {
    const complete: CheckDraft = { ...written, urgency: 'amber', override: null, why: WHY, lessIntrusive: 'none_workable', told: 'risk_to_child' };
    const { letters } = await show('/ask', { questions: { 'q-r2': complete } });
    await press('radio', 'tai');
    expect(isWanted()).toBe(false);
    await send();
    expect(letters).toMatchObject([{ narrative: { necessity: WHY }, record: { override: null } }]);
  });
});

describe('while it is still red', () => {
  it('it is complete, or an emergency again: of that nothing more is asked', async () => {
    const { letters } = await show('/ask', { urgency: 'red' });
    await press('radio', 'tai');
    expect(isWanted()).toBe(true);
    await press('radio', /a life is at risk/iu);
    expect(isWanted()).toBe(false);
    await send();
    expect(letters).toMatchObject([{ narrative: { necessity: 'He may be hurt tonight.' }, record: { override: { reason: 'life_at_risk' } } }]);
  });
});
