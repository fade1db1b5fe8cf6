import { useEffect, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from './page.js';
import { sayBack } from '../session/sign-in-again.js';

/** The tab in which somebody signed in afresh: the one that waits for it goes on, and this one has nothing more to do. */
export function SignedInAgain(): ReactElement {
  const { t } = useTranslation('frame');
  useEffect(() => { sayBack(); window.close(); }, []);
  return <div className="govuk-width-container"><main className="govuk-main-wrapper" id="main"><Page title={t('signedInAgain.title')} narrow><p className="govuk-body">{t('signedInAgain.text')}</p></Page></main></div>;
}
