/** What somebody does to come to a state: in any language, so things are named by selectors. */
export type Step = { press: string } | { type: string; text: string } | { wait: string };

const LONGEST_MS = 6_000;
/** Without a change for so long, the page has settled. */
const QUIET_MS = 120;
const LOOK_MS = 25;

const later = (ms: number): Promise<void> => new Promise((go) => { setTimeout(go, ms); });

/** Does the steps one after the other. Throws where what a step needs does not come. */
export async function take(steps: readonly Step[]): Promise<void> {
  await stands();
  for (const step of steps) {
    await settled();
    if ('wait' in step) await shown(step.wait);
    else if ('press' in step) (await shown(step.press)).click();
    else typeInto(await shown(step.type) as HTMLInputElement, step.text);
  }
  await settled();
  await stands();
}

/** Until a page is there: its code and its words come when they are first asked for, and so does what it reads. */
async function stands(): Promise<void> {
  // What waits for its words is in the page, and hidden.
  const isSeen = (selector: string): boolean => (document.querySelector(selector)?.getClientRects().length ?? 0) > 0;
  const waits = (): boolean => !isSeen('main h1') || isSeen('main[aria-busy]');
  for (let waited = 0; waits() && waited < LONGEST_MS; waited += LOOK_MS) await later(LOOK_MS);
}

/** Until nothing has changed for a while. */
export function settled(): Promise<void> {
  return new Promise((go) => {
    const done = (): void => { watch.disconnect(); clearTimeout(longest); go(); };
    let timer = setTimeout(done, QUIET_MS);
    const longest = setTimeout(done, LONGEST_MS);
    const watch = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(done, QUIET_MS); });
    watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
}

async function shown(selector: string): Promise<HTMLElement> {
  for (let waited = 0; waited < LONGEST_MS; waited += LOOK_MS) {
    const found = document.querySelector<HTMLElement>(selector);
    if (found !== null) return found;
    await later(LOOK_MS);
  }
  throw new Error(`no ${selector}`);
}

/** As a keyboard would: React hears only of what was set past its own setter. */
function typeInto(field: HTMLInputElement, text: string): void {
  field.focus();
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field) as object, 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
