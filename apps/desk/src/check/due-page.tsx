import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DUE_MOVE_REASONS, type DueMoveReason } from '@lateral/domain/justification';
import { momentTyped } from '../talk/moments.js';
import { DateInput, errorAt, Input, Select } from '../components/index.js';
import { useAgencyNames } from '../data/people.js';
import { useDesk } from '../frame/desk.js';
import { dateOf } from '../new-check/compose.js';
import { momentOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';
import { ActForm, ActPage, type ActProps } from './act-page.js';

/** As far ahead as the hub lets a time be moved. */
const LONGEST_MS = 60 * 24 * 3_600_000;

export function Component(): ReactElement {
  const { t } = useTranslation('check');
  return <ActPage title={t('due.title')}>{({ view, ...props }) => view !== null && <Move key={view.id} {...props} view={view} />}</ActPage>;
}

interface Typed { day: string; month: string; year: string; time: string; reason: DueMoveReason | '' }
type Fault = { field: string; code: 'day' | 'time' | 'past' | 'late' | 'reason' };

/** What is wrong with what was typed; the day and the time are London's. */
export function faultsOfDue({ reason, ...boxes }: Typed, now: Date): Fault[] {
  const at = momentTyped(boxes);
  const faults: Fault[] = [];
  if (dateOf(boxes) === null) faults.push({ field: 'day-day', code: 'day' });
  else if (at === null) faults.push({ field: 'time', code: 'time' });
  else if (Date.parse(at) <= now.getTime()) faults.push({ field: 'time', code: 'past' });
  else if (Date.parse(at) > now.getTime() + LONGEST_MS) faults.push({ field: 'day-day', code: 'late' });
  return reason === '' ? [...faults, { field: 'reason', code: 'reason' }] : faults;
}

function Move({ check, view, act, done }: ActProps & { view: NonNullable<ActProps['view']> }): ReactElement {
  const { t } = useTranslation(['check', 'codes']);
  const { language } = useLanguage();
  const { hub, now } = useDesk();
  const agencyName = useAgencyNames();
  const [typed, setTyped] = useState<Typed>({ day: '', month: '', year: '', time: '', reason: '' });
  const wrong = (field: string): string | undefined => errorAt(act.errors, field);
  const move = (): void => {
    const faults = faultsOfDue(typed, now());
    const dueAt = momentTyped(typed);
    if (faults.length > 0 || dueAt === null || typed.reason === '') return act.refuse(faults.map(({ field, code }) => ({ field, message: t(`due.wrong.${code}`) })));
    const { reason } = typed;
    void act.run(async () => {
      await hub.moveDueTime(view.id, { version: view.version, dueAt, reason });
      await done('moved');
    });
  };
  return (
    <ActForm reference={check.reference} go={t('due.title')} busy={act.busy} onSubmit={move}>
      <p className="govuk-body"><strong>{agencyName(view.asked)}</strong>. {t('due.now', { at: momentOf(view.dueAt, language, now()) })}</p>
      <DateInput id="day" legend={t('due.day')} legendSize="s" labels={{ day: t('due.parts.day'), month: t('due.parts.month'), year: t('due.parts.year') }} error={wrong('day-day')} values={typed} onChange={(values) => { setTyped({ ...typed, ...values }); }} />
      <Input id="time" label={t('due.time')} labelSize="s" hint={t('due.timeHint')} width={10} autoComplete="off" error={wrong('time')} value={typed.time} onChange={(event) => { setTyped({ ...typed, time: event.currentTarget.value }); }} />
      <Select id="reason" label={t('due.why')} labelSize="s" error={wrong('reason')} value={typed.reason} onChange={(event) => { setTyped({ ...typed, reason: event.currentTarget.value as DueMoveReason }); }}>
        <option value="">{t('choose')}</option>
        {DUE_MOVE_REASONS.map((each) => <option key={each} value={each}>{t(`codes:dueMove.${each}`)}</option>)}
      </Select>
    </ActForm>
  );
}
