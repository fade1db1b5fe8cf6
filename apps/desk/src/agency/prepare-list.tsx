import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Checkboxes, errorAt } from '../components/index.js';
import { bringsEpoch } from '../crypto/roster-wish.js';
import { useDesk, useMember } from '../frame/desk.js';
import { useAct } from '../frame/use-act.js';
import { DraftNote } from '../frame/use-draft.js';
import { AgencyPage } from './agency-page.js';
import { rolesInWords } from './change-words.js';
import { CompareWords } from './compare-words.js';
import { DelegatesFields } from './delegates-fields.js';
import { MemberChoice } from './member-choice.js';
import { faultsOf, graveIn, isGrave, wishOf, type Before, type Bringing, type Fault, type Grave, type NextDraft } from './next-draft.js';
import { Sure } from './sure.js';
import { useNaming } from './use-list.js';
import { useNextDraft } from './use-next-draft.js';
import { useProposing } from './use-proposing.js';
import { useSaidErrors } from './use-said-errors.js';

interface PrepareProps { before: Before; onProposed: (version: number) => void; onBack: () => void }

/** The next list of people, put together by one custodian for another to sign. */
export function PrepareList({ before, onProposed, onBack }: PrepareProps): ReactElement {
  const { t } = useTranslation('agency');
  const { now } = useDesk();
  const { member: me } = useMember();
  const { draft, kept, isBegun, isOutdated, change: put } = useNextDraft(before);
  const [isAsked, setAsked] = useState(false);
  const act = useAct();
  const errors = useSaidErrors(act);
  const say = useFaultWords();
  const { propose, forget } = useProposing();
  const wish = useMemo(() => wishOf(draft, before, now()), [draft, before, now]);
  const grave = graveIn(wish, before.members);
  const send = async (): Promise<void> => {
    const { version } = await propose(wish);
    await kept.discard();
    onProposed(version);
  };
  const go = (): void => {
    const faults = faultsOf(draft, before, me);
    if (faults.length > 0) return act.refuse(faults.map((fault) => ({ field: fault.field, message: say(fault) })));
    act.clear();
    if (isGrave(grave)) setAsked(true);
    else void act.run(send);
  };
  const change = (next: Partial<NextDraft>): void => { forget(); put(next); };
  if (isAsked) return <BeforeSigning grave={grave} onDo={send} onCancel={() => { setAsked(false); }} />;
  return (
    <AgencyPage key="prepare" act="propose-roster" title={t('next.title')} errors={errors} narrow>
      {isOutdated && <p className="govuk-inset-text">{t('next.outdated')}</p>}
      {kept.ready && <ListForm before={before} draft={draft} change={change} go={go} onBack={onBack} isBusy={act.busy} errorOf={(field) => errorAt(act.errors, field)} />}
      {isBegun && <Button type="button" variant="secondary" disabled={act.busy} onClick={() => { change({ heard: [] }); void kept.discard(); }}>{t('next.anew')}</Button>}
      <DraftNote draft={kept} />
    </AgencyPage>
  );
}

/** What somebody is stopped for: who ends, and who is trusted with more. */
function BeforeSigning({ grave, onDo, onCancel }: { grave: Grave; onDo: () => Promise<void>; onCancel: () => void }): ReactElement {
  const { t } = useTranslation('agency');
  const { name } = useNaming();
  return (
    <Sure key="sure" act="propose-roster" title={t('sure.list')} doIt={t('sure.listDo')} onDo={onDo} onCancel={onCancel}>
      {grave.ends.map((member) => <p key={member}>{t('sure.ends', { name: name(member) })}</p>)}
      {grave.trusts.map(({ member, role }) => <p key={`${member} ${role}`}>{t('sure.trusts', { name: name(member), role: t(`role.${role}`) })} {t(role === 'custodian' ? 'sure.custodian' : 'sure.administrator')}</p>)}
    </Sure>
  );
}

