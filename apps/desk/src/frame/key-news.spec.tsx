import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AnsweringDesk } from '../../../../test/world/answering-desk.js';
import { asker, Presses } from '../../../../test/world/checking-desk.js';
import { rememberPolicyDocument } from '../answer/policy-document.js';
import { rememberSystems } from '../answer/last-systems.js';
import { Component as AnswersPage } from '../answers/answers-page.js';
import { Component as CheckPage } from '../check/check-page.js';
import { answerBody, check, envelope, questionBody, request, unsealed } from '../check/wanted.examples.js';
import type { OpenedMessage } from '../crypto/protocol.js';

type News = OpenedMessage['keyNews'];
const person = (agency: string, by: 'custodians' | 'root' = 'custodians'): News[number] => ({ whose: 'person', agency, since: '2026-11-21T14:02:00.000Z', by });
const ofAgency: News[number] = { whose: 'agency', agency: 'council', since: '2026-11-21T14:02:00.000Z', by: 'root' };
const insets = (): string[] => [...document.querySelectorAll('.govuk-inset-text')].map(({ textContent }) => textContent ?? '').filter((text) => /key|allwedd/u.test(text));

beforeEach(() => { rememberSystems('m1', []); rememberPolicyDocument('heddlu', null); });
afterEach(cleanup);

describe('a new key of whoever asks', () => {
  it.each([
    ['en', ['A person who signed this has a new key since 2:02pm, 21 November 2026; two custodians of Cardiff Council confirmed it.', 'The agency that this came from, Cardiff Council, has a new key since 2:02pm, 21 November 2026; the partnership confirmed it.']],
    ['cy', ['Mae gan berson a lofnododd hyn allwedd newydd ers 2:02yh, 21 Tachwedd 2026; cadarnhawyd hynny gan ddau o geidwaid Cyngor Caerdydd.', 'Mae gan yr asiantaeth y daeth hyn oddi wrthi, Cyngor Caerdydd, allwedd newydd ers 2:02yh, 21 Tachwedd 2026; cadarnhawyd hynny gan y bartneriaeth.']],
  ] as const)('is said beside the question in %s', async (language, said) => {
    const desk = new AnsweringDesk();
    (desk.unsealed as { opened: OpenedMessage }) = { ...desk.unsealed, opened: { ...(desk.unsealed as { opened: OpenedMessage }).opened, keyNews: [person('council'), ofAgency] } };
    await desk.show('/inbox/r-1', language);
    await screen.findByText('Corey Ashdown');
    await waitFor(() => { expect(insets()).toEqual(said); });
  });

  it('is said nowhere where there is none', async () => {
    await new AnsweringDesk().show();
    await screen.findByText('Corey Ashdown');
    expect(insets()).toEqual([]);
  });
});

describe('a new key of whoever answered', () => {
  const at = (time: string): { createdAt: string } => ({ createdAt: `2026-11-22T${time}:00.000Z` });
  const answered = check([request('r1', 'heddlu', {
    state: 'answered', endedAt: '2026-11-22T09:30:00.000Z', answer: { type: 'FULL', items: 1, at: '2026-11-22T09:30:00.000Z', message: 'a2' },
    envelopes: [envelope('q-r1', 'request', 'council', at('08:00')), envelope('a1', 'response', 'heddlu', at('09:00')), envelope('a2', 'response', 'heddlu', at('09:30'))],
  })]);
  const messages = [unsealed('q-r1', questionBody()), unsealed('a1', answerBody(), { keyNews: [person('heddlu')] }), unsealed('a2', answerBody(), { keyNews: [person('heddlu')] })];
  const SAID = 'A person who signed this has a new key since 2:02pm, 21 November 2026; two custodians of heddlu confirmed it.';

  it('stands once in that agency’s card and beside each answer, and not before they are opened', async () => {
    await asker({ check: answered, messages }, { '/checks/:reference': CheckPage, '/checks/:reference/answers': AnswersPage, '/checks/:reference/answers/:request': AnswersPage }, '/checks/LAT-7F3K-92');
    expect(insets()).toEqual([]);
    const presses = new Presses();
    await presses.press('button', /^Read everything/u);
    expect(insets()).toEqual([SAID]);
    expect(screen.getByText(SAID).closest('section')?.getAttribute('aria-labelledby')).toBe('card-r1');
    await presses.press('link', /^Read answers/u);
    expect(insets()).toEqual([SAID, SAID]);
  });

  it('of a colleague is said with the question that they signed', async () => {
    await asker({ check: answered, messages: [unsealed('q-r1', questionBody(), { keyNews: [person('council', 'root')] }), ...messages.slice(1)] }, { '/checks/:reference': CheckPage }, '/checks/LAT-7F3K-92');
    await new Presses().press('button', /^Read everything/u);
    expect(insets()).toEqual(['A person who signed this has a new key since 2:02pm, 21 November 2026; the partnership confirmed it. Their agency: council.', SAID]);
  });
});
