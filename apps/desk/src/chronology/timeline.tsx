import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChronologyRow } from '@lateral/domain/chronology';
import { EventDate, Handling, HowKnown, Meant, Told, WhoTold } from './event-parts.js';
import type { MadeChronology } from './use-chronology.js';

/** For reading: by year, with the agency in words and not in a colour. */
export function Timeline({ made }: { made: MadeChronology }): ReactElement {
  const { t } = useTranslation('chronology');
  return (
    <>
      {byYear(made.chronology.rows).map(({ year, rows }, at) => (
        <section key={`${year} ${at}`} aria-labelledby={`year-${at}`}>
          <h2 className="govuk-heading-m" id={`year-${at}`}>{year ?? t('undated')}</h2>
          <div className="desk-timeline">{rows.map((row) => <Item key={row.kind === 'gap' ? `${row.gap.after} ${row.gap.before}` : row.event.key} row={row} made={made} />)}</div>
        </section>
      ))}
    </>
  );
}

function Item({ row, made }: { row: ChronologyRow; made: MadeChronology }): ReactElement {
  const { t } = useTranslation('chronology');
  if (row.kind === 'gap') return <div className="desk-timeline__item"><p className="desk-timeline__description">{t('gap', { count: row.gap.months })}{made.chronology.undated > 0 && ` ${t('gapUndated')}`}</p></div>;
  const { event } = row;
  return (
    <div className="desk-timeline__item">
      <div className="desk-timeline__header"><h3 className="desk-timeline__title"><WhoTold event={event} made={made} /></h3></div>
      <p className="desk-timeline__date"><EventDate event={event} /></p>
      <div className="desk-timeline__description">
        <Handling event={event} />
        <Told event={event} made={made} />
        <div className="govuk-hint"><HowKnown event={event} made={made} /></div>
        <Meant event={event} made={made} />
      </div>
    </div>
  );
}

/** Rows under the year in which they begin, in their order; a gap stands with what is before it. */
export function byYear(rows: readonly ChronologyRow[]): { year: string | null; rows: ChronologyRow[] }[] {
  const years: { year: string | null; rows: ChronologyRow[] }[] = [];
  for (const row of rows) {
    const last = years.at(-1);
    const year = row.kind === 'gap' ? last?.year ?? null : row.event.span?.from.slice(0, 4) ?? null;
    if (last !== undefined && (row.kind === 'gap' || last.year === year)) last.rows.push(row);
    else years.push({ year, rows: [row] });
  }
  return years;
}
