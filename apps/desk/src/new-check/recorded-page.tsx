import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Panel } from '../components/index.js';
import { Page } from '../frame/page.js';

export function Component(): ReactElement {
  const { t } = useTranslation('newCheck');
  return (
    <Page title={t('recorded.title')} narrow>
      <Panel headingLevel={2} title={t('recorded.panel')}>{t('recorded.how')}</Panel>
      <p className="govuk-body"><Link className="govuk-link" href="/checks">{t('sent.board')}</Link></p>
    </Page>
  );
}
