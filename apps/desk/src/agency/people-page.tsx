import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { STEP_UP_OBJECTS } from '@lateral/contracts';
import { Link } from '../components/index.js';
import { useJoiners, useNames } from '../data/people.js';
import { useDesk, useMember } from '../frame/desk.js';
import { Shown } from '../frame/reading.js';
import { may } from '../frame/roles.js';
import { useAct } from '../frame/use-act.js';
import { AgencyPage } from './agency-page.js';
import { CodeShown, type ShownCode } from './code-shown.js';
import { Invite } from './invite.js';
import { Joiners, Members } from './people-tables.js';
import { Sure } from './sure.js';
import { useListsAnew, useOwnList } from './use-list.js';

/** Somebody stands beside whoever joins, or has them on the telephone. */
const AGAIN_MS = 15_000;

type Step = { at: 'list'; told: string } | { at: 'start-again' | 'one-time'; member: string } | { at: 'code'; code: ShownCode };

/** Who belongs, who is joining; codes that bring somebody in, and what a custodian does for somebody who lost their way in. */
export function Component(): ReactElement {
  const { t } = useTranslation('agency');
  const nameOf = useNames();
  const [step, setStep] = useState<Step>({ at: 'list', told: '' });
  const back = (told = ''): void => { setStep({ at: 'list', told }); };
  const acts = useWaysIn(setStep, back);
  if (step.at === 'code') return <CodeShown code={step.code} onRead={() => { back(); }} />;
  if (step.at === 'list') return <People told={step.told} onCode={(code) => { setStep({ at: 'code', code }); }} onAsk={(at, member) => { setStep({ at, member }); }} />;
  const name = nameOf(step.member);
  return step.at === 'start-again'
    ? <Sure key="start-again" act="let-start-again" title={t('sure.startAgain', { name })} doIt={t('sure.startAgainDo')} onCancel={() => { back(); }} onDo={() => acts.startAgain(step.member)}><p>{t('sure.startAgainHow')}</p></Sure>
    : <Sure key="one-time" act="issue-one-time-code" title={t('sure.oneTime', { name })} doIt={t('sure.oneTimeDo')} onCancel={() => { back(); }} onDo={() => acts.oneTime(step.member)}><p>{t('sure.oneTimeHow')}</p></Sure>;
}

interface WaysIn { startAgain: (member: string) => Promise<void>; oneTime: (member: string) => Promise<void> }

/** Each after a gesture for that very act and person. */
function useWaysIn(setStep: (step: Step) => void, back: (told: string) => void): WaysIn {
  const { t } = useTranslation('agency');
  const { hub, keeper } = useDesk();
  const nameOf = useNames();
  const anew = useListsAnew();
  return {
    startAgain: async (member) => {
      await keeper.confirm('change-roster', [STEP_UP_OBJECTS.startAgain(member)]);
      await hub.startAgain(member);
      await anew();
      back(t('people.gone', { name: nameOf(member) }));
    },
    oneTime: async (member) => {
      await keeper.confirm('change-roster', [STEP_UP_OBJECTS.oneTimeCode(member)]);
      const { code, expires } = await hub.oneTimeCode(member);
      setStep({ at: 'code', code: { kind: 'oneTime', member, code, expires } });
    },
  };
}

interface PeopleProps { told: string; onCode: (code: ShownCode) => void; onAsk: (at: 'start-again' | 'one-time', member: string) => void }

function People({ told, onCode, onAsk }: PeopleProps): ReactElement {
  const { t } = useTranslation('agency');
  const { roles } = useMember();
  const [list, joiners] = [useOwnList(), useJoiners(AGAIN_MS)];
  const act = useAct();
  return (
    <AgencyPage key="list" act="see-joiners" title={t('people.title')} errors={act.errors}>
      <div role="status">{told !== '' && <p className="govuk-inset-text">{told}</p>}</div>
      <p className="govuk-body">{t('people.how')}</p>
      <Shown query={list} what={t('people.what')}>{({ members }) => (
        <>
          <Members members={members} joiners={joiners.data ?? []} onAsk={onAsk} />
          <p className="govuk-body">{may('propose-roster', roles) ? <>{t('people.change')} <Link className="govuk-link" href="/agency/keys">{t('people.changeLink')}</Link></> : t('people.asCustodian')}</p>
        </>
      )}</Shown>
      <Shown query={joiners} what={t('people.what')}>{(data) => <Joiners joiners={data} />}</Shown>
      <Invite act={act} onCode={onCode} />
    </AgencyPage>
  );
}
