import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '@lateral/contracts';
import { Button, InsetText } from '../components/index.js';
import type { Opened } from '../data/opened.js';
import { useAgencyNames, useContacts } from '../data/people.js';
import { useProblemText } from '../frame/problem-text.js';
import { CannotOpen, Erased, Malformed, NotRelied, TooOld, type SealedKind } from '../frame/message-states.js';
import { Loading } from '../frame/reading.js';
import type { Unsealed } from '../keeper/keeper.js';

type Refused = Extract<Unsealed, { opened: null }>;

/** What stands in the place of something sealed until it is open: the button that opens it, or why nothing of it is shown. */
export function Opening({ opened, kind, from, atOnce, what, open, children }: { opened: Opened; kind: SealedKind; from: string; atOnce: boolean; /** What opening does, before the button. */ what: ReactNode; /** The button's name, where a page has more than one. */ open?: string; children?: ReactNode }): ReactElement {
  const { t } = useTranslation('answer');
  const textOf = useProblemText();
  const refused = opened.all.find((each): each is Refused => each.opened === null);
  useAtOnce(opened, atOnce && refused === undefined);
  if (refused !== undefined) return <NotOpened refused={refused} kind={kind} from={from} />;
  if (opened.isOpening) return <Loading what={t('what')} />;
  return (
    <>
      {what}
      {opened.error !== null && <InsetText role="status">{textOf(opened.error)}</InsetText>}
      <Button type="button" onClick={() => void opened.openAll()}>{open ?? t('opening.open')}</Button>
      {children}
    </>
  );
}

/** Whoever came here by pressing "open" need not press again; whoever came by an address or a reload does. */
function useAtOnce({ openAll, isComplete }: Opened, atOnce: boolean): void {
  const tried = useRef(false);
  useEffect(() => {
    if (!atOnce || tried.current || isComplete) return;
    tried.current = true;
    void openAll();
  }, [atOnce, isComplete, openAll]);
}

export function NotOpened({ refused: { code }, kind, from }: { refused: Refused; kind: SealedKind; from: string }): ReactElement {
  const { t } = useTranslation('answer');
  const agencyName = useAgencyNames();
  const contacts = useContacts().data;
  const phone = contacts?.find(({ agency }) => agency === from)?.phone ?? null;
  if (code === 'erased') return <Erased what={kind} />;
  if (code === 'no-key' || code === 'not-addressed') return <CannotOpen who={t('opening.custodian')} />;
  if (code === 'expired') return <TooOld what={kind} agency={agencyName(from)} phone={phone} />;
  // The right signer, and a content that is no message: a fault of their client, and no forgery.
  return code === 'content-mismatch' ? <Malformed what={kind} phone={phone} /> : <NotRelied what={kind} agency={agencyName(from)} phone={phone} code={code} />;
}

/** A request that was taken back is not opened any more. */
export function TakenBack({ view }: { view: RequestView }): ReactElement {
  const { t } = useTranslation('answer');
  const agencyName = useAgencyNames();
  return <InsetText>{t('opening.withdrawn', { agency: agencyName(view.asking) })}</InsetText>;
}
