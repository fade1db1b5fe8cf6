import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/index.js';
import { useAgencyNames, useNames } from '../data/people.js';
import { useDesk, useMember } from '../frame/desk.js';
import { momentOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';
import { COLUMNS, type Line } from './lines.js';
import { usePageRule } from './print-style.js';
import type { Asked } from './use-lines.js';

/** The page as it is printed; printing begins by itself once, and again when somebody presses. */
export function Sheet({ reference, asked, lines, leftOut, erased, again, back }: { reference: string; asked: Asked; lines: readonly Line[]; leftOut: number; erased: number; /** Prints once more. */ again: () => void; back: () => void }): ReactElement {
  const { t } = useTranslation('chronology');
  useMargins(reference);
  const top = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    top.current?.focus();
    globalThis.print();
  }, []);
  return (
    <>
      <div className="govuk-button-group desk-not-printed"><Button type="button" onClick={again}>{t('sheet.again')}</Button><Button type="button" variant="secondary" onClick={back}>{t('sheet.back')}</Button></div>
      <p className="govuk-body desk-print__for" tabIndex={-1} ref={top}><strong>{asked.who === 'court' ? t('sheet.forCourt') : t(asked.who === 'file' ? 'sheet.forFile' : 'sheet.forMeeting')}</strong></p>
      {leftOut > 0 && <p className="govuk-body">{t('sheet.leftOut', { count: leftOut })}</p>}
      {erased > 0 && <p className="govuk-body">{t('erased', { count: erased })}</p>}
      <table className="govuk-table desk-print">
        <caption className="govuk-visually-hidden">{t('caption')}</caption>
        <thead className="govuk-table__head"><tr className="govuk-table__row">{COLUMNS.map((column) => <th key={column} scope="col" className="govuk-table__header">{t(`column.${column}`)}</th>)}</tr></thead>
        <tbody className="govuk-table__body">
          {lines.map((line) => (line.gap === null
            ? <tr key={line.key} className="govuk-table__row">{COLUMNS.map((column) => (column === 'date' ? <th key={column} scope="row" className="govuk-table__header">{line.cells.date}</th> : <td key={column} className="govuk-table__cell desk-print__cell"><span className="desk-chronology__label" aria-hidden="true">{t(`column.${column}`)}</span>{line.cells[column]}</td>))}</tr>
            : <tr key={line.key} className="govuk-table__row"><td className="govuk-table__cell" colSpan={COLUMNS.length}>{line.gap}</td></tr>))}
        </tbody>
      </table>
    </>
  );
}

/** Marking, reference, who printed it and when, page of pages: on every page, in the language that is read. */
function useMargins(reference: string): void {
  const { t } = useTranslation('chronology');
  const { language } = useLanguage();
  const { now } = useDesk();
  const { member, agency } = useMember();
  const name = useNames()(member);
  const agencyName = useAgencyNames();
  usePageRule({ marking: t('sheet.marking'), reference, printedBy: t('sheet.by', { name, agency: agencyName(agency), at: momentOf(now(), language) }), page: [t('sheet.page'), t('sheet.of')] });
}
