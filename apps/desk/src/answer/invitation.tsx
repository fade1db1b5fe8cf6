import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/index.js';
import { useDesk } from '../frame/desk.js';
import { useAnswerForm } from './form.js';
import { icsOf } from '../talk/ics.js';

const MINUTES = 30;
const KEPT_MS = 60_000;

/** A file for a calendar, made in this page: nothing is fetched for it, and it names nobody. */
export function Invitation({ until }: { until: string }): ReactElement {
  const { t } = useTranslation('answer');
  const { now, timers } = useDesk();
  const { view: { id, reference }, draft: { language } } = useAnswerForm();
  const save = (): void => {
    const address = URL.createObjectURL(new Blob([icsOf({ uid: id, reference, from: until, minutes: MINUTES, now: now(), language })], { type: 'text/calendar;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `${reference}.ics`;
    link.click();
    timers.after(KEPT_MS, () => { URL.revokeObjectURL(address); });
  };
  return <><Button type="button" variant="secondary" aria-describedby="invitation-hint" onClick={save}>{t('talking.invitation')}</Button><p className="govuk-hint" id="invitation-hint">{t('talking.invitationHint', { reference })}</p></>;
}
