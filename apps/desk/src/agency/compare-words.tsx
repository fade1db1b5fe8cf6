import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkboxes } from '../components/index.js';
import type { ProposedJoiner } from '../crypto/protocol.js';
import { useNames } from '../data/people.js';

interface CompareWordsProps { joiner: ProposedJoiner; isHeard: boolean; onHeard: (isHeard: boolean) => void; error?: string | undefined }

/** The six words of a key, in both languages, for two people on the telephone. The tick is theirs who heard them, and stands for that key alone. */
export function CompareWords({ joiner: { member, words }, isHeard, onHeard, error }: CompareWordsProps): ReactElement {
  const { t } = useTranslation('agency');
  const nameOf = useNames();
  return (
    <div className="govuk-inset-text">
      <h3 className="govuk-heading-s">{t('compare.title', { name: nameOf(member) })}</h3>
      <p className="govuk-body">{t('compare.how')}</p>
      <SixWords words={words} />
      <Checkboxes name={`heard-${member}`} error={error} values={isHeard ? ['heard'] : []} onChange={(values) => { onHeard(values.includes('heard')); }} items={[{ value: 'heard', label: t('compare.heard') }]} />
    </div>
  );
}

export function SixWords({ words }: { words: ProposedJoiner['words'] }): ReactElement {
  const { t } = useTranslation('agency');
  return (
    <div className="desk-compare">
      {(['en', 'cy'] as const).map((language) => (
        <div key={language}>
          <p className="govuk-body govuk-!-font-weight-bold">{t(language === 'en' ? 'keys.english' : 'keys.welsh')}</p>
          <ol className="govuk-list govuk-list--number" lang={language} translate="no">{words[language].map((word, at) => <li key={at}>{word}</li>)}</ol>
        </div>
      ))}
    </div>
  );
}
