import { lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation } from 'react-router';
import type { Member } from '../keeper/keeper-deps.js';
import { Unlock } from '../unlock/unlock.js';
import { useDesk, useStanding } from './desk.js';
import { Idle } from './idle.js';
import { IdleDialog } from './idle-dialog.js';
import { Announced, AwayBanner, LivePaused, SigningInElsewhere } from './notices.js';
import { Page } from './page.js';
import { RedWaitingContext } from './red-waiting.js';
import { homeOf, placesOf, wordsAt } from './roles.js';
import { Shell } from './shell.js';
import { useFocusKept } from './use-focus-kept.js';
import { useLive } from './use-live.js';
import { useScroll } from './use-scroll.js';
import { useWaiting } from './use-waiting.js';

const FirstUse = lazy(async () => ({ default: (await import('../first-use/first-use.js')).FirstUse }));
const CodePage = lazy(async () => ({ default: (await import('../code/code-page.js')).CodePage }));
const OfferPasskey = lazy(async () => ({ default: (await import('../account/offer-passkey.js')).OfferPasskey }));
const SET_UP = '/set-up';
const CODE = '/code';
const PROBE_MS = 15_000;

/** What stands at every address: the page where somebody is in and their keys are open, else what they have to do first, at the same address. */
export function Frame(): ReactElement {
  const standing = useStanding();
  const { pathname } = useLocation();
  useScroll();
  useFocusKept();
  useWentElsewhere(pathname);
  switch (standing.phase) {
    case 'starting': return <Shell waiting={null}>{null}</Shell>;
    case 'nobody': return pathname === CODE ? <Shell waiting={null} notices={<AwayBanner />}><Suspense><CodePage /></Suspense></Shell> : <Leave to={standing.ended ? '/signed-out' : '/sign-in'} />;
    case 'away': return <Shell waiting={null}><AwayAtStart /></Shell>;
    case 'newcomer': case 'keyless': case 'unsigned':
      return pathname === SET_UP ? <Shell waiting={null} notices={<AwayBanner />}><Suspense><FirstUse /></Suspense></Shell> : <Navigate to={SET_UP} replace />;
    case 'locked': return pathname === CODE ? <Navigate to={homeOf(standing.me.roles, standing.me.session.kind)} replace /> : <Shell waiting={null} notices={<AwayBanner />}><Locked me={standing.me} byItself={standing.byItself} /></Shell>;
    case 'unlocked': return <Working me={standing.me} />;
  }
}

/** The unlocking, with the words of what comes after it fetched meanwhile. */
function Locked({ me, byItself }: { me: Member; byItself: boolean }): ReactElement {
  const { pathname } = useLocation();
  const { i18n } = useTranslation();
  const next = pathname === '/' ? homeOf(me.roles, me.session.kind) : pathname;
  useEffect(() => { void i18n.loadNamespaces(wordsAt(next)); }, [i18n, next]);
  return <Unlock me={me} byItself={byItself} />;
}

/** Every page with keys open. */
function Working({ me }: { me: Member }): ReactElement {
  const desk = useDesk();
  const { pathname } = useLocation();
  const waiting = useWaiting(me.roles, me.agency);
  useLive(me.roles);
  const idle = useIdle();
  useLockKey();
  if (pathname === SET_UP || pathname === CODE) return <Navigate to="/" replace />;
  return (
    <RedWaitingContext.Provider value={placesOf(me.roles).includes('inbox') ? waiting.red : 0}>
      <Shell waiting={waiting} notices={<><AwayBanner /><SigningInElsewhere /><Announced /></>}>
        {desk.keeper.offersPasskey && <Suspense><OfferPasskey me={me} /></Suspense>}
        <Suspense><Outlet /></Suspense>
        <LivePaused />
      </Shell>
      <IdleDialog idle={idle} key={desk.session.now().phase} />
    </RedWaitingContext.Provider>
  );
}

function useIdle(): Idle {
  const { session, now, timers } = useDesk();
  const [idle] = useState(() => new Idle({ now, timers, isHidden: () => document.hidden, lock: () => { void session.lock(); } }));
  useEffect(() => {
    const used = (): void => { idle.used(); };
    const events = ['keydown', 'pointerdown', 'pointermove'];
    for (const event of events) addEventListener(event, used, { passive: true });
    const stop = idle.start();
    return () => {
      stop();
      for (const event of events) removeEventListener(event, used);
    };
  }, [idle]);
  return idle;
}

/** Control, Shift and L: three keys, so that nobody types it by chance. */
function useLockKey(): void {
  const { session } = useDesk();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || !event.shiftKey || event.key.toLowerCase() !== 'l') return;
      event.preventDefault();
      void session.lockEverywhere();
    };
    addEventListener('keydown', press);
    return () => { removeEventListener('keydown', press); };
  }, [session]);
}

/** From the first change of address on, nothing takes the focus back that it had before a lock. */
function useWentElsewhere(pathname: string): void {
  const { drafts } = useDesk();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    drafts.wentElsewhere();
  }, [drafts, pathname]);
}

function Leave({ to }: { to: string }): null {
  useEffect(() => { location.assign(to); }, [to]);
  return null;
}

function AwayAtStart(): ReactElement {
  const { t } = useTranslation('frame');
  const { session, timers, reach } = useDesk();
  useSyncExternalStore(reach.hear, reach.now);
  useEffect(() => timers.after(PROBE_MS, () => { void session.start(); }));
  return <Page title={t('away.title')} narrow><p className="govuk-body">{t('away.atStart')}</p></Page>;
}
