import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../inbox/use-now.js';
import { numbersOf } from './figures.js';
import type { Side, TeamRow } from './rows.js';

/** Four figures, each under its name. They change in place and are not announced. */
export function NumbersRow({ side, rows }: { side: Side; rows: readonly TeamRow[] }): ReactElement {
  const { t } = useTranslation('team');
  const now = useNow();
  const { waiting, overdue, soon, answered, inTime } = numbersOf(rows, now);
  const figures = [['waiting', waiting], ['overdue', overdue], ['soon', soon], ['inTime', t('numbers.of', { inTime, all: answered })]] as const;
  return (
    <section aria-labelledby={`numbers-${side}`}>
      <h2 className="govuk-heading-s" id={`numbers-${side}`}>{t(`numbers.${side}`)}</h2>
      <dl className="desk-numbers govuk-body">{figures.map(([name, figure]) => <div key={name} className="desk-numbers__one"><dt>{t(`numbers.${name}`)}</dt><dd>{figure}</dd></div>)}</dl>
    </section>
  );
}
