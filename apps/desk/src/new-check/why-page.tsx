import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { RECORD_ONLY_REASONS, type RecordOnlyReason } from '@lateral/domain/justification';
import { Button, Details, Radios } from '../components/index.js';
import { momentTyped } from '../talk/moments.js';
import { Page } from '../frame/page.js';
import { Loading } from '../frame/reading.js';
import { DraftNote } from '../frame/use-draft.js';
import { Basis } from './basis.js';
import { CheckPage } from './check-page.js';
import { composeRequests, type Composing } from './compose.js';
import { Form } from './form.js';
import { InImmediateDanger, Override } from './in-an-emergency.js';
import { MomentInput } from './moment-input.js';
import { LessIntrusiveChoice } from './less-intrusive-choice.js';
import { ReasonBox } from './reason-box.js';
import { faultsOfRecordOnly } from './record-only.js';
import { Statements } from './statements.js';
import { ToldChoice } from './told-choice.js';
import { linkTo, useComposed, useComposing, useOpenedRequests, type Writing } from './use-check.js';
import { useFaults, type Faults } from './use-faults.js';
import { useToWhatIsMissing } from './use-what-is-missing.js';
import { Verdict } from './verdict.js';
import { faultsOfWhy, wantsThreshold } from './why.js';

export function Component(): ReactElement {
  return <CheckPage page="why">{(writing) => <Ready writing={writing} />}</CheckPage>;
}

function Ready({ writing }: { writing: Writing }): ReactElement {
  const { t } = useTranslation('newCheck');
  const composing = useComposing();
  return composing === undefined ? <Page title={t('pages.why')} narrow><Loading what={t('law')} /></Page> : <WhyPage writing={writing} composing={composing} />;
}

/** Why ask, and is it allowed? Where nobody is asked: why not. */
export function WhyPage({ writing, composing }: { writing: Writing; composing: Composing }): ReactElement {
  const { t } = useTranslation('newCheck');
  const navigate = useNavigate();
  const { kept, draft } = writing;
  const { errors, errorAt, check } = useFaults();
  useToWhatIsMissing(writing);
  const goOn = (): void => {
    // What was typed last may not have been judged yet.
    if (!check(draft.isRecordOnly ? faultsOfRecordOnly(draft) : faultsOfWhy(draft, composeRequests(draft, composing) ?? []))) return;
    void kept.save();
    void navigate(linkTo('send', kept.id));
  };
  return (
    <Page title={draft.isRecordOnly ? t('pages.whyNot') : t('pages.why')} caption={t('step', { number: 3 })} back={{ href: linkTo('ask', kept.id), label: t('back') }} errors={errors} narrow>
      <Form onSubmit={goOn}>
        {draft.isRecordOnly ? <WhyNot writing={writing} errorAt={errorAt} /> : <WhyAsk writing={writing} composing={composing} errorAt={errorAt} />}
        <Button>{t('goOn')}</Button>
        <DraftNote draft={kept} />
      </Form>
    </Page>
  );
}

interface PartProps { writing: Writing; errorAt: Faults['errorAt'] }

function WhyAsk({ writing, composing, errorAt }: PartProps & { composing: Composing }): ReactElement {
  const { t } = useTranslation(['newCheck', 'codes']);
  const { kept, draft, change } = writing;
  const composed = useComposed(draft, composing);
  return (
    <>
      <Reason writing={writing} errorAt={errorAt} label={t('why.reason')} hint={t('why.reasonHint')} />
      <Details summary={t('why.examples')}><p>{t('why.weak')}</p><p>{t('why.strong')}</p></Details>
      {wantsThreshold(draft, composed) && <ThresholdWhy writing={writing} errorAt={errorAt} />}
      <LessIntrusiveChoice value={draft.lessIntrusive} onChange={(lessIntrusive) => { change({ lessIntrusive }); }} error={errorAt('less-intrusive')} />
      <ToldChoice draft={draft} law={composing.law} errorAt={errorAt} change={change} />
      <Basis draft={draft} composed={composed} composing={composing} change={change} />
      <InImmediateDanger draft={draft} composed={composed} composing={composing} change={change} />
      <Override draft={draft} composed={composed} composing={composing} change={change} />
      <Verdict draftId={kept.id} draft={draft} composed={composed} errorAt={errorAt} change={change} />
      <Statements draft={draft} composed={composed} composing={composing} />
    </>
  );
}

function Reason({ writing: { draft, change }, errorAt, label, hint }: PartProps & { label: string; hint: string }): ReactElement {
  const opened = useOpenedRequests();
  const recent = useMemo(() => opened.map(({ unsealed: { opened: { narrative } } }) => narrative.necessity), [opened]);
  return (
    <ReasonBox id="why" label={label} hint={hint} draft={draft} recent={recent} value={draft.why} error={errorAt('why')} onText={(why) => { change({ why }); }} onKeep={(word) => { change((before) => ({ ...before, notNames: [...before.notNames, word] })); }} />
  );
}

/** Asked for where section 47 is relied on, and only there. */
function ThresholdWhy({ writing: { draft, change }, errorAt }: PartProps): ReactElement {
  const { t } = useTranslation('newCheck');
  return (
    <>
      <ReasonBox
        id="threshold-why" label={t('why.threshold')} hint={t('why.thresholdHint')} draft={draft} value={draft.thresholdWhy} error={errorAt('threshold-why')} onText={(thresholdWhy) => { change({ thresholdWhy }); }}
        onKeep={(word) => { change((before) => ({ ...before, notNames: [...before.notNames, word] })); }}
      />
      <MomentInput id="discussion" legend={t('why.discussion')} value={draft.discussion} onChange={(discussion) => { change({ discussion, strategyDiscussionAt: momentTyped(discussion) }); }} />
    </>
  );
}

function WhyNot({ writing, errorAt }: PartProps): ReactElement {
  const { t } = useTranslation(['newCheck', 'codes']);
  const { draft, change } = writing;
  return (
    <>
      <Radios
        name="record-reason" legend={t('record.reason')} legendSize="m" error={errorAt('record-reason')} value={draft.recordReason ?? ''} onChange={(reason) => { change({ recordReason: reason as RecordOnlyReason }); }}
        items={RECORD_ONLY_REASONS.map((reason) => ({ value: reason, label: t(`codes:recordOnly.${reason}`) }))}
      />
      <Reason writing={writing} errorAt={errorAt} label={t('record.why')} hint={t('record.whyHint')} />
    </>
  );
}
