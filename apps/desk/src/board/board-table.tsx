import { useState, type ReactElement } from 'react';
import type { DeadlinesReply, RequestView } from '@lateral/contracts';
import type { Heading } from '@lateral/envelope/heading';
import { Button, Link } from '../components/index.js';
import { UrgencyTag } from '../words/urgency-tag.js';
import { answerWords } from './answer-words.js';
import { COLUMNS, useBoardWords, type BoardWords } from './board-words.js';
import { Due } from './due.js';
import { hiddenPerson } from './hidden-person.js';
import { clockOfRequest, mayRemind, type BoardCheck } from './rows.js';

interface BoardTableProps {
  checks: readonly BoardCheck[];
  caption: string;
  now: Date;
  deadlines: DeadlinesReply | undefined;
  /** By the id of the check, as far as they are open in this session. */
  people: ReadonlyMap<string, Heading>;
  isHidden: boolean;
  isBusy: boolean;
  remind: (request: RequestView) => void;
}
interface RowProps extends Omit<BoardTableProps, 'checks' | 'caption'> { words: BoardWords }

/** One row for each agency that was asked, under its check. */
export function BoardTable({ checks, caption, ...rest }: BoardTableProps): ReactElement {
  const words = useBoardWords();
  return (
    <table className="govuk-table desk-board">
      <caption className="govuk-table__caption govuk-visually-hidden">{caption}</caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">{COLUMNS.map((column) => <th key={column} scope="col" className="govuk-table__header">{words.column[column]}</th>)}</tr>
      </thead>
      {checks.map((check) => <Group key={check.id} check={check} words={words} {...rest} />)}
    </table>
  );
}

function Group({ check, ...rest }: RowProps & { check: BoardCheck }): ReactElement {
  return (
    <tbody className="govuk-table__body">
      {check.requests.map((request, at) => <Row key={request.id} request={request} heading={at === 0 ? check : null} {...rest} />)}
    </tbody>
  );
}

/** The first row of a check says which it is, and about whom. */
function Row({ request, heading, words, now, deadlines, people, isHidden, isBusy, remind }: RowProps & { request: RequestView; heading: BoardCheck | null }): ReactElement {
  const { t, column } = words;
  const agency = words.agency(request.asked);
  const clock = clockOfRequest(request, now, deadlines);
  return (
    <tr className="govuk-table__row">
      {heading !== null && <th scope="rowgroup" rowSpan={heading.requests.length} className="govuk-table__header desk-board__check"><span className="desk-reference" translate="no">{heading.reference}</span><About about={people.get(heading.id)} isHidden={isHidden} words={words} /></th>}
      <td className="govuk-table__cell" data-label={column.agency}>{agency}</td>
      <td className="govuk-table__cell" data-label={column.due}><Due dueAt={request.dueAt} clock={clock} now={now} words={words} /></td>
      <td className="govuk-table__cell" data-label={column.urgency}><UrgencyTag urgency={request.urgency} /></td>
      <td className="govuk-table__cell" data-label={column.answer}>{answerWords(request, words.answer)}</td>
      <td className="govuk-table__cell" data-label={column.action}>
        <Open request={request} agency={agency} words={words} />
        {mayRemind(request, clock, now) && <Button type="button" variant="secondary" className="desk-board__remind" disabled={isBusy} onClick={() => { remind(request); }}>{t('remind')}<span className="govuk-visually-hidden"> {agency}, {request.reference}</span></Button>}
        {request.remindedAt !== null && <span className="govuk-hint desk-board__reminded">{t('reminded', { time: words.time(request.remindedAt) })}</span>}
      </td>
    </tr>
  );
}

/** With names hidden one is shown as long as it has the focus. */
function About({ about, isHidden, words: { t } }: { about: Heading | undefined; isHidden: boolean; words: BoardWords }): ReactElement | null {
  const [isShown, setShown] = useState(false);
  if (about === undefined) return null;
  const more = about.more > 0 && ` ${t('board:andMore', { count: about.more })}`;
  if (!isHidden) return <span className="desk-board__about" translate="no">{about.name}{more}</span>;
  const show = (): void => { setShown(true); };
  return <button type="button" className="desk-plain desk-board__about" translate="no" onFocus={show} onClick={show} onBlur={() => { setShown(false); }}>{isShown ? about.name : hiddenPerson(about)}{more}<span className="govuk-visually-hidden"> {t('check:people.showName')}</span></button>;
}

/** To the answer where there is one, else to the check. */
function Open({ request: { id, reference, answer }, agency, words: { t } }: { request: RequestView; agency: string; words: BoardWords }): ReactElement {
  const check = `/checks/${encodeURIComponent(reference)}`;
  return <Link className="govuk-link govuk-link--no-visited-state desk-board__open" href={answer === null ? check : `${check}/answers/${encodeURIComponent(id)}`}>{t('open')}<span className="govuk-visually-hidden"> {reference}, {agency}</span></Link>;
}
