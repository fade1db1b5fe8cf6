import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { PURPOSES, type Purpose } from '@lateral/domain';
import { Button, Checkboxes, Details, InsetText, Radios } from '../components/index.js';
import type { KnownAgency } from '../crypto/protocol.js';
import { useContacts } from '../data/people.js';
import { Page } from '../frame/page.js';
import { Loading } from '../frame/reading.js';
import { DraftNote } from '../frame/use-draft.js';
import { useLanguage } from '../words/use-language.js';
import { AgencyQuestions } from './agency-questions.js';
import { faultsOfAsking, inAskingOrder, MANY_AGENCIES, MANY_PEOPLE, MOST_AGENCIES, withAgencies, withAsked, withPurpose } from './ask.js';
import { CheckPage } from './check-page.js';
import type { CheckDraft } from './check-draft.js';
import type { Composing } from './compose.js';
import { Form } from './form.js';
import { UrgencyChoice } from './urgency-choice.js';
import { linkTo, useComposing, type Writing } from './use-check.js';
import { useFaults, type Faults } from './use-faults.js';

export function Component(): ReactElement {
  return <CheckPage page="ask">{(writing) => <Ready writing={writing} />}</CheckPage>;
}

function Ready({ writing }: { writing: Writing }): ReactElement {
  const { t } = useTranslation('newCheck');
  const composing = useComposing();
  return composing === undefined ? <Page title={t('pages.ask')} narrow><Loading what={t('law')} /></Page> : <AskPage writing={writing} composing={composing} />;
}

/** What are you deciding, how soon, and who has to be asked for what? */
export function AskPage({ writing: { kept, draft, change }, composing }: { writing: Writing; composing: Composing }): ReactElement {
  const { t } = useTranslation('newCheck');
  const navigate = useNavigate();
  const { errors, errorAt, check } = useFaults();
  const { own, law, agencies, on } = composing;
  const goOn = (): void => {
    if (!check(faultsOfAsking(draft, on))) return;
    void kept.save();
    void navigate(linkTo('why', kept.id));
  };
  return (
    <Page title={t('pages.ask')} caption={t('step', { number: 2 })} back={{ href: linkTo('people', kept.id), label: t('back') }} errors={errors} narrow>
      <Form onSubmit={goOn}>
        <Radios
          name="purpose" legend={t('ask.purpose')} legendSize="m" error={errorAt('purpose')} value={draft.purpose ?? ''} onChange={(purpose) => { change((before) => withPurpose(before, purpose as Purpose, own.nation)); }}
          items={PURPOSES.map((purpose) => ({ value: purpose, label: t(`purposes.${purpose}`) }))}
        />
        <UrgencyChoice draft={draft} law={law} agencies={agencies.filter(({ id }) => draft.asked.some(({ agency }) => agency === id))} error={errorAt('urgency')} change={change} />
        {!draft.isRecordOnly && <Agencies draft={draft} composing={composing} errorAt={errorAt} change={change} />}
        <Button>{t('goOn')}</Button>
        <DraftNote draft={kept} />
      </Form>
    </Page>
  );
}

interface AgenciesProps { draft: CheckDraft; composing: Composing; errorAt: Faults['errorAt']; change: Writing['change'] }

function Agencies({ draft, composing, errorAt, change }: AgenciesProps): ReactElement {
  const { t } = useTranslation('newCheck');
  const { language } = useLanguage();
  const all = inAskingOrder(composing.agencies, composing.own.id, language);
  const [first, rest] = [all.slice(0, MOST_AGENCIES), all.slice(MOST_AGENCIES)];
  return (
    <>
      <Choice draft={draft} composing={composing} errorAt={errorAt} change={change} name="agencies" legend={t('ask.agencies')} agencies={first} error={errorAt('agencies')} />
      {rest.length > 0 && (
        <Details summary={t('ask.otherAgencies', { count: rest.length })} open={rest.some(({ id }) => draft.asked.some(({ agency }) => agency === id)) ? true : undefined}>
          <Choice draft={draft} composing={composing} errorAt={errorAt} change={change} name="other-agencies" legend={t('ask.others')} agencies={rest} />
        </Details>
      )}
      <Counted draft={draft} />
    </>
  );
}

function Choice({ draft, composing, errorAt, change, name, legend, agencies, error }: AgenciesProps & { name: string; legend: string; agencies: readonly KnownAgency[]; error?: string | undefined }): ReactElement {
  const { language } = useLanguage();
  const contacts = useContacts().data ?? [];
  const { law, on } = composing;
  const here = new Set(agencies.map(({ id }) => id));
  const elsewhere = draft.asked.map(({ agency }) => agency).filter((agency) => !here.has(agency));
  const inside = (agency: KnownAgency): { conditional?: ReactElement } => {
    const of = draft.asked.find((each) => each.agency === agency.id);
    if (of === undefined) return {};
    const contact = contacts.find((each) => each.agency === agency.id);
    return { conditional: <AgencyQuestions agency={agency} of={of} law={law} people={draft.people} on={on} contact={contact} errorAt={errorAt} change={(next) => { change((before) => withAsked(before, agency.id, next)); }} /> };
  };
  return (
    <Checkboxes
      name={`${name}[]`} idPrefix={name} legend={legend} legendSize="m" error={error} values={draft.asked.map(({ agency }) => agency)} onChange={(ticked) => { change((before) => withAgencies(before, [...elsewhere, ...ticked], inAskingOrder(composing.agencies, composing.own.id, language), law.packs)); }}
      items={agencies.map((agency) => ({ value: agency.id, label: agency.name[language], ...inside(agency) }))}
    />
  );
}

/** How much is asked, and a question back where it is much. */
function Counted({ draft: { asked, people } }: { draft: CheckDraft }): ReactElement {
  const { t } = useTranslation('newCheck');
  const questions = asked.reduce((sum, { categories }) => sum + categories.length, 0);
  return (
    <>
      <p className="govuk-body" id="counted">{[t('count.agencies', { count: asked.length }), t('count.questions', { count: questions }), t('count.people', { count: people.length })].join(', ')}.</p>
      {(asked.length > MANY_AGENCIES || people.length > MANY_PEOPLE) && <InsetText>{t('ask.widely')}</InsetText>}
    </>
  );
}
