import type { Browser, Locator } from 'playwright-core';
import { PRF_INPUT } from '@lateral/contracts';
import { lockPersonalKey, newRecoveryCode } from '@lateral/envelope/keys';
import { SystemRandom } from '@lateral/platform';
import type { Language } from '../../apps/desk/src/words/languages.js';
import type { PeopleWorld } from '../world/people-world.js';
import { accepted } from '../world/check-scene.js';
import { Desktop } from './chromium.js';
import type { Seat } from './desk-world.js';
import type { Looked, Watch } from './guards.js';
import { wordsIn, type Words } from './words.js';

export const ORIGIN = 'http://localhost';
const WAIT_MS = 30_000;
const random = new SystemRandom();

/** Somebody in front of a desk. What they press and type is counted: a press is a click, a Space or an Enter; letters are counted apart. */
export class AtDesk {
  presses = 0;
  typed = 0;
  /** Of the sheet on paper. */
  recoveryCode = '';

  private constructor(readonly desktop: Desktop, public words: Words, public seat: Seat, private readonly watch: Watch) {}

  get page(): Desktop['page'] {
    return this.desktop.page;
  }

  /**
   * In at the provider, the passkey made in this browser, and the personal key of the roster locked with what the passkey gives, as a first
   * day would leave it; then unlocked with one press.
   */
  static async sit(people: PeopleWorld, browser: Browser, watch: Watch, seat: Seat): Promise<AtDesk> {
    const person = await AtDesk.arrive(people, browser, watch, seat);
    await person.page.waitForURL(`${ORIGIN}/set-up`);
    await person.lockKey(people, people.memberOf(seat.agency, seat.role));
    await person.page.goto(`${ORIGIN}/`);
    await person.unlock();
    return person;
  }

  /** In at the provider in a browser that knows nothing of them yet, and no further. */
  static async arrive(people: PeopleWorld, browser: Browser, watch: Watch, seat: Seat): Promise<AtDesk> {
    const { agency, role, language = 'en', viewport = { width: 1280, height: 900 }, forcedColors = null } = seat;
    const desktop = await Desktop.in(browser, { viewport, forcedColors });
    desktop.context.setDefaultTimeout(WAIT_MS);
    await desktop.context.addCookies([{ name: 'lng', value: language, url: ORIGIN }]);
    watch.over(desktop);
    const person = new AtDesk(desktop, wordsIn(language), seat, watch);
    await desktop.page.goto(`${ORIGIN}/v1/sign-in/start?agency=${agency}`);
    await desktop.page.getByRole('button', { name: people.subjectOf(agency, role), exact: true }).click();
    return person;
  }

  private async lockKey(people: PeopleWorld, member: string): Promise<void> {
    const { agency } = this.seat;
    const credential = await enrol(this.desktop);
    const prf = await this.desktop.prf(credential, PRF_INPUT);
    const machine = await people.door.signInAs(agency, member);
    this.recoveryCode = newRecoveryCode(random);
    const { locked } = await lockPersonalKey({ agency, member, key: machine.client.personal, random, secrets: [{ kind: 'passkey', credential, prf }, { kind: 'recovery-code', code: this.recoveryCode }] });
    accepted(await machine.put('/v1/locked-keys/mine', locked));
  }

  /** The one press that the page with the lock asks for. */
  async unlock(): Promise<void> {
    const go = this.page.getByRole('button', { name: this.words.unlock.passkey });
    await go.waitFor();
    await go.click();
    await go.waitFor({ state: 'hidden' });
  }

  /** After a load of the page the key is locked; where nothing was loaded it is not. */
  async unlockIfLocked(): Promise<void> {
    const locked = this.page.getByRole('button', { name: this.words.unlock.passkey });
    await locked.or(this.page.getByRole('button', { name: this.words.frame.lockNow })).first().waitFor();
    if (await locked.isVisible()) await this.unlock();
  }

