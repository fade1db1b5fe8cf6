import { useCallback, useRef } from 'react';
import { isClearNo, type WriteKey } from '../hub/hub.js';
import { useDesk } from './desk.js';

export interface Outgoing<Body, Reply> {
  /** Makes the bytes once, and sends them. After a try of which nobody knows what came, the very same are sent again: it stays one act. */
  send: (make: () => Promise<Body>) => Promise<Reply>;
  /** The words have changed: what was made of the old ones is not sent any more. */
  forget: () => void;
}

/** Something sealed on its way out. `post` is one of the hub's writes. Use it within `useAct().run`, which keeps presses apart. */
export function useOutgoing<Body, Reply>(post: (body: Body, key: WriteKey) => Promise<Reply>): Outgoing<Body, Reply> {
  const { hub } = useDesk();
  const made = useRef<{ body: Body; key: WriteKey } | null>(null);
  const forget = useCallback(() => { made.current = null; }, []);
  const send = useCallback(async (make: () => Promise<Body>) => {
    made.current ??= { body: await make(), key: hub.newKey() };
    const { body, key } = made.current;
    try {
      const reply = await post(body, key);
      made.current = null;
      return reply;
    } catch (error) {
      if (isClearNo(error)) made.current = null;
      throw error;
    }
  }, [hub, post]);
  return { send, forget };
}
