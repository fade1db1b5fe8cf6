import { useCallback, useMemo, useRef, useState } from 'react';
import type { SummaryError } from '../components/error-summary.js';
import { useProblemText } from './problem-text.js';

export interface Act {
  /** One at a time: pressed again while it goes on, nothing happens. false where it failed. */
  run: (act: () => Promise<unknown>) => Promise<boolean>;
  busy: boolean;
  /** For `Page`: what went wrong with the last try, in words. */
  errors: readonly SummaryError[];
  /** What was thrown, for whoever looks closer; null where nothing was. */
  error: unknown;
  /** Something that was found wrong before anything was sent. */
  refuse: (errors: readonly SummaryError[]) => void;
  clear: () => void;
}

const NONE: readonly SummaryError[] = [];

/** Does what somebody pressed for, once, and keeps in words what went wrong. */
export function useAct(): Act {
  const textOf = useProblemText();
  const inHand = useRef(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<{ error: unknown; refused: readonly SummaryError[] | null } | null>(null);
  const errors = useMemo(() => (failed === null ? NONE : failed.refused ?? [{ message: textOf(failed.error) }]), [failed, textOf]);
  const run = useCallback(async (act: () => Promise<unknown>) => {
    if (inHand.current) return false;
    inHand.current = true;
    setBusy(true);
    try {
      await act();
      setFailed(null);
      return true;
    } catch (error) {
      setFailed({ error, refused: null });
      return false;
    } finally {
      inHand.current = false;
      setBusy(false);
    }
  }, []);
  const refuse = useCallback((refused: readonly SummaryError[]) => { setFailed({ error: null, refused }); }, []);
  const clear = useCallback(() => { setFailed(null); }, []);
  return { run, busy, errors, error: failed?.error ?? null, refuse, clear };
}
