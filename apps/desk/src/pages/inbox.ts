import type { RequestView } from '@lateral/contracts';
import type { Member } from '../keeper.js';
import type { Desk } from './desk.js';
import { requestPage } from './request.js';
import { button, el, summary } from './view.js';

/** Step 5: what was asked of this agency, and opening one of them. Nothing of the content stands here: it is sealed. */
export async function inbox(desk: Desk, me: Member, note: string | null): Promise<void> {
  const { hub, screen, words } = desk;
  const { items } = await hub.inbox();
  const list = items.map((view) => el('li', { class: 'card' }, summary(rowsOf(desk, view)), openButton(desk, me, view)));
  screen.show(
    words.inboxTitle, items.length === 0 ? el('p', {}, words.inboxEmpty) : el('ul', { class: 'plain' }, ...list),
    el('div', { class: 'actions' }, button(words.lock, () => { lockAndAsk(desk, me); }, 'button secondary'), button(words.sessions, () => void desk.toSessions(me), 'link')),
  );
  if (note !== null) screen.say(note);
}

function openButton(desk: Desk, me: Member, view: RequestView): HTMLElement {
  const { keeper, words } = desk;
  const open = (): void => void desk.attempt(async () => {
    const opened = await keeper.open(me, view);
    await desk.to(() => { requestPage(desk, { me, view, opened }); });
  });
  const opener = button(words.open, open);
  opener.setAttribute('aria-label', `${words.open} ${view.reference}`);
  return opener;
}

function rowsOf({ language, words }: Desk, { asking, dueAt, reference, urgency, state }: RequestView): [string, string][] {
  return [[words.reference, reference], [words.from, asking], [words.urgency, words[urgency]], [words.due, moment(dueAt, language)], [words.state, words.states[state]]];
}

export function lockAndAsk(desk: Desk, me: Member): void {
  desk.keeper.lock();
  void desk.toUnlock(me);
}

/** A time as people here write it. */
export function moment(iso: string, language: 'en' | 'cy'): string {
  return new Intl.DateTimeFormat(language === 'cy' ? 'cy-GB' : 'en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/London' }).format(new Date(iso));
}
