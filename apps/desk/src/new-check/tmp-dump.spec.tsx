/** @jest-environment @happy-dom/jest-environment */
import { expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, cleanup } from '@testing-library/react';
import { writeFileSync, mkdirSync } from 'node:fs';
import { BEGUN, showDesk } from '../../../../test/world/asking-desk.js';
import { Component as AskPage } from './ask-page.js';
import { Component as PeoplePage } from './people-page.js';
import { Component as SendPage } from './send-page.js';
import { Component as WhyPage } from './why-page.js';
import { Component as SentPage } from './sent-page.js';
import { Component as BoardPage } from '../board/board.js';
const AT = `/checks/new/people?draft=${BEGUN}`;
const pages = [{ path: '/checks', Component: BoardPage }, { path: '/checks/new/people', Component: PeoplePage }, { path: '/checks/new/ask', Component: AskPage }, { path: '/checks/new/why', Component: WhyPage }, { path: '/checks/new/send', Component: SendPage }, { path: '/checks/:reference/sent', Component: SentPage }];
mkdirSync('/tmp/dump', { recursive: true });
import i18next from 'i18next';

async function dump(name: string): Promise<void> {
  write(name);
  await i18next.changeLanguage('cy'); await new Promise((r) => setTimeout(r, 400)); write(`${name}-cy`); await i18next.changeLanguage('en'); await new Promise((r) => setTimeout(r, 400));
}
function write(name: string): void {
  for (const input of document.querySelectorAll('input')) { if (input.type === 'checkbox' || input.type === 'radio') { if (input.checked) input.setAttribute('checked', ''); } else input.setAttribute('value', input.value); }
  for (const area of document.querySelectorAll('textarea')) area.textContent = area.value;
  for (const select of document.querySelectorAll('select')) for (const option of select.options) if (option.value === select.value) option.setAttribute('selected', '');
  writeFileSync(`/tmp/dump/${name}.html`, `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${document.title}</title><link rel="stylesheet" href="/desk.css"></head><body class="js-enabled govuk-frontend-supported"><div class="govuk-width-container"><main class="govuk-main-wrapper">${document.body.innerHTML}</main></div></body></html>`);
}
const type = (id: string, text: string): void => void fireEvent.change(document.getElementById(id)!, { target: { value: text } });
const click = async (role: string, name: RegExp | string): Promise<void> => void fireEvent.click(await screen.findByRole(role as 'button', { name }));
const envelope = { id: 'e1', type: 'request', from: 'council', to: 'heddlu', createdAt: '2026-11-23T09:00:00.000Z', collectedAt: null, supersededBy: null };
const request = (id: string, change: object = {}): object => ({ id, check: 'c1', reference: 'LC-7F3K-92', asking: 'council', asked: 'heddlu', askedType: 'POLICE', urgency: 'red', state: 'open', version: 1, notice: 'sent', sentAt: '2026-11-23T08:00:00.000Z', dueAt: '2026-11-23T09:22:00.000Z', dueRule: 'POL:red:4h-calendar', acknowledgedAt: null, endedAt: null, heldBy: null, remindedAt: null, escalatedAt: null, answer: null, envelopes: [envelope], ...change });
const check = (id: string, reference: string, requests: object[]): object => ({ id, reference, urgency: 'red', state: 'open', version: 1, openedAt: '2026-11-23T08:00:00.000Z', decidedAt: null, closedAt: null, openedBy: 'u-1', heldBy: 'u-1', decision: null, requests });
const PEOPLE = [{ id: 'p1', name: 'Corey Ashdown', roles: ['child'], dob: '2019-09-03' }, { id: 'p2', name: 'Leanne Ashdown', roles: ['parent'] }];
const openAll = async (_: unknown, wanted: { envelope: string }[]): Promise<object[]> => wanted.map(({ envelope: id }) => ({ envelope: id, opened: { ok: true, body: { type: 'request', people: PEOPLE }, signer: { agency: 'council' }, record: { check: 'c1' }, narrative: { necessity: '' } } }));
it('dumps', async () => {
  const all = [check('c1', 'LC-7F3K-92', [request('r1'), request('r2', { asked: 'bwrdd', askedType: 'LHB', dueAt: '2026-11-23T15:00:00.000Z', state: 'acknowledged', acknowledgedAt: '2026-11-23T09:02:00.000Z' }), request('r3', { asked: 'addysg', state: 'answered', endedAt: '2026-11-23T09:30:00.000Z', answer: { type: 'PARTIAL', items: 3, at: '2026-11-23T09:30:00.000Z', message: 'm' } })]), check('c2', 'LC-2C8M-11', [request('r4', { reference: 'LC-2C8M-11', urgency: 'green', dueAt: '2026-11-25T10:00:00.000Z', dueRule: 'x:9h-working:partnership-week' })])];
  await showDesk(pages, '/checks', { checks: async () => ({ items: all, next: null }), drafts: async () => [{ id: 'd1', kind: 'check', readers: 'self', updatedAt: '2026-11-23T08:00:00.000Z' }] }, { openAll });
  await click('button', /^Show the names/);
  await screen.findAllByText(/Corey Ashdown/);
  await dump('board');
  cleanup();
  await showDesk(pages, AT, { contacts: async () => [{ agency: 'heddlu', phone: '01792 000000', outOfHoursPhone: '01792 111111' }], check: async () => all[0] });
  await screen.findByRole('heading', { level: 1 });
  await screen.findByLabelText('Given name');
  fireEvent.click(screen.getByRole('button', { name: 'Continue' }));
  await screen.findByRole('alert');
  await dump('people-errors');
  fireEvent.paste(document.getElementById('paste')!, { clipboardData: { getData: () => 'Name: Corey Ashdown\nDOB: 03/09/2019\nNHS: 943 476 5919\nEye colour: brown\nMother: Leanne Ashdown 14/02/1991' } });
  await waitFor(() => { expect(screen.getAllByLabelText('Given name')).toHaveLength(2); });
  type('what-happened', 'Bruise seen.');
  await dump('people');
  await click('button', 'Continue');
  await click('radio', 'Section 47 enquiries');
  for (const a of ['heddlu', 'bwrdd']) await click('checkbox', a);
  await dump('ask');
  await click('button', 'Continue');
  await screen.findByRole('heading', { level: 1, name: /Why ask/ });
  type('why', 'Corey was hurt and is clearly non-compliant. School saw bruising today and two accounts differ.');
  await screen.findByLabelText(/threshold for section 47 is met/);
  await click('radio', /^No, it could increase risk to a child/);
  await click('button', /^Change Your legal basis/);
  await dump('why');
  await click('button', /^Replace with/);
  type('threshold-why', 'An injury nobody explains.');
  await click('radio', /^No. Only these/);
  await click('button', 'Continue');
  await screen.findByRole('heading', { level: 1, name: /Check and send/ });
  const go = await screen.findByRole('button', { name: /Encrypt and send/ });
  await waitFor(() => { expect((go as HTMLButtonElement).disabled).toBe(false); });
  await dump('send');
  fireEvent.click(go);
  await screen.findByText('Who was asked');
  await dump('sent');
}, 60_000);
