import { useTranslation } from 'react-i18next';
import type { DeadlinesReply } from '@lateral/contracts';
import { ruleInWords } from '@lateral/domain/deadlines';
import { useDeadlines } from '../data/law.js';
import { useLanguage } from '../words/use-language.js';

/** Which rule gave a due time, in words; of a rule that nobody has checked yet it is said. */
export function useDueRule(): (code: string) => string {
  const { t } = useTranslation(['inbox', 'codes']);
  const { language } = useLanguage();
  const deadlines = useDeadlines().data;
  return (code) => {
    if (code.startsWith('moved:')) return t('inbox:clock.ruleMoved');
    const read = ruleInWords(code);
    if (read === null) return t('inbox:clock.rule', { rule: code });
    return t(isUnchecked(read.policy, deadlines) ? 'inbox:clock.ruleUnchecked' : 'inbox:clock.rule', { rule: read.words[language] });
  };
}

function isUnchecked(code: string, deadlines: DeadlinesReply | undefined): boolean {
  return deadlines?.policy.code === code && deadlines.policy.status === 'check';
}
