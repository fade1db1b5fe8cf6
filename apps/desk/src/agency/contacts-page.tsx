import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { STEP_UP_OBJECTS, type ContactBody, type OwnContactView } from '@lateral/contracts';
import { londonDay } from '@lateral/domain/deadlines';
import { Button, errorAt, InsetText, SummaryList } from '../components/index.js';
import { KEYS } from '../data/keys.js';
import { useOwnContact } from '../data/people.js';
import { useDesk, useMember } from '../frame/desk.js';
import { Shown } from '../frame/reading.js';
import { useAct, type Act } from '../frame/use-act.js';
import { useOutgoing } from '../frame/use-outgoing.js';
import { HubProblem } from '../hub/hub.js';
import { agoOf, dayOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';
import { AgencyPage } from './agency-page.js';
import { contactFrom, fieldsOf, type ContactFault, type ContactFields } from './contact-fields.js';
import { ContactInputs } from './contact-inputs.js';
import { hoursInWords } from './change-words.js';

/** How the own agency can be spoken to, when, where its notices go, and the policy document that its shares name. Saying it again verifies it. */
export function Component(): ReactElement {
  const { t } = useTranslation('agency');
  const { agency } = useMember();
  const contact = useOwnContact(agency);
  const act = useAct();
  return (
    <AgencyPage act="change-contact" title={t('contact.title')} errors={act.errors} narrow>
      <Shown query={contact} what={t('contact.what')}>{(view) => <ContactForm view={view} act={act} again={() => contact.refetch().then(({ data }) => data)} />}</Shown>
    </AgencyPage>
  );
}

interface FormProps { view: OwnContactView; act: Act; again: () => Promise<OwnContactView | undefined> }

function ContactForm({ view, act, again }: FormProps): ReactElement {
  const { t } = useTranslation('agency');
  const [fields, setFields] = useState(() => fieldsOf(view));
  // What is saved replaces the version that was looked at, and no other.
  const [looked, setLooked] = useState(view.version);
  const [told, setTold] = useState('');
  const [isChanged, setChanged] = useState(false);
  const { save, forget } = useSaving();
  const say = useFaultWords();
  const send = async (body: ContactBody): Promise<void> => {
    let isConflict = false;
    const isSaved = await act.run(async () => {
      try {
        setLooked((await save(body)).version);
      } catch (error) {
        isConflict = error instanceof HubProblem && error.code === 'version-changed';
        if (!isConflict) throw error;
        setLooked((await again())?.version ?? body.version);
      }
    });
    setChanged(isConflict);
    if (isConflict) act.refuse([{ message: t('contact.changed') }]);
    else if (isSaved) setTold(t('contact.saved'));
  };
  const submit = (): void => {
    setTold('');
    const read = contactFrom(fields, looked);
    return read.ok ? void send(read.body) : act.refuse(read.faults.map((fault) => ({ field: fault.field, message: say(fault) })));
  };
  return (
    <>
      <Verified view={view} />
      {isChanged && <WhatThereIs view={view} />}
      <form method="dialog" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <ContactInputs fields={fields} onChange={(change: Partial<ContactFields>) => { forget(); setFields({ ...fields, ...change }); }} errorOf={(field) => errorAt(act.errors, field)} />
        <Button disabled={act.busy}>{t('contact.save')}</Button>
        <p className="govuk-body" role="status">{told}</p>
      </form>
    </>
  );
}

/** Saves all of it after a gesture for the agency's contact. */
function useSaving(): { save: (body: ContactBody) => Promise<OwnContactView>; forget: () => void } {
  const { hub, keeper } = useDesk();
  const { agency } = useMember();
  const queries = useQueryClient();
  const outgoing = useOutgoing<ContactBody, OwnContactView>(async (body, key) => {
    await keeper.confirm('change-roster', [STEP_UP_OBJECTS.contact(agency)]);
    return hub.putContact(agency, body, key);
  });
  const save = async (body: ContactBody): Promise<OwnContactView> => {
    const saved = await outgoing.send(() => Promise.resolve(body));
    queries.setQueryData(KEYS.ownContact(agency), saved);
    await queries.invalidateQueries({ queryKey: KEYS.contacts });
    return saved;
  };
  return { save, forget: outgoing.forget };
}

function useFaultWords(): (fault: ContactFault) => string {
  const { t } = useTranslation('agency');
  return (fault) => (fault.fault === 'hours' ? t('hours.wrong', { day: t(`day.d${fault.day}`) }) : t(`contact.wrong.${fault.fault}`));
}

function Verified({ view: { verifiedAt, policyDocument } }: { view: OwnContactView }): ReactElement {
  const { t } = useTranslation('agency');
  const { now } = useDesk();
  const { language } = useLanguage();
  const isOver = policyDocument !== null && policyDocument.reviewDate < londonDay(now());
  return (
    <>
      <p className="govuk-body">{verifiedAt === null ? t('contact.never') : t('contact.verified', { ago: agoOf(verifiedAt, now(), language), day: dayOf(verifiedAt, language) })}</p>
      {isOver && <InsetText>{t('contact.policy')}: {t('contact.reviewOver')}</InsetText>}
    </>
  );
}

/** What somebody else saved meanwhile, to be looked at before it is replaced. */
function WhatThereIs({ view }: { view: OwnContactView }): ReactElement {
  const { t } = useTranslation('agency');
  const { language } = useLanguage();
  const { policyDocument: policy } = view;
  const rows = [
    [t('contact.phone'), view.phone], [t('contact.night'), view.outOfHoursPhone], [t('contact.hours'), hoursInWords(view.hours, t)], [t('contact.mailbox'), view.mailbox], [t('contact.escalation'), view.escalationMailbox], [t('contact.language'), t(`contact.languages.${view.language}`)],
    [t('contact.policy'), policy === null ? null : `${policy.id}, ${policy.version}, ${dayOf(policy.reviewDate, language)}`],
  ];
  return <section aria-labelledby="contact-now"><h2 className="govuk-heading-m" id="contact-now">{t('contact.now')}</h2><SummaryList rows={rows.map(([key, value]) => ({ key, value: value ?? '' }))} /></section>;
}
