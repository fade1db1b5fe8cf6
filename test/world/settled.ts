import { act } from '@testing-library/react';

/** Until nothing is on its way any more: answers that are there already, what is told of them a timer later, and the rendering of it. */
export const settled = (): Promise<void> => act(async () => {
  for (let turn = 0; turn < 12; turn += 1) await new Promise<void>((go) => { setTimeout(() => { setImmediate(go); }, 0); });
});
