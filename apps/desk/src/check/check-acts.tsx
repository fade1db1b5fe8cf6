import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { STEP_UP_OBJECTS, type CheckView } from '@lateral/contracts';
import { Button, Details, Link, WarningText } from '../components/index.js';
import { useRefresh } from '../data/work.js';
import { useDesk, useMember } from '../frame/desk.js';
import { may } from '../frame/roles.js';
import type { Act } from '../frame/use-act.js';
import { pathTo } from './path-to.js';
import { saveFile } from './save-file.js';

interface Props { check: CheckView; act: Act; tell: (said: string) => void }

/** What is done to a check as a whole, each where the person's roles and the check's state allow it. */
export function CheckActs({ check, act, tell }: Props): ReactElement {
  const { t } = useTranslation('check');
  const { roles } = useMember();
  const { reference, state } = check;
  const link = (rest: string, text: string): ReactElement => <li key={rest}><Link className="govuk-link govuk-link--no-visited-state" href={pathTo(reference, rest)}>{text}</Link></li>;
  return (
    <section aria-labelledby="more" className="desk-not-printed">
      <h2 className="govuk-heading-m" id="more">{t('act.more')}</h2>
      <ul className="govuk-list">
        {state === 'open' && may('ask-further', roles) && link('/ask', t('act.add'))}
        {state !== 'closed' && state !== 'withdrawn' && may('rate-check', roles) && link('/urgency', t('act.urgency'))}
        {state === 'open' && may('withdraw', roles) && link('/withdraw', t('act.withdrawCheck'))}
      </ul>
      {state === 'decided' && may('close-check', roles) && <Close check={check} act={act} tell={tell} />}
      {may('read-evidence', roles) && <Evidence check={check} act={act} tell={tell} />}
      <Recuse check={check} act={act} />
    </section>
  );
}

function Close({ check: { reference, version }, act, tell }: Props): ReactElement {
  const { t } = useTranslation('check');
  const { hub } = useDesk();
  const refresh = useRefresh();
  const close = (): void => void act.run(async () => {
    await hub.closeCheck(reference, { version });
    await refresh().catch(() => undefined);
    tell(t('close.closed'));
  });
  return <Details summary={t('act.close')}><p className="govuk-body">{t('close.what')}</p><Button type="button" preventDoubleClick onClick={close}>{t('close.go')}</Button></Details>;
}

/** The own agency's evidence as the hub gives it: codes, signatures and proofs, and nothing of what was said. */
function Evidence({ check: { reference }, act, tell }: Props): ReactElement {
  const { t } = useTranslation('check');
  const { hub, keeper } = useDesk();
  const download = (): void => void act.run(async () => {
    await keeper.confirm('export', [STEP_UP_OBJECTS.evidence(reference)]);
    saveFile(JSON.stringify(await hub.evidence(reference)), `${reference}.json`, 'application/json');
    tell(t('evidence.done'));
  });
  return <Details summary={t('act.evidence')}><p className="govuk-body">{t('evidence.how')}</p><Button type="button" variant="secondary" preventDoubleClick onClick={download}>{t('act.evidence')}</Button></Details>;
}

/** It is recorded that somebody said so, and no more; from then on the check is not there for them. */
function Recuse({ check: { reference }, act }: Pick<Props, 'check' | 'act'>): ReactElement {
  const { t } = useTranslation(['check', 'frame']);
  const { hub } = useDesk();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const [isAsked, setAsked] = useState(false);
  if (!isAsked) return <Button type="button" variant="secondary" onClick={() => { setAsked(true); }}>{t('act.recuse')}</Button>;
  const leave = (): void => void act.run(async () => {
    await hub.recuseFromCheck(reference);
    await navigate('/checks', { replace: true });
    await refresh().catch(() => undefined);
  });
  return (
    <section aria-labelledby="recuse">
      <h3 className="govuk-heading-s" id="recuse" tabIndex={-1} ref={focus}>{t('recuse.title')}</h3>
      <WarningText prefix={t('frame:warning')}>{t('recuse.what')}</WarningText>
      <div className="govuk-button-group">
        <Button type="button" variant="warning" preventDoubleClick onClick={leave}>{t('recuse.go')}</Button>
        <Button type="button" variant="secondary" onClick={() => { setAsked(false); }}>{t('recuse.stay')}</Button>
      </div>
    </section>
  );
}

/** Once, when it appears: what it says is read before its buttons are. */
function focus(heading: HTMLElement | null): void {
  heading?.focus();
}
