import { useMemo, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { replacementOf, withReplacements, type Replacement, type WordingFinding } from '@lateral/domain/wording';
import { Button, CharacterCount } from '../components/index.js';
import { useLanguage } from '../words/use-language.js';
import { MOST_WHY, namesOf, wordingOf, type WrittenBeside } from './why.js';

const SHOWN_FROM = 75;

interface ReasonBoxProps {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  draft: WrittenBeside;
  value: string;
  /** Reasons of earlier checks, which this one ought not to repeat. */
  recent?: readonly string[] | undefined;
  error: string | undefined;
  onText: (text: string) => void;
  /** Somebody says that a word which may be a name is none here. */
  onKeep: (word: string) => void;
}

/** Words that travel beside the codes: what must not stand in them is said while they are typed, with one press that mends it. */
export function ReasonBox({ id, label, hint, draft, value, recent, error, onText, onKeep }: ReasonBoxProps): ReactElement {
  const { t } = useTranslation('newCheck');
  const findings = useMemo(() => wordingOf(value, draft, { recent: recent ?? [] }), [value, draft, recent]);
  const mend = (replacement: Replacement): void => {
    onText(withReplacements(value, [replacement]));
    document.getElementById(id)?.focus();
  };
  const keep = (word: string): void => {
    onKeep(word);
    document.getElementById(id)?.focus();
  };
  return (
    <>
      <CharacterCount
        id={id} label={label} labelSize="m" hint={hint} error={error} rows={3} lang={draft.language} max={MOST_WHY} threshold={SHOWN_FROM} limitText={t('why.limit', { count: MOST_WHY })} leftText={(left) => (left < 0 ? t('why.tooMany', { count: -left }) : t('why.left', { count: left }))}
        value={value} aria-describedby={findings.length > 0 ? `${id}-wording` : undefined} onChange={(event) => { onText(event.currentTarget.value); }}
      />
      <div id={`${id}-wording`} role="status">
        {findings.length > 0 && <ul className="govuk-list desk-wording">{findings.map((finding) => <Said key={`${finding.code} ${finding.start}`} finding={finding} text={value} draft={draft} mend={mend} keep={keep} />)}</ul>}
      </div>
    </>
  );
}

interface SaidProps { finding: WordingFinding; text: string; draft: ReasonBoxProps['draft']; mend: (replacement: Replacement) => void; keep: (word: string) => void }

function Said({ finding, text, draft, mend, keep }: SaidProps): ReactElement {
  const { t } = useTranslation('newCheck');
  const { language } = useLanguage();
  const words = text.slice(finding.start, finding.end);
  const replacement = replacementOf(text, finding, draft.language, namesOf(draft).roles);
  return (
    <li className={finding.level === 'block' ? 'desk-wording__block' : undefined}>
      <strong>{t(`why.levels.${finding.code === 'loaded-word' ? 'hint' : finding.level}`)}</strong>{' '}
      {words.length < text.trim().length && <span translate="no">“{words}”: </span>}{finding.sentence[language]}{' '}
      {replacement !== null && <Button type="button" variant="secondary" className="desk-wording__mend" onClick={() => { mend(replacement); }}>{replacement.text.trim() === '' ? t('why.takeOut') : t('why.replace', { text: replacement.text.trim() })}</Button>}
      {finding.code === 'possible-name' && <Button type="button" variant="secondary" className="desk-wording__mend" onClick={() => { keep(words.toLocaleLowerCase()); }}>{t('why.keep')}</Button>}
    </li>
  );
}
