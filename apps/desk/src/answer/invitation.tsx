import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../components/index.js';
import { useDesk } from '../frame/desk.js';
import { useAnswerForm } from './form.js';
import { icsOf } from './ics.js';

const MINUTES = 30;

/** A file for a calendar, made in this page: nothing is fetched for it, and it names nobody. */
export function Invitation({ until }: { until: string }): ReactElement {
  const { t } = useTranslation('answer');
  const { now } = useDesk();
  const { view: { id, reference }, draft: { language } } = useAnswerForm();
  const [address, setAddress] = useState<string | undefined>(undefined);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([icsOf({ uid: id, reference, from: until, minutes: MINUTES, now: now(), language })], { type: 'text/calendar;charset=utf-8' }));
    setAddress(made);
    return () => { URL.revokeObjectURL(made); };
  }, [id, language, now, reference, until]);
  return <p className="govuk-body"><LinkButton href={address} download={`${reference}.ics`} variant="secondary">{t('talking.invitation')}</LinkButton><span className="govuk-hint">{t('talking.invitationHint', { reference })}</span></p>;
}
