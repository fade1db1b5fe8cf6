import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ROUTES } from '@lateral/contracts';
import type { SummaryError } from '../components/error-summary.js';
import { LinkButton } from '../components/link-button.js';
import { Page } from '../frame/page.js';
import type { ComparedKey } from '../keeper/waiting-key.js';
import { ComparedWords } from './fingerprint-words.js';

interface WaitProps { agency: string; /** The own key, where it is open or was made here. */ compared: ComparedKey | null; errors?: readonly SummaryError[]; children?: ReactNode }
const NONE: readonly SummaryError[] = [];

/** Step 6: until two custodians have signed there is nothing to do here but to read them the words, and to come back. */
export function WaitForCustodians({ agency, compared, errors = NONE, children }: WaitProps): ReactElement {
  const { t } = useTranslation('firstUse');
  return (
    <Page title={t('wait.title')} errors={errors} narrow>
      <p className="govuk-body">{t('wait.how')}</p>
      {compared !== null && <><h2 className="govuk-heading-m">{t('words.title')}</h2><p className="govuk-body">{t('words.how')}</p><ComparedWords compared={compared} /></>}
      {children}
      <LinkButton href={`${ROUTES.signInStart}?agency=${encodeURIComponent(agency)}`}>{t('wait.again')}</LinkButton>
    </Page>
  );
}
