import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { UseQueryResult } from '@tanstack/react-query';
import { Button } from '../components/button.js';
import { HubProblem } from '../hub/hub.js';
import { useProblemText } from './problem-text.js';

const SAY_AFTER_MS = 1_000;
const OFFER_AFTER_MS = 10_000;

/** What waits: nothing for a second, then words, after ten seconds another try and the telephone. `what`: "checks". */
export function Loading({ what, again }: { what: string; again?: (() => void) | undefined }): ReactElement | null {
  const { t } = useTranslation('frame');
  const waited = useWaited([SAY_AFTER_MS, OFFER_AFTER_MS]);
  return (
    <div role="status" aria-busy="true" className="desk-loading">
      {waited > 0 && <p className="govuk-body-l">{t('loading.getting', { what })}</p>}
      {waited > 1 && <><p className="govuk-body">{t('loading.long')} {t('loading.phone')}</p>{again !== undefined && <Button type="button" variant="secondary" onClick={again}>{t('loading.again')}</Button>}</>}
    </div>
  );
}

/** How many of these times have gone by since it was first shown. */
function useWaited(steps: readonly [number, number]): number {
  const [waited, setWaited] = useState(0);
  const [first, second] = steps;
  useEffect(() => {
    const timers = [first, second].map((ms, index) => setTimeout(() => { setWaited(index + 1); }, ms));
    return () => { for (const timer of timers) clearTimeout(timer); };
  }, [first, second]);
  return waited;
}

/**
 * What a page reads. What is there is shown, also while the hub is away; what is not there or not for this person, or is so no longer,
 * becomes the one page that says so, by the boundary above.
 */
export function Shown<T>({ query, what, children }: { query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>; what: string; children: (data: T) => ReactNode }): ReactNode {
  const again = (): void => void query.refetch();
  if (isNotHere(query.error)) throw query.error;
  if (query.data !== undefined) return children(query.data);
  if (query.error === null) return <Loading what={what} again={again} />;
  return <NotRead error={query.error} again={again} />;
}

function NotRead({ error, again }: { error: Error; again: () => void }): ReactElement {
  const { t } = useTranslation('frame');
  const text = useProblemText();
  const isAway = error instanceof HubProblem && error.code === 'away';
  return (
    <div role="status">
      <p className="govuk-body">{isAway ? t('away.atStart') : text(error)}</p>
      <Button type="button" variant="secondary" onClick={again}>{t('loading.again')}</Button>
    </div>
  );
}

/** One answer for what is not there and what may not be seen. */
export function isNotHere(error: unknown): error is HubProblem {
  return error instanceof HubProblem && (error.status === 404 || error.status === 403);
}
