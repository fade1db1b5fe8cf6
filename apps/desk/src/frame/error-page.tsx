import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import type { ReactElement } from 'react';
import { Button } from '../components/button.js';
import { Link } from '../components/link.js';
import { Page } from './page.js';
import { codeOf } from './problem-text.js';
import { isNotHere } from './reading.js';

/** What stands in a page's place where it could not be shown. The frame about it stays, and so do keys and drafts. */
export function ErrorPage(): ReactElement {
  const error = useRouteError();
  return isNotHere(error) || isNoRoute(error) ? <NotHere /> : <Broken code={codeOf(error)} />;
}

/** The same for what is not there and for what is not this person's: nobody learns here which. */
export function NotHere(): ReactElement {
  const { t } = useTranslation('frame');
  return (
    <Page title={t('notHere.title')} narrow>
      <p className="govuk-body">{t('notHere.why')}</p>
      <p className="govuk-body">{t('notHere.who')}</p>
      <p className="govuk-body"><Link className="govuk-link" href="/">{t('notHere.home')}</Link></p>
    </Page>
  );
}

function Broken({ code }: { code: string }): ReactElement {
  const { t } = useTranslation(['frame', 'problems']);
  return (
    <Page title={t('broken.title')} narrow>
      <p className="govuk-body">{t('broken.why')}</p>
      <p className="govuk-body">{t('problems:general', { code })}</p>
      <Button type="button" onClick={() => { location.reload(); }}>{t('broken.again')}</Button>
    </Page>
  );
}

function isNoRoute(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'status' in error && error.status === 404;
}
