import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SummaryError } from '../components/index.js';
import { useLanguage } from '../words/use-language.js';
import { faultAt, type PageFault } from './faults.js';

export interface Faults {
  /** For `Page`. A new array each time somebody tries. */
  errors: readonly SummaryError[];
  errorAt: (field: string) => string | undefined;
  /** Shows these, if there are any; says whether the page is well. */
  check: (found: readonly PageFault[]) => boolean;
}

/** What was wrong when somebody last wanted to go on, in words. */
export function useFaults(): Faults {
  const { t } = useTranslation('newCheck');
  const { language } = useLanguage();
  const [faults, setFaults] = useState<readonly PageFault[]>([]);
  const textOf = useCallback(({ code, said, values: { name, count = 0 } = {} }: PageFault) => (code === 'rule' ? said?.[language] ?? '' : t(`faults.${code}`, { name: name ?? t('person.legend', { number: count }), count })), [t, language]);
  const errors = useMemo(() => faults.map((fault) => ({ field: fault.field, message: textOf(fault) })), [faults, textOf]);
  const errorAt = useCallback((field: string) => {
    const fault = faultAt(faults, field);
    return fault === undefined ? undefined : textOf(fault);
  }, [faults, textOf]);
  const check = useCallback((found: readonly PageFault[]) => {
    setFaults(found);
    return found.length === 0;
  }, []);
  return { errors, errorAt, check };
}
