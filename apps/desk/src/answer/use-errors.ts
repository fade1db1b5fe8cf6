import { useTranslation } from 'react-i18next';
import type { SummaryError } from '../components/index.js';
import { useDesk, useMember } from '../frame/desk.js';
import { useLanguage } from '../words/use-language.js';
import { errorsOf } from './errors.js';
import { fieldOf, stopping } from './findings.js';
import type { Answer } from './use-answer.js';

/** What is wrong when somebody presses send: first what they left out, then what the rules say, in words and with where to mend it. */
export function useErrors({ kept, composed, answering, refusing, approved }: Answer): () => SummaryError[] {
  const { t } = useTranslation('answer');
  const { language } = useLanguage();
  const { roles } = useMember();
  const { now } = useDesk();
  return () => {
    const draft = kept.value;
    const own = errorsOf(draft, { question: answering.question, refusing, roles, approved, now: now() });
    if (own.length > 0) return own.map(({ field, code, values }) => ({ field, message: t(`error.${code}`, values ?? {}) }));
    if (composed === null) return [{ field: 'way', message: t('error.way') }];
    if (composed.judged.isBaseless) return [{ field: 'basis', message: t('basis.none') }];
    return stopping(composed.judged.leave).map(({ finding, isWarning }) => ({
      field: isWarning ? `acknowledge-${finding.code}` : fieldOf(finding, draft),
      message: `${finding.sentence[language]} ${isWarning ? t('error.warning') : finding.mend[language]}`,
    }));
  };
}
