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

function WithDraft({ id, page, children }: CheckPageProps & { id: string }): ReactElement {
  const { t } = useTranslation('newCheck');
  const writing = useCheck(id);
  if (!writing.kept.ready) return <Page title={t(`pages.${page}`)} narrow><Loading what={t('what')} /></Page>;
  if (!writing.kept.isWritten && page !== 'people') return <Navigate to="/checks" replace />;
  return <>{children(writing)}</>;
}
