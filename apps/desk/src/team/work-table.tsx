import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReminderLevel } from '@lateral/contracts';
import { Button, errorAt, Select } from '../components/index.js';
import { useAgencyNames, useNames } from '../data/people.js';
import { useDesk, useMember } from '../frame/desk.js';
import { may } from '../frame/roles.js';
import type { Act } from '../frame/use-act.js';
import { useTime } from '../frame/use-time.js';
import { DueClock } from '../inbox/due-clock.js';
import { useNow } from '../inbox/use-now.js';
import { UrgencyTag } from '../words/urgency-tag.js';
import { Grid } from './grid.js';
import { isOverdue, type Side, type TeamRow } from './rows.js';
import { chaseId, useChasing } from './use-chasing.js';
import { NOBODY, tickId, useGiving } from './use-giving.js';

const COLUMNS = ['select', 'due', 'urgency', 'reference', 'partner', 'holder', 'state'] as const;

/** What waits, with who has it; several can be given to somebody else at once. What we asked can be chased. */
export function WorkTable({ side, rows, act, after }: { side: Side; rows: readonly TeamRow[]; act: Act; after: () => void }): ReactElement {
  const { t } = useTranslation('team');
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const giving = useGiving(side, act, after);
  const chasing = useChasing(act, after);
  const columns = side === 'asking' ? [...COLUMNS, 'acts' as const] : COLUMNS;
  const flip = (id: string): void => { setTicked(ticked.includes(id) ? ticked.filter((other) => other !== id) : [...ticked, id]); };
  const chosen = rows.filter(({ id }) => ticked.includes(id));
  const give = (to: string): void => {
    const wrong = [...(chosen.length === 0 ? [{ field: rows[0] === undefined ? 'give-to' : tickId(rows[0]), message: t('give.selectOne') }] : []), ...(to === '' ? [{ field: 'give-to', message: t('give.chooseOne') }] : [])];
    if (wrong.length > 0) return act.refuse(wrong);
    void giving.give(chosen, to).then((isDone) => { if (isDone) setTicked([]); });
  };
  return (
    <form method="dialog" noValidate onSubmit={(event) => { event.preventDefault(); }}>
      <Grid
        caption={t('list.caption')} columns={columns.map((key) => ({ key, label: t(`list.${key}`), hidden: key === 'select' }))}
        rows={rows.map((row) => ({ key: row.id, cells: [
          <Tick key="tick" row={row} isTicked={ticked.includes(row.id)} flip={() => { flip(row.id); }} />, <DueClock key="due" view={row.view} />, <Urgency key="urgency" row={row} />,
          <span key="reference" className="desk-reference" translate="no">{row.view.reference}</span>, <Partner key="partner" row={row} />, <Holder key="holder" row={row} />, <State key="state" row={row} />,
          <Chase key="chase" row={row} isBusy={act.busy} chase={(level) => void chasing.chase(row, level)} />,
        ] }))}
      />
      <p className="govuk-body" role="status">{giving.told !== '' ? giving.told : chasing.told}</p>
      <Give side={side} act={act} give={give} />
    </form>
  );
}

interface OfRow { row: TeamRow }

function Tick({ row, isTicked, flip }: OfRow & { isTicked: boolean; flip: () => void }): ReactElement {
  const { t } = useTranslation('team');
  const agencyName = useAgencyNames();
  const id = tickId(row);
  return (
    <div className="govuk-checkboxes govuk-checkboxes--small"><div className="govuk-checkboxes__item">
      <input className="govuk-checkboxes__input" type="checkbox" id={id} checked={isTicked} onChange={flip} />
      <label className="govuk-label govuk-checkboxes__label" htmlFor={id}><span className="govuk-visually-hidden">{t('give.select', { reference: row.view.reference, agency: agencyName(row.partner) })}</span></label>
    </div></div>
  );
}

export function Urgency({ row: { view: { urgency } } }: OfRow): ReactElement {
  return <UrgencyTag urgency={urgency} />;
}

export function Partner({ row: { partner } }: OfRow): ReactElement {
  return <>{useAgencyNames()(partner)}</>;
}

export function Holder({ row: { heldBy, opener } }: OfRow): ReactElement {
  const { t } = useTranslation('team');
  const { member } = useMember();
  const nameOf = useNames();
  const who = heldBy ?? opener;
  if (who === null) return <>{t('nobody')}</>;
  if (heldBy === null) return <>{t('opened', { name: nameOf(who) })}</>;
  return <>{who === member ? t('you', { name: nameOf(who) }) : nameOf(who)}</>;
}

export function State({ row: { view: { state, answer } } }: OfRow): ReactElement {
  const { t } = useTranslation('codes');
  return <>{t(`request.${state}`)}{answer !== null && <>: {t(`response.${answer.type}`)}</>}</>;
}

/** Anything that waits can be reminded of; what is late can go to the managers there. */
function Chase({ row, isBusy, chase }: OfRow & { isBusy: boolean; chase: (level: ReminderLevel) => void }): ReactElement {
  const { t } = useTranslation('team');
  const agencyName = useAgencyNames();
  const now = useNow();
  const time = useTime();
  const { view: { reference, remindedAt, escalatedAt }, id, partner } = row;
  const which = <span className="govuk-visually-hidden"> {agencyName(partner)}, {reference}</span>;
  return (
    <>
      <Button type="button" variant="secondary" id={chaseId(id, 'reminder')} disabled={isBusy} onClick={() => { chase('reminder'); }}>{t('chase.remind')}{which}</Button>
      {isOverdue(row, now) && <Button type="button" variant="secondary" id={chaseId(id, 'escalation')} disabled={isBusy} onClick={() => { chase('escalation'); }}>{t('chase.escalate')}{which}</Button>}
      {remindedAt !== null && <span className="govuk-hint">{t('chase.reminded', { time: time(remindedAt) })}</span>}
      {escalatedAt !== null && <span className="govuk-hint">{t('chase.escalated', { time: time(escalatedAt) })}</span>}
    </>
  );
}

/** Colleagues who may work on checks, by the names that they gave themselves. */
function Give({ side, act, give }: { side: Side; act: Act; give: (to: string) => void }): ReactElement {
  const { t } = useTranslation('team');
  const { keeper } = useDesk();
  const { member } = useMember();
  const nameOf = useNames();
  const [to, setTo] = useState('');
  const colleagues = keeper.known.colleagues.filter(({ roles }) => may('take-work', roles)).map((each) => ({ id: each.member, name: nameOf(each.member) })).toSorted((one, other) => one.name.localeCompare(other.name));
  return (
    <fieldset className="govuk-fieldset">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{t('give.title')}</legend>
      {side === 'asking' && <p className="govuk-hint">{t('give.wholeCheck')}</p>}
      <div className="desk-give">
        <Select id="give-to" label={t('give.to')} value={to} onChange={({ target }) => { setTo(target.value); }} error={errorAt(act.errors, 'give-to')}>
          <option value="">{t('give.choose')}</option>
          {colleagues.map(({ id, name }) => <option key={id} value={id}>{id === member ? t('you', { name }) : name}</option>)}
          <option value={NOBODY}>{t('give.nobody')}</option>
        </Select>
        <Button type="button" disabled={act.busy} onClick={() => { give(to); }}>{t('give.give')}</Button>
      </div>
    </fieldset>
  );
}
