import { useMemo, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SubjectRole } from '@lateral/domain';
import { replacementOf, withReplacements, type WordingFinding } from '@lateral/domain/wording';
import { Button, CharacterCount } from '../components/index.js';
import { useLanguage } from '../words/use-language.js';
import { wordingOf } from './errors.js';
import { useAnswerForm } from './form.js';

const MOST = 400;
const SHOWN_FROM = 75;

export interface LintedTextareaProps { id: string; label: ReactNode; hint?: ReactNode; value: string; rows?: number; most?: number; onText: (text: string) => void }

/** Words that travel beside the codes: what must not stand in them is said while they are typed, with one press that mends it. */
export function LintedTextarea({ id, label, hint, value, rows = 3, most = MOST, onText }: LintedTextareaProps): ReactElement {
  const { t } = useTranslation('answer');
  const { draft, answering: { question }, errorAt } = useAnswerForm();
  const findings = useMemo(() => wordingOf(value, question, draft.language), [value, question, draft.language]);
  return (
    <>
      <CharacterCount
        id={id} label={label} labelSize="s" hint={hint} error={errorAt(id)} rows={rows} lang={draft.language} max={most} threshold={SHOWN_FROM} limitText={t('limit', { number: most })} leftText={(left) => (left < 0 ? t('tooMany', { number: -left }) : t('left', { number: left }))}
        value={value} aria-describedby={findings.length > 0 ? `${id}-wording` : undefined} onChange={(event) => { onText(event.currentTarget.value); }}
      />
      <div id={`${id}-wording`} role="status">{findings.length > 0 && <Findings id={id} text={value} findings={findings} onText={onText} />}</div>
    </>
  );
}

interface FindingsProps { id: string; text: string; findings: readonly WordingFinding[]; onText: (text: string) => void }

function Findings({ id, text, findings, onText }: FindingsProps): ReactElement {
  const { t } = useTranslation('answer');
  const { language } = useLanguage();
  const { draft, answering: { question: { body } } } = useAnswerForm();
  const roles = body.people.flatMap(({ roles: [role], aliases = [] }): (SubjectRole | null)[] => [role ?? null, ...aliases.map(() => role ?? null)]);
  const press = (replacement: Parameters<typeof withReplacements>[1][number]): void => {
    onText(withReplacements(text, [replacement]));
    document.getElementById(id)?.focus();
  };
  return (
    <ul className="govuk-list desk-wording">
      {findings.map((finding) => {
        const replacement = replacementOf(text, finding, draft.language, roles);
        return (
          <li key={`${finding.code} ${finding.start}`} className={finding.level === 'block' ? 'desk-wording__block' : undefined}>
            <span translate="no">{finding.end - finding.start < text.length ? `“${text.slice(finding.start, finding.end)}”: ` : ''}</span>{finding.sentence[language]}
            {replacement !== null && <>{' '}<Button type="button" variant="secondary" className="desk-wording__mend" onClick={() => { press(replacement); }}>{replacement.text.trim() === '' ? t('takeOut') : t('replace', { text: replacement.text.trim() })}</Button></>}
          </li>
        );
      })}
    </ul>
  );
}
