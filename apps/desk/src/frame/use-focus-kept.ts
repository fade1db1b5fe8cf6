import { useEffect } from 'react';
import { takeFocus } from '../components/take-focus.js';

/** So long whatever comes next may take the focus itself: the heading of a page, a summary of what is wrong, a panel. */
const WAIT_MS = 50;
const HEADINGS = 'h1, h2, h3, legend';
const CONTROLS = 'a, button, input, label, select, summary, textarea, [tabindex]';

/**
 * What had the focus often goes with the press itself: a button that opened something, a form that was sent, a heading while its page
 * waits for its words. The focus is on nothing then, and whoever has the page read out does not know where they are. It goes back to
 * what it was on, where that is here again, else to the last heading before it that is left. Nothing scrolls.
 */
export function useFocusKept(): void {
  useEffect(() => {
    const kept = new KeptFocus();
    const watch = new MutationObserver(() => { kept.look(); });
    watch.observe(document.body, { childList: true, subtree: true });
    addEventListener('focusin', kept.note);
    addEventListener('pointerdown', kept.point);
    return () => {
      watch.disconnect();
      removeEventListener('focusin', kept.note);
      removeEventListener('pointerdown', kept.point);
      kept.forget();
    };
  }, []);
}

class KeptFocus {
  /** What had the focus, and the headings before it from the nearest on. */
  private had: HTMLElement[] = [];
  private isLost = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly forget = (): void => {
    [this.had, this.isLost] = [[], false];
    clearTimeout(this.timer);
  };

  /** Whoever presses beside everything leaves what they were on by themselves. */
  readonly point = ({ target }: PointerEvent): void => {
    if (target instanceof Element && target.closest(CONTROLS) === null) this.forget();
  };

  readonly note = ({ target }: FocusEvent): void => {
    this.forget();
    const main = document.querySelector('main');
    if (!(target instanceof HTMLElement) || main?.contains(target) !== true) return;
    const before = [...main.querySelectorAll<HTMLElement>(HEADINGS)].filter((heading) => (heading.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
    // What stands over a page's heading stays while pages go: it is no part of the page that was left, nor the beginning of the next.
    const ofPage = before.slice(Math.max(0, before.findIndex(({ localName }) => localName === 'h1')));
    this.had = [target, ...ofPage.toReversed()];
  };

  look(): void {
    this.isLost ||= this.had[0]?.isConnected === false;
    if (!this.isLost) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { this.restore(); }, WAIT_MS);
  }

  private restore(): void {
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    const left = this.had.find(({ isConnected }) => isConnected) ?? document.querySelector<HTMLElement>('main h1');
    // Nothing is here yet: what comes is looked at again.
    if (left !== null) takeFocus(left, { preventScroll: true });
  }
}