function useFaultWords(): (fault: Fault) => string {
  const { t } = useTranslation('agency');
  const { name } = useNaming();
  return ({ fault, of, day }) => {
    if (fault === 'heard') return t('compare.needed', { name: name(of) });
    if (fault === 'hours') return t('hours.wrong', { day: t(`day.d${day ?? 1}`) });
    return t(`next.fault.${fault}`, { name: name(of) });
  };
}

interface FormProps { before: Before; draft: NextDraft; change: (next: Partial<NextDraft>) => void; go: () => void; onBack: () => void; isBusy: boolean; errorOf: (field: string) => string | undefined }

function ListForm({ before, draft, change, go, onBack, isBusy, errorOf }: FormProps): ReactElement {
  const { t } = useTranslation('agency');
  const { now } = useDesk();
  const comes = bringsEpoch({ ...wishOf(draft, before, now()), newEpoch: false }, before.members);
  const wrong = errorOf('next-members');
  return (
    <form method="dialog" noValidate onSubmit={(event) => { event.preventDefault(); go(); }}>
      <h2 className="govuk-heading-m">{t('next.joiners')}</h2>
      {before.bringing.length === 0 && <p className="govuk-body">{t('next.noJoiners')}</p>}
      {before.bringing.map((each) => <JoinerChoice key={each.view.member} bringing={each} draft={draft} change={change} errorOf={errorOf} />)}
      <h2 className="govuk-heading-m" id="next-members" tabIndex={-1}>{t('next.members')}</h2>
      {wrong !== undefined && <p className="govuk-error-message">{wrong}</p>}
      {before.members.map((entry) => (
        <MemberChoice key={entry.member} entry={entry} draft={draft.members[entry.member] ?? { what: 'keep', roles: entry.roles }} errorOf={errorOf} onChange={(next) => { change({ members: { ...draft.members, [entry.member]: next } }); }} />
      ))}
      {comes ? <p className="govuk-inset-text">{t('next.epochComes')}</p> : (
        <Checkboxes name="next-epoch" legend={t('next.epoch')} legendSize="m" error={errorOf('next-epoch')} values={draft.newEpoch ? ['new'] : []} onChange={(values) => { change({ newEpoch: values.includes('new') }); }} items={[{ value: 'new', label: t('next.epochTick'), hint: t('next.epochHint') }]} />
      )}
      <DelegatesFields delegates={draft.delegates} onChange={(delegates) => { change({ delegates }); }} errorOf={errorOf} />
      <div className="govuk-button-group">
        <Button disabled={isBusy}>{t('next.go')}</Button>
        <Button type="button" variant="secondary" disabled={isBusy} onClick={onBack}>{t('next.back')}</Button>
      </div>
    </form>
  );
}

/** Whoever is taken in has had their words compared: the words are there as soon as somebody wants to take them in. */
function JoinerChoice({ bringing: { view: { member, roles }, told }, draft, change, errorOf }: Pick<FormProps, 'draft' | 'change' | 'errorOf'> & { bringing: Bringing }): ReactElement {
  const { t } = useTranslation('agency');
  const { name } = useNaming();
  if (told === null) return <p className="govuk-inset-text">{t('next.notAKey', { name: name(member) })}</p>;
  const flip = (list: readonly string[], value: string, on: boolean): string[] => [...list.filter((each) => each !== value), ...(on ? [value] : [])];
  return (
    <Checkboxes
      name={`take-${member}`} values={draft.taken.includes(member) ? ['take'] : []} onChange={(values) => { change({ taken: flip(draft.taken, member, values.includes('take')) }); }}
      items={[{
        value: 'take', label: t('next.take', { name: name(member), roles: rolesInWords(roles, t) }),
        conditional: <CompareWords joiner={{ member, ...told }} isHeard={draft.heard.includes(told.fingerprint)} error={errorOf(`heard-${member}`)} onHeard={(isHeard) => { change({ heard: flip(draft.heard, told.fingerprint, isHeard) }); }} />,
      }]}
    />
  );
}
