import type { Member } from '../keeper.js';
import type { Desk } from './desk.js';
import { button, el, form, secretField } from './view.js';

/** A newcomer brings the code that a custodian gave them by hand. */
export function join(desk: Desk): void {
  const { hub, screen, words } = desk;
  const { field, input } = secretField('invitation', words.code);
  const redeem = (): void => void desk.attempt(async () => {
    await hub.redeem(input.value);
    await desk.start();
  });
  screen.show(words.joinTitle, el('p', {}, words.joinHow), form(redeem, field, el('button', { type: 'submit', class: 'button' }, words.go)));
}

/** Step 2: a passkey, then a key that it unlocks. */
export function firstKeys(desk: Desk, me: Member): void {
  if (me.passkeys > 0) return keyPage(desk, me, true);
  const { keeper, screen, words } = desk;
  const enrol = (): void => void desk.attempt(async () => {
    const prf = await keeper.enrol(`Lateral ${me.agency}`);
    await desk.to(() => { keyPage(desk, { ...me, passkeys: 1 }, prf); });
  });
  screen.show(words.keysTitle, el('p', {}, words.keysHow), button(words.makePasskey, enrol));
}

/** `prf`: the passkey unlocks keys; where it cannot, a passphrase does. */
function keyPage(desk: Desk, me: Member, prf: boolean): void {
  const { keeper, screen, words } = desk;
  const { field, input } = secretField('passphrase', words.passphrase, words.passphraseNeeded);
  const make = (): void => void desk.attempt(async () => {
    const made = await keeper.makeKey(me, prf ? null : input.value);
    input.value = '';
    await desk.toSheet(me, made);
  });
  screen.show(words.keysTitle, el('p', {}, words.keysSecond), form(make, prf ? null : field, el('button', { type: 'submit', class: 'button' }, words.makeKey)));
}
