import { useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { useDesk } from '../frame/desk.js';
import { Page } from '../frame/page.js';
import { Loading } from '../frame/reading.js';
import { linkTo, useCheck, useDraftId, type CheckPageName, type Writing } from './use-check.js';

interface CheckPageProps { page: CheckPageName; children: (writing: Writing) => ReactNode }

/** One of the four pages: the check that its address names, as soon as what was kept of it is here. Where nothing is, the board. */
export function CheckPage({ page, children }: CheckPageProps): ReactElement {
  const { newId } = useDesk();
  const [fresh] = useState(newId);
  const id = useDraftId();
  return id === null ? <Navigate to={linkTo(page, fresh)} replace /> : <WithDraft key={id} id={id} page={page}>{children}</WithDraft>;
}

function WithDraft({ id, page, children }: CheckPageProps & { id: string }): ReactElement | null {
  const { t } = useTranslation('newCheck');
  const writing = useCheck(id);
  const { isWritten } = writing.kept;
  const [wasWritten, setWasWritten] = useState(isWritten);
  // A check that has just been sent is on its way to another page.
  if (isWritten && !wasWritten) setWasWritten(true);
  if (!writing.kept.ready) return <Page title={t(`pages.${page}`)} narrow><Loading what={t('what')} /></Page>;
  if (!isWritten && page !== 'people') return wasWritten ? null : <Navigate to="/checks" replace />;
  return <>{children(writing)}</>;
}
