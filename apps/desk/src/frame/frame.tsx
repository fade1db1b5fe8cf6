import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';

/** What stands around every page. */
export function Frame() {
  const { t } = useTranslation('frame');
  return (
    <>
      <a href="#main" className="govuk-skip-link">{t('skipToMain')}</a>
      <main className="govuk-main-wrapper govuk-width-container" id="main"><Outlet /></main>
    </>
  );
}
