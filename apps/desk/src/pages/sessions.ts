import type { SessionView } from '@lateral/contracts';
import type { Member } from '../keeper.js';
import type { Desk } from './desk.js';
import { moment } from './inbox.js';
import { button, el, summary } from './view.js';

/** Step 6: one's own sessions, ending them, and signing out. */
export async function sessions(desk: Desk, me: Member): Promise<void> {
  const { hub, keeper, screen, words } = desk;
  const list = (await hub.sessions()).map((session) => el('li', { class: 'card' }, summary(rowsOf(desk, session)), session.current ? el('p', {}, words.thisSession) : button(words.end, () => { ending(() => hub.endSession(session.id)); }, 'button secondary')));
  const ending = (end: () => Promise<unknown>): void => void desk.attempt(async () => {
    await end();
    await desk.toSessions(me);
    screen.say(words.ended);
  });
  const signOut = (): void => void desk.attempt(async () => {
    keeper.lock();
    await hub.signOut();
    await desk.start();
  });
  screen.show(
    words.sessions, el('ul', { class: 'plain' }, ...list),
    el('div', { class: 'actions' }, button(words.endOthers, () => { ending(() => hub.endOthers()); }, 'button secondary'), button(words.signOut, signOut), button(words.back, () => void (keeper.isUnlocked ? desk.toInbox(me) : desk.toUnlock(me)), 'link')),
  );
}

function rowsOf({ language, words }: Desk, { kind, startedAt, seenAt }: SessionView): [string, string][] {
  return [[words.kind, words.kinds[kind]], [words.started, moment(startedAt, language)], [words.seen, moment(seenAt, language)]];
}
