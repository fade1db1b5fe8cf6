import type { Locator, Page } from 'playwright-core';
import type { AtDesk } from './at-desk.js';

const MOST_STOPS = 150;

/** Where the focus stopped on its way, and what was wrong with the stop. */
interface Stop { name: string; wrong: string[] }

/** Somebody who has a keyboard and nothing else. Every stop on the way is looked at: seen, not covered, and never backwards. */
export class Keyboard {
  readonly wrong: string[] = [];

  constructor(private readonly person: AtDesk) {}

  private get page(): Page {
    return this.person.page;
  }

  /** Tab by Tab, until it is there. */
  async to(what: Locator): Promise<void> {
    await what.waitFor();
    const target = await what.elementHandle();
    if (target === null) throw new Error(`${String(what)} is not there`);
    const stops: string[] = [];
    await this.page.evaluate(() => { (globalThis as { lastStop?: Element | null }).lastStop = null; });
    for (let step = 0; step < MOST_STOPS; step += 1) {
      if (await target.evaluate((element) => document.activeElement === element)) return;
      await this.page.keyboard.press('Tab');
      const { name, wrong } = await this.page.evaluate(lookAtStop);
      stops.push(name);
      this.wrong.push(...wrong.map((each) => `${name}: ${each}`));
    }
    throw new Error(`${String(what)} was not reached by Tab: ${stops.join(' | ')}`);
  }

  async press(what: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.to(what);
    await this.page.keyboard.press(key);
  }

  /** Of a group of radios Tab reaches one; arrows go to the others and choose them. */
  async choose(name: string): Promise<void> {
    const radio = this.page.getByRole('radio', { name, exact: true });
    await radio.waitFor();
    const group = await radio.getAttribute('name');
    const all = this.page.locator(`input[type="radio"][name="${group ?? ''}"]`);
    const chosen = this.page.locator(`input[type="radio"][name="${group ?? ''}"]:checked`);
    await this.to((await chosen.count()) > 0 ? chosen : all.first());
    await this.page.keyboard.press('Space');
    for (let step = await all.count(); step > 0 && !(await radio.isChecked()); step -= 1) await this.page.keyboard.press('ArrowDown');
    if (!(await radio.isChecked())) throw new Error(`"${name}" was not chosen`);
  }

  async type(field: string, text: string): Promise<void> {
    await this.to(this.page.locator(`#${field}`));
    await this.page.keyboard.insertText(text);
  }
}

/** In the page: whether whoever looks sees where the focus is. */
function lookAtStop(): Stop {
  const kept = globalThis as { lastStop?: Element | null };
  const active = document.activeElement;
  if (active === null || active === document.body) {
    kept.lastStop = null;
    return { name: 'the end of the page', wrong: [] };
  }
  const wrong: string[] = [];
  const label = active instanceof HTMLInputElement && (active.type === 'radio' || active.type === 'checkbox') ? active.nextElementSibling : null;
  const styles = [getComputedStyle(active), ...(label === null ? [] : [getComputedStyle(label, '::before')])];
  if (!styles.some(({ outlineStyle, outlineWidth, boxShadow }) => (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none') && active.tagName !== 'H1') wrong.push('the focus is not seen');
  const { left, top, width, height } = active.getBoundingClientRect();
  const [x, y] = [left + Math.min(width / 2, 40), top + height / 2];
  const isInside = x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
  const there = isInside ? document.elementFromPoint(x, y) : null;
  if (isInside && there !== null && !active.contains(there) && !there.contains(active) && label?.contains(there) !== true && there.closest('label') === null) wrong.push(`covered by ${there.tagName} ${there.className}`);
  if (top + height <= 0 || top >= innerHeight) wrong.push('out of sight');
  const before = kept.lastStop;
  if (before != null && before.isConnected && (before.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_PRECEDING) !== 0) wrong.push('backwards');
  kept.lastStop = active;
  return { name: `${active.tagName.toLowerCase()}#${active.id} ${(active.textContent ?? '').trim().slice(0, 40)}`, wrong };
}
