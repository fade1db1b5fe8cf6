import type { RequestView } from '@lateral/contracts';
import type { MessageBody } from '@lateral/envelope';
import type { OpenedRequest } from '../crypto/protocol.js';
import type { Member } from '../keeper.js';
import type { Desk } from './desk.js';
import { lockAndAsk, moment } from './inbox.js';
import { button, el, summary } from './view.js';

type RequestBody = Extract<MessageBody, { type: 'request' }>;

/** A request, opened and verified. Its words are shown as text, in the language they were written in, and kept nowhere. */
export function requestPage(desk: Desk, { me, view, opened }: { me: Member; view: RequestView; opened: OpenedRequest }): void {
  const { body } = opened;
  if (body.type !== 'request') throw new TypeError('not a request');
  const { language, screen, words } = desk;
  const { narrative, signer, created, witness, mismatched } = opened;
  screen.show(
    words.requestTitle, el('p', { class: 'inset' }, words.verified), mismatched.length === 0 ? null : el('p', { class: 'warning', role: 'alert' }, words.mismatched),
    summary([[words.reference, view.reference], [words.signedBy, `${signer.member}, ${signer.agency}`], [words.sent, moment(created, language)], [words.due, moment(view.dueAt, language)], [words.record, words[witness]]]),
    el('div', { lang: body.language, translate: 'no', class: 'message' }, el('h2', {}, words.question), prose(body.question), el('h2', {}, words.people), peopleIn(desk, body), summary([[words.reason, body.referralReason], [words.history, body.serviceHistory], [words.period, periodOf(body)]])),
    el('div', { lang: narrative.language, translate: 'no', class: 'message' }, el('h2', {}, words.reasons), prose(narrative.necessity), prose(narrative.proportionality)),
    el('div', { class: 'actions' }, button(words.back, () => void desk.toInbox(me), 'button secondary'), button(words.lock, () => { lockAndAsk(desk, me); }, 'button secondary')),
  );
}

function peopleIn({ words }: Desk, { people }: RequestBody): HTMLElement {
  return el('ul', {}, ...people.map(({ name, roles, dob }) => el('li', {}, `${name} (${roles.join(', ').replaceAll('_', ' ')})${dob === undefined || dob === null ? '' : `, ${words.born} ${dob}`}`)));
}

function periodOf({ period }: RequestBody): string | null {
  return period === null ? null : `${period.from} – ${period.to}`;
}

function prose(text: string): HTMLElement {
  return el('p', { class: 'prose' }, text);
}
