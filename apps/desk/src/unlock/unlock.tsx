import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { Button } from '../components/button.js';
import { Details } from '../components/details.js';
import type { SummaryError } from '../components/error-summary.js';
import { checksOf, inboxOf } from '../data/work.js';
import { useDesk } from '../frame/desk.js';
import { Page } from '../frame/page.js';
import { useProblemText } from '../frame/problem-text.js';
import type { KeyLogState } from '../keeper/keeper.js';
import type { Member } from '../keeper/keeper-deps.js';
import { waitingEnvelopes } from './waiting-envelopes.js';

const OtherWays = lazy(async () => ({ default: (await import('./other-ways.js')).OtherWays }));

/** In the place of whatever page the address names: that page comes back at the same address once the key is unlocked. */
export function Unlock({ me, byItself }: { me: Member; byItself: boolean }): ReactElement {
  const { t } = useTranslation('unlock');
  const { keeper, session } = useDesk();
  const isByCode = me.session.kind === 'one-time-code';
  const hasPasskey = me.passkeys > 0;
  const [isOpen, setIsOpen] = useState(isByCode);
  const named = useNamed(me);
  const { act, busy, errors } = useUnlocking(me);
  return (
    <Page title={t('title')} errors={errors} narrow ownFocus={hasPasskey}>
      <p className="govuk-body" id="unlock-how">{t(byItself ? 'byItself' : isByCode ? 'byCode' : hasPasskey ? 'how' : 'howWords')}</p>
      {hasPasskey && (
        <form method="dialog" noValidate onSubmit={(event) => { event.preventDefault(); void act(() => keeper.unlockByPasskey(me, named.current)); }}>
          <Button autoFocus aria-describedby="unlock-how">{t('passkey')}</Button>
        </form>
      )}
      <div role="status">{busy && <p className="govuk-body">{t('opening')}</p>}</div>
      {hasPasskey
        ? <Details summary={t('otherWays')} open={isOpen} onToggle={({ currentTarget }) => { setIsOpen(currentTarget.open); }}><Suspense>{isOpen && <OtherWays me={me} act={act} />}</Suspense></Details>
        : <Suspense><OtherWays me={me} act={act} /></Suspense>}
      <Button type="button" variant="secondary" onClick={() => void session.signOut()}>{t('signOut')}</Button>
    </Page>
  );
}

/** Asked for while the page is read: a gesture has to follow the press at once. The lists are kept for the page that comes next. */
function useNamed(me: Member): { current: Promise<string[]> } {
  const { hub, keeper, session } = useDesk();
  const queries = useQueryClient();
  const { pathname } = useLocation();
  const named = useRef<Promise<string[]>>(Promise.resolve([]));
  useEffect(() => {
    const kept = async <T,>(list: Parameters<typeof queries.query<T[]>>[0]): Promise<{ items: T[]; next: null }> => ({ items: await queries.query(list), next: null });
    if (session.isLeaving) return;
    keeper.fetchAhead(me);
    named.current = waitingEnvelopes({ check: hub.check, request: hub.request, checks: () => kept(checksOf(hub)), inbox: () => kept(inboxOf(hub)) }, me, pathname);
  }, [hub, keeper, me, pathname, queries, session]);
  return named;
}

/** One try at a time; what failed is said, and what came off opens the page. */
function useUnlocking(me: Member): { act: (unlock: () => Promise<KeyLogState>) => Promise<boolean>; busy: boolean; errors: readonly SummaryError[] } {
  const { session, drafts, announcer } = useDesk();
  const { t } = useTranslation('unlock');
  const textOf = useProblemText();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<{ error: unknown } | null>(null);
  const errors = useMemo(() => (failed === null ? [] : [{ message: textOf(failed.error) }]), [failed, textOf]);
  const inHand = useRef(false);
  const act = async (unlock: () => Promise<KeyLogState>): Promise<boolean> => {
    if (inHand.current) return false;
    inHand.current = true;
    setBusy(true);
    try {
      const log = await unlock();
      drafts.unlocked();
      announcer.say(`${t('unlocked')} ${t(log)}`);
      session.unlocked(me, log);
      return true;
    } catch (error) {
      setFailed({ error });
      return false;
    } finally {
      inHand.current = false;
      setBusy(false);
    }
  };
  return { act, busy, errors };
}
