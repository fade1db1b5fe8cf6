import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemNature } from '@lateral/domain/justification';
import { NATURE_CALLED } from '@lateral/domain/statement';
import { useAgencyNames } from '../data/people.js';
import { useQuestionPacks } from '../data/law.js';
import { called } from '../words/called.js';
import { useLanguage } from '../words/use-language.js';
import type { MadeChronology } from './use-chronology.js';

/** What came more than once in the last twelve months, of everything, whatever is shown. */
export function Repeats({ made: { repeats } }: { made: MadeChronology }): ReactElement | null {
  const { t } = useTranslation('chronology');
  const { language } = useLanguage();
  const agencyName = useAgencyNames();
  const packs = useQuestionPacks().data;
  if (repeats.length === 0) return null;
  const nameOf = (by: 'nature' | 'type', code: string): string => (by === 'nature' ? called(NATURE_CALLED[code as ItemNature], language) : packs?.flatMap(({ categories }) => categories).find((category) => category.code === code)?.name[language] ?? code);
  return (
    <section aria-labelledby="repeats">
      <h2 className="govuk-heading-m" id="repeats">{t('repeats.title')}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {repeats.map(({ by, code, count, perhaps, agencies }) => <li key={`${by} ${code}`}>{t('repeats.count', { what: nameOf(by, code), count })}{perhaps > 0 && `, ${t('repeats.perhaps', { number: perhaps })}`} {t('repeats.by', { agencies: agencies.map(agencyName).join(', ') })}</li>)}
      </ul>
    </section>
  );
}
