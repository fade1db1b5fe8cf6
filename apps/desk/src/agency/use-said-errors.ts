import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SummaryError } from '../components/error-summary.js';
import { codeOf } from '../frame/problem-text.js';
import type { Act } from '../frame/use-act.js';
import { Refusal } from '../keeper/keeper.js';
import type { agency } from '../words/en/agency.js';

type Said = keyof typeof agency.refusal;
const SAID: readonly string[] = ['no-custody', 'other-key', 'not-a-roster', 'another-proposal'] satisfies Said[];

/** What went wrong, with words of its own for what a worker refuses a custodian. */
export function useSaidErrors({ error, errors }: Act): readonly SummaryError[] {
  const { t } = useTranslation('agency');
  return useMemo(() => {
    const code = error instanceof Refusal ? codeOf(error) : '';
    return SAID.includes(code) ? [{ message: t(`refusal.${code as Said}`) }] : errors;
  }, [error, errors, t]);
}
