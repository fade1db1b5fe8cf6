import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.js';
import { SummaryList } from '../components/summary-list.js';
import { Page } from '../frame/page.js';
import type { NewKey } from '../keeper/keeper.js';
import type { ComparedKey } from '../keeper/waiting-key.js';
import { useLanguage } from '../words/use-language.js';
import { grouped } from './recovery-sheet.js';

/** Step 5: what a custodian compares with the person themself before they sign. */
export function FingerprintWords({ made, onRead }: { made: NewKey; onRead: () => void }): ReactElement {
  const { t } = useTranslation('firstUse');
  return (
    <Page title={t('words.title')} narrow>
      <p className="govuk-body">{t('words.how')}</p>
      <ComparedWords compared={made} />
      <Button type="button" onClick={onRead}>{t('go')}</Button>
    </Page>
  );
}

/** The words in the language that is read, and the fingerprint that they are made of. */
export function ComparedWords({ compared: { words, fingerprint } }: { compared: ComparedKey }): ReactElement {
  const { t } = useTranslation('firstUse');
  const { language } = useLanguage();
  return (
    <>
      <ol className="govuk-list govuk-list--number desk-words" translate="no">{words[language].map((word, index) => <li key={index}>{word}</li>)}</ol>
      <SummaryList rows={[{ key: t('sheet.fingerprint'), value: <code className="desk-code" translate="no">{grouped(fingerprint)}</code> }]} />
    </>
  );
}
