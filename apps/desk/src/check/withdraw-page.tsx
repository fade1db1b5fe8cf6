import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { WITHDRAWAL_REASONS, type WithdrawalReason } from '@lateral/domain';
import { Button, errorAt, Link, Panel, Radios, WarningText } from '../components/index.js';
import { useAgencyNames } from '../data/people.js';
import { useRefresh } from '../data/work.js';
import { useDesk } from '../frame/desk.js';
import { ActForm, ActPage, type ActProps } from './act-page.js';
import { pathTo } from './path-to.js';

/** One request, or the whole check: the address says which. */
export function Component(): ReactElement {
  const { t } = useTranslation('check');
  const { request } = useParams();
  const [isDone, setDone] = useState(false);
  return <ActPage title={t(request === undefined ? 'withdraw.title' : 'withdraw.titleRequest')}>{(props) => (isDone ? <Gone {...props} /> : <TakeBack {...props} over={() => { setDone(true); }} />)}</ActPage>;
}

function TakeBack({ check, view, act, over }: ActProps & { over: () => void }): ReactElement {
  const { t } = useTranslation(['check', 'codes', 'frame']);
  const { hub } = useDesk();
  const agencyName = useAgencyNames();
  const refresh = useRefresh();
  const [reason, setReason] = useState<WithdrawalReason | ''>('');
  const takeBack = (): void => {
    if (reason === '') return act.refuse([{ field: 'reason', message: t('withdraw.noReason') }]);
    void act.run(async () => {
      await (view === null ? hub.withdrawCheck(check.reference, { version: check.version, reason }) : hub.withdrawRequest(view.id, { version: view.version, reason }));
      over();
      await refresh().catch(() => undefined);
    });
  };
  return (
    <ActForm reference={check.reference} go={t('withdraw.go')} busy={act.busy} warning onSubmit={takeBack}>
      <h2 className="govuk-heading-m">{t('withdraw.what')}</h2>
      <WarningText prefix={t('frame:warning')}>{view === null ? t('withdraw.check') : t('withdraw.request', { agency: agencyName(view.asked) })}</WarningText>
      <Radios name="reason" legend={t('withdraw.why')} legendSize="m" error={errorAt(act.errors, 'reason')} value={reason} onChange={(value) => { setReason(value as WithdrawalReason); }} items={WITHDRAWAL_REASONS.map((each) => ({ value: each, label: t(`codes:withdrawal.${each}`) }))} />
    </ActForm>
  );
}

function Gone({ check: { reference }, view, done }: ActProps): ReactElement {
  const { t } = useTranslation('check');
  return (
    <>
      <Panel headingLevel={2} title={t(view === null ? 'withdraw.done' : 'withdraw.doneRequest')} />
      {view === null && <p className="govuk-body">{t('withdraw.record')}</p>}
      {view === null ? <p className="govuk-body"><Link className="govuk-link" href={pathTo(reference)}>{t('toCheck')}</Link></p> : <Button type="button" onClick={() => void done('withdrawn')}>{t('toCheck')}</Button>}
    </>
  );
}
