import { fireEvent } from '@testing-library/preact';

/** Types or chooses as a browser tells of it: `input` with each change, `change` once the field has it. */
export function enter(field: Element, what: { value: string } | { files: readonly File[] }): void {
  fireEvent.input(field, { target: what });
  fireEvent(field, new Event('change', { bubbles: true }));
}

/** The same, and what comes of it. */
export async function write(field: Element, what: { value: string } | { files: readonly File[] }): Promise<void> {
  enter(field, what);
  await settled();
}

/** Until nothing is on its way any more: answers that are there already, what is told of them a timer later, and the rendering of it. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await new Promise<void>((go) => { setTimeout(() => { setImmediate(go); }, 0); });
}