  /** In another language from the next page on that is loaded. */
  async speak(language: Language): Promise<void> {
    this.words = wordsIn(language);
    this.seat = { ...this.seat, language };
    await this.desktop.context.addCookies([{ name: 'lng', value: language, url: ORIGIN }]);
  }

  /** From here on presses and letters are counted. */
  begin(): void {
    this.presses = 0;
    this.typed = 0;
  }

  async press(what: Locator): Promise<void> {
    this.presses += 1;
    await what.click();
  }

  button(name: string | RegExp): Promise<void> {
    return this.press(this.page.getByRole('button', { name, exact: typeof name === 'string' }));
  }

  /** A link, whether it looks like a button or not. */
  link(name: string | RegExp): Promise<void> {
    const how = { name, exact: typeof name === 'string' };
    return this.press(this.page.getByRole('link', how).or(this.page.getByRole('button', how)).first());
  }

  /** A radio or a tick, by the words beside it: what is pressed is the label, as people do. */
  async choose(name: string | RegExp, kind: 'radio' | 'checkbox' = 'radio'): Promise<void> {
    this.presses += 1;
    await this.page.getByRole(kind, { name, exact: typeof name === 'string' }).check();
  }

  /** Words into a field, letters counted; a word that is looked for afterwards counts as an ordinary surname. */
  async type(field: Locator | string, text: string): Promise<void> {
    const box = typeof field === 'string' ? this.page.locator(`#${field}`) : field;
    this.typed += this.watch.readable(text).length;
    await box.fill(text);
  }

  /** As from another program: nothing is typed. */
  async paste(field: string, text: string): Promise<void> {
    await this.page.locator(`#${field}`).focus();
    await this.page.evaluate(({ id, words }) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', words);
      document.getElementById(id)!.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, { id: field, words: text });
  }

  /** Waits for the page, whose heading may have a caption before it. */
  async at(heading: string): Promise<void> {
    const h1 = this.page.getByRole('heading', { level: 1, name: new RegExp(`${heading.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&')}$`, 'u') });
    await this.shown(h1);
  }

  /** Waits for something, and says what is there instead. */
  async shown(what: Locator): Promise<void> {
    await what.waitFor().catch(async (error: unknown) => {
      const { complaints } = this.desktop;
      throw new Error(`${String(what)} is not shown, but: ${await this.page.locator('body').innerText()}\n${[...this.watch.refusals, ...complaints.errors, ...complaints.policy, ...complaints.console.map(({ text }) => text)].join('\n')}`, { cause: error });
    });
  }

  /** Everything that holds of every page, held against this one. */
  look(state: string, how: Looked = {}): Promise<void> {
    return this.watch.look(this.desktop, state, { language: this.seat.language ?? 'en', ...how });
  }
}

/** A passkey that gives what unlocks, enrolled with the fresh sign-in; its id. */
async function enrol({ page }: Desktop): Promise<string> {
  const { credential, status } = await page.evaluate(async () => {
    const bytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
    const text = (buffer: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/u, '');
    const post = (path: string, body: unknown): Promise<Response> => fetch(path, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }, body: JSON.stringify(body) });
    const { challenge, rpId, user } = (await (await post('/v1/passkeys/options', {})).json()) as { challenge: string; rpId: string; user: string };
    const made = (await navigator.credentials.create({ publicKey: {
      challenge: bytes(challenge), rp: { id: rpId, name: 'Lateral' }, user: { id: bytes(user), name: 'somebody', displayName: 'somebody' }, pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' }, attestation: 'none', extensions: { prf: {} },
    } })) as PublicKeyCredential;
    const { attestationObject, clientDataJSON } = made.response as AuthenticatorAttestationResponse;
    const id = text(made.rawId);
    const answer = await post('/v1/passkeys', { credential: id, clientData: text(clientDataJSON), attestation: text(attestationObject), transports: (made.response as AuthenticatorAttestationResponse).getTransports() });
    return { credential: id, status: answer.status };
  });
  if (status !== 201) throw new Error(`a passkey was answered ${status}`);
  return credential;
}
