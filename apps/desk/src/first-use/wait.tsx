import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ROUTES } from '@lateral/contracts';
import { LinkButton } from '../components/link-button.js';
import { Page } from '../frame/page.js';

/** Step 6: until two custodians have signed there is nothing to do here but to come back. */
export function WaitForCustodians({ agency }: { agency: string }): ReactElement {
  const { t } = useTranslation('firstUse');
  return (
    <Page title={t('wait.title')} narrow>
      <p className="govuk-body">{t('wait.how')}</p>
      <LinkButton href={`${ROUTES.signInStart}?agency=${encodeURIComponent(agency)}`}>{t('wait.again')}</LinkButton>
    </Page>
  );
}
