import { describe, expect, it } from 'vitest';
import { renderHook } from '@testing-library/preact';
import type { ReactElement } from 'react';
import { HubProblem } from '../hub/hub.js';
import { DeskContext, type Desk } from './desk.js';
import { useOutgoing } from './use-outgoing.js';

function outgoing(answers: (HubProblem | string)[]) {
  const posts: [string, string][] = [];
  let keys = 0;
  let made = 0;
  const post = async (body: string, key: string): Promise<string> => {
    posts.push([body, key]);
    const answer = answers.shift() ?? 'taken in';
    if (answer instanceof HubProblem) throw answer;
    return answer;
  };
  const desk = { hub: { newKey: () => `key-${keys += 1}` } } as unknown as Desk;
  const { result } = renderHook(() => useOutgoing(post), { wrapper: ({ children }) => <DeskContext.Provider value={desk}>{children as ReactElement}</DeskContext.Provider> });
  const make = async (): Promise<string> => `sealed-${made += 1}`;
  const send = (): Promise<string> => result.current.send(make).catch((error: unknown) => (error instanceof HubProblem ? error.code : 'thrown'));
  return { posts, send, forget: () => { result.current.forget(); } };
}

describe('what is on its way out', () => {
  it('is sealed once: after silence or a fault of the hub the very same goes again', async () => {
    const { posts, send } = outgoing([new HubProblem(0, 'away'), new HubProblem(503, 'unavailable'), new HubProblem(403, 'step-up-needed')]);
    expect([await send(), await send(), await send(), await send()]).toEqual(['away', 'unavailable', 'step-up-needed', 'taken in']);
    expect(posts).toEqual(Array.from({ length: 4 }, () => ['sealed-1', 'key-1']));
  });

  it('is made anew after a clear no, after it was taken in, and when the words have changed', async () => {
    const { posts, send, forget } = outgoing([new HubProblem(422, 'share-blocked'), 'ok', new HubProblem(0, 'away')]);
    await send();
    await send();
    await send();
    forget();
    await send();
    expect(posts).toEqual([['sealed-1', 'key-1'], ['sealed-2', 'key-2'], ['sealed-3', 'key-3'], ['sealed-4', 'key-4']]);
  });
});
