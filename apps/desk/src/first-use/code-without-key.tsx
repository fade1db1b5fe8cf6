import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../frame/page.js';
import { NotMe } from './join.js';

/** In with a one-time code, and no key was ever made: a code makes none. */
export function CodeWithoutKey(): ReactElement {
  const { t } = useTranslation('code');
  return (
    <Page title={t('keyless.title')} narrow>
      <p className="govuk-body">{t('keyless.how')}</p>
      <NotMe />
    </Page>
  );
}
