import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.js';
import { SummaryList } from '../components/summary-list.js';
import { Page } from '../frame/page.js';
import type { NewKey } from '../keeper.js';
import { useLanguage } from '../words/use-language.js';
import { grouped } from './recovery-sheet.js';

/** Step 5: what a custodian compares with the person themself before they sign. */
export function FingerprintWords({ made, onRead }: { made: NewKey; onRead: () => void }): ReactElement {
  const { t } = useTranslation('firstUse');
  const { language } = useLanguage();
  return (
    <Page title={t('words.title')} narrow>
      <p className="govuk-body">{t('words.how')}</p>
      <ol className="govuk-list govuk-list--number desk-words" translate="no">{made.words[language].map((word, index) => <li key={index}>{word}</li>)}</ol>
      <SummaryList rows={[{ key: t('sheet.fingerprint'), value: <code className="desk-code" translate="no">{grouped(made.fingerprint)}</code> }]} />
      <Button type="button" onClick={onRead}>{t('go')}</Button>
    </Page>
  );
}
