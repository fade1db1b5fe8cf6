import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { londonDay } from '@lateral/domain/deadlines';
import { Button, Textarea } from '../components/index.js';
import { useDesk } from '../frame/desk.js';
import { Page } from '../frame/page.js';
import { DraftNote } from '../frame/use-draft.js';
import { nextPseudonym, type PersonDraft } from './check-draft.js';
import { CheckPage } from './check-page.js';
import { Form } from './form.js';
import { PasteBox } from './paste-box.js';
import { faultsOfPeople, isBlank, withAnother } from './people.js';
import { PersonBlock } from './person-block.js';
import { ReusePeople } from './reuse-people.js';
import { linkTo, type Writing } from './use-check.js';
import { useFaults } from './use-faults.js';

export function Component(): ReactElement {
  return <CheckPage page="people">{(writing) => <PeoplePage writing={writing} />}</CheckPage>;
}

/** Who is this about? */
export function PeoplePage({ writing: { kept, draft, change } }: { writing: Writing }): ReactElement {
  const { t } = useTranslation('newCheck');
  const { now } = useDesk();
  const navigate = useNavigate();
  const { errors, errorAt, check } = useFaults();
  const focusSoon = useFocusSoon();
  const add = (people: readonly PersonDraft[]): void => {
    change((before) => ({ ...before, people: withPeople(before.people, people) }));
    focusSoon(`${draft.people.every(isBlank) ? 'p1' : nextPseudonym(draft.people.filter((each) => !isBlank(each)))}-given`);
  };
  const another = (): void => {
    change((before) => ({ ...before, people: withAnother(before.people) }));
    focusSoon(`${nextPseudonym(draft.people)}-given`);
  };
  const goOn = (): void => {
    if (!check(faultsOfPeople(draft, londonDay(now())))) return;
    change((before) => ({ ...before, people: before.people.filter((each) => !isBlank(each)) }));
    void kept.save();
    void navigate(linkTo('ask', kept.id));
  };
  return (
    <Page title={t('pages.people')} caption={t('step', { number: 1 })} errors={errors} narrow>
      <p className="govuk-body">{t('people.who')}</p>
      <Form onSubmit={goOn}>
        <PasteBox pasted={draft.pasted} onPasted={(pasted) => { change({ pasted }); }} onPeople={add} />
        <ReusePeople onPeople={add} />
        {draft.people.map((person, at) => (
          <PersonBlock
            key={person.id} person={person} number={at + 1} errorAt={errorAt} change={(next) => { change((before) => ({ ...before, people: before.people.map((each) => (each.id === person.id ? { ...each, ...next } : each)) })); }}
            remove={draft.people.length === 1 ? undefined : () => { change((before) => ({ ...before, people: before.people.filter(({ id }) => id !== person.id) })); focusSoon('add-person'); }}
          />
        ))}
        <Button type="button" variant="secondary" id="add-person" onClick={another}>{t('people.another')}</Button>
        <WhatHappened writing={{ kept, draft, change }} errorAt={errorAt} />
        <Button>{t('goOn')}</Button>
        <DraftNote draft={kept} />
      </Form>
    </Page>
  );
}

function WhatHappened({ writing: { draft, change }, errorAt }: { writing: Writing; errorAt: (field: string) => string | undefined }): ReactElement {
  const { t } = useTranslation('newCheck');
  return (
    <>
      <Textarea id="what-happened" label={t('people.happened')} labelSize="m" hint={t('people.happenedHint')} rows={4} lang={draft.language} error={errorAt('what-happened')} value={draft.referralReason} onChange={(event) => { change({ referralReason: event.currentTarget.value }); }} />
      <Textarea id="known" label={t('people.known')} labelSize="m" hint={t('people.knownHint')} rows={3} lang={draft.language} value={draft.serviceHistory} onChange={(event) => { change({ serviceHistory: event.currentTarget.value }); }} />
    </>
  );
}

/** Those who are there and those who were read or taken over, each under a pseudonym of their own; blocks nobody wrote in make room. */
export function withPeople(there: readonly PersonDraft[], added: readonly PersonDraft[]): PersonDraft[] {
  return added.reduce<PersonDraft[]>((people, person) => [...people, { ...person, id: nextPseudonym(people) }], there.filter((each) => !isBlank(each)));
}

/** Moves to a field that the next rendering brings. */
function useFocusSoon(): (id: string) => void {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    const field = wanted.current === null ? null : document.getElementById(wanted.current);
    if (field === null) return;
    wanted.current = null;
    field.focus();
  });
  return (id) => { wanted.current = id; };
}
