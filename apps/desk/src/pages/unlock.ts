import type { RequestView } from '@lateral/contracts';
import { HubProblem } from '../hub.js';
import type { KeyLogState, Member } from '../keeper.js';
import type { Desk } from './desk.js';
import { button, el, form, secretField } from './view.js';

/** Step 4: one gesture, or what is on paper or in somebody's head. */
export function unlock(desk: Desk, me: Member): void {
  const { keeper, screen, words } = desk;
  const code = secretField('recovery', words.unlockCode);
  const phrase = secretField('phrase', words.passphrase);
  const by = (act: () => Promise<KeyLogState>): void => void desk.attempt(async () => {
    const log = await act();
    for (const { input } of [code, phrase]) input.value = '';
    await desk.toInbox(me, `${words.unlocked} ${sentenceOf(desk, log)}`);
  });
  screen.show(
    words.unlockTitle, el('p', {}, words.unlockHow),
    button(words.unlock, () => { by(async () => keeper.unlockByPasskey(me, await waiting(desk))); }),
    el(
      'details', {}, el('summary', {}, words.otherWays),
      form(() => { by(() => keeper.unlockBySecret(me, { kind: 'recovery-code', code: code.input.value })); }, code.field, el('button', { type: 'submit', class: 'button secondary' }, words.unlockCodeGo)),
      form(() => { by(() => keeper.unlockBySecret(me, { kind: 'passphrase', passphrase: phrase.input.value })); }, phrase.field, el('button', { type: 'submit', class: 'button secondary' }, words.unlockPhraseGo)),
    ),
  );
}

/** What the same gesture may open. Whoever reads no requests unlocks all the same. */
async function waiting({ hub }: Desk): Promise<RequestView[]> {
  try {
    return (await hub.inbox()).items;
  } catch (error) {
    if (error instanceof HubProblem && error.status === 403) return [];
    throw error;
  }
}

function sentenceOf({ words }: Desk, log: KeyLogState): string {
  return { exact: words.keyLogExact, waiting: words.keyLogWaiting, away: words.keyLogAway }[log];
}
