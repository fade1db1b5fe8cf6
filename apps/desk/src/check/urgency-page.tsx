import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { TERMINAL_STATES, URGENCIES, type Urgency } from '@lateral/domain';
import { RATING_REASONS, type RatingReason } from '@lateral/domain/justification';
import { URGENCY_CALLED } from '@lateral/domain/statement';
import { errorAt, InsetText, Radios, Select } from '../components/index.js';
import { useAgencyNames } from '../data/people.js';
import { useDesk } from '../frame/desk.js';
import { called } from '../words/called.js';
import { momentOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';
import { ActForm, ActPage, type ActProps } from './act-page.js';

export function Component(): ReactElement {
  const { t } = useTranslation('check');
  return <ActPage title={t('urgency.title')}>{(props) => <Rate key={props.check.id} {...props} />}</ActPage>;
}

/** Rates a check anew, with why; and says which due times stay where they are. */
function Rate({ check, act, done }: ActProps): ReactElement {
  const { t } = useTranslation(['check', 'codes']);
  const { language } = useLanguage();
  const { hub } = useDesk();
  const [urgency, setUrgency] = useState<Urgency | ''>('');
  const [reason, setReason] = useState<RatingReason | ''>('');
  const wrong = (field: string): string | undefined => errorAt(act.errors, field);
  const rate = (): void => {
    const errors = [...(urgency === '' || urgency === check.urgency ? [{ field: 'urgency', message: t('urgency.wrong.urgency') }] : []), ...(reason === '' ? [{ field: 'reason', message: t('urgency.wrong.reason') }] : [])];
    if (errors.length > 0 || urgency === '' || reason === '') return act.refuse(errors);
    void act.run(async () => {
      await hub.rateCheck(check.reference, { version: check.version, urgency, reason });
      await done('rated');
    });
  };
  return (
    <ActForm reference={check.reference} go={t('urgency.title')} busy={act.busy} onSubmit={rate}>
      <p className="govuk-body">{t('urgency.now', { urgency: URGENCY_CALLED[check.urgency][language] })}</p>
      <Radios name="urgency" legend={t('urgency.to')} legendSize="m" error={wrong('urgency')} value={urgency} onChange={(value) => { setUrgency(value as Urgency); }} items={URGENCIES.filter((each) => each !== check.urgency).map((each) => ({ value: each, label: called(URGENCY_CALLED[each], language) }))} />
      <Select id="reason" label={t('urgency.why')} error={wrong('reason')} value={reason} onChange={(event) => { setReason(event.currentTarget.value as RatingReason); }}>
        <option value="">{t('choose')}</option>
        {RATING_REASONS.map((each) => <option key={each} value={each}>{t(`codes:rating.${each}`)}</option>)}
      </Select>
      <Keeps check={check} />
    </ActForm>
  );
}

function Keeps({ check: { requests } }: Pick<ActProps, 'check'>): ReactElement | null {
  const { t } = useTranslation('check');
  const { language } = useLanguage();
  const { now } = useDesk();
  const agencyName = useAgencyNames();
  const waiting = requests.filter(({ state }) => !TERMINAL_STATES.includes(state));
  if (waiting.length === 0) return null;
  return (
    <InsetText>
      <h2 className="govuk-heading-s">{t('urgency.keeps')}</h2>
      <p>{t('urgency.keepsHow')}</p>
      <ul className="govuk-list">{waiting.map(({ id, asked, dueAt }) => <li key={id}>{t('urgency.keepsOne', { agency: agencyName(asked), at: momentOf(dueAt, language, now()) })}</li>)}</ul>
    </InsetText>
  );
}
