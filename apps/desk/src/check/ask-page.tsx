import { useCallback, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AskFurtherBody } from '@lateral/contracts';
import { packFor, type QuestionPack } from '@lateral/domain/packs';
import { Checkboxes, errorAt, InsetText, Radios, Textarea } from '../components/index.js';
import { useDesk, useMember } from '../frame/desk.js';
import { DraftNote } from '../frame/use-draft.js';
import { useOutgoing } from '../frame/use-outgoing.js';
import type { WriteKey } from '../hub/hub.js';
import { inAskingOrder, usualQuestions } from '../new-check/ask.js';
import type { Composing } from '../new-check/compose.js';
import { useComposing } from '../new-check/use-check.js';
import { reasonFieldOf } from '../reasons/reasons.js';
import { useLanguage } from '../words/use-language.js';
import { ActForm, ActPage, type ActProps } from './act-page.js';
import { OpenEverything } from './check-page.js';
import { furtherAgency, furtherLetter, type FurtherQuestion } from './further.js';
import { useAgencyAdded, type AgencyAdded } from './further-draft.js';
import { isQuestion, type OpenedQuestion } from '../data/opened-question.js';
import { PutRight, useMade, type Made } from './put-right.js';
import { InEmergency, useStops, Warnings } from './rules.js';
import { useReadCheck } from './use-read.js';

/** Another agency in a check that is open: the same people and reasons, with its own questions. */
export function Component(): ReactElement {
  const { t } = useTranslation('check');
  return <ActPage title={t('add.title')}>{(props) => <Add key={props.check.id} {...props} />}</ActPage>;
}

function Add(props: ActProps): ReactElement {
  const { t } = useTranslation('check');
  const { check, act } = props;
  const whole = useReadCheck(check);
  const composing = useComposing();
  const questions = whole.read.map((each) => each.question).filter(isQuestion);
  // Made of one that went as an emergency, it would lack what that one lacked.
  const question = questions.find(({ record }) => record.override === null) ?? questions[0];
  if (check.state !== 'open') return <InsetText>{t('add.notOpen')}</InsetText>;
  if (question === undefined) return <><p className="govuk-body">{t('ask.sealed')}</p><OpenEverything whole={whole} act={act} /></>;
  return composing === undefined ? <></> : <Asking {...props} question={question} composing={composing} />;
}

function Asking({ check, act, done, question, composing }: ActProps & { question: OpenedQuestion; composing: Composing }): ReactElement | null {
  const { t } = useTranslation('check');
  const { language } = useLanguage();
  const kept = useAgencyAdded(check);
  const { agency, acknowledgements, override = null } = kept.value;
  const { agencies, own, law } = composing;
  const free = inAskingOrder(agencies, own.id, language).filter(({ id }) => !check.requests.some(({ asked }) => asked === id));
  const asked = free.find(({ id }) => id === agency);
  const { further, under, wanted } = useFurther(kept.value, { question, composing, urgency: check.urgency });
  const { outgoing, parcelOf } = useSend(check);
  const stops = useStops((finding) => reasonFieldOf(finding) ?? 'questions');
  const change = (next: Partial<AgencyAdded>): void => { outgoing.forget(); kept.set((before) => ({ ...before, ...next })); };
  const choose = (id: string): void => {
    const found = free.find((each) => each.id === id);
    change({ agency: id, categories: found === undefined ? [] : usualQuestions(packFor(law.packs, found.type)), acknowledgements: [] });
  };
  const submit = (): void => {
    if (asked === undefined) return act.refuse([{ field: 'agency', message: t('add.needed') }]);
    if (further === null) return act.refuse([{ field: 'questions', message: t('add.questionNeeded') }]);
    const errors = stops(further);
    if (errors.length > 0) return act.refuse(errors);
    void act.run(async () => {
      await outgoing.send(() => parcelOf(asked.id, further));
      await kept.discard();
      await done('added');
    });
  };
  if (!kept.ready) return null;
  if (free.length === 0) return <InsetText>{t('add.none')}</InsetText>;
  return (
    <ActForm reference={check.reference} go={t('ask.send')} busy={act.busy} onSubmit={submit}>
      <Radios name="agency" legend={t('add.which')} legendSize="m" error={errorAt(act.errors, 'agency')} value={agency} onChange={choose} items={free.map(({ id, name }) => ({ value: id, label: name[language] }))} />
      {asked !== undefined && <Questions draft={kept.value} pack={packFor(law.packs, asked.type)} lang={question.body.language} error={errorAt(act.errors, 'questions')} change={change} />}
      <PutRight question={question} reasons={kept.value.reasons} wanted={wanted} errors={act.errors} set={(reasons) => { change({ reasons }); }} />
      <Warnings judged={further?.judged ?? null} given={acknowledgements} set={(given) => { change({ acknowledgements: given }); }} errors={act.errors} />
      <InEmergency further={further} under={under} override={override} urgency={check.urgency} set={(as) => { change({ override: as }); }} />
      <DraftNote draft={kept} />
    </ActForm>
  );
}

interface QuestionsProps { draft: AgencyAdded; pack: QuestionPack; lang: string; error: ReactNode; change: (next: Partial<AgencyAdded>) => void }

/** What the agency is asked: questions of its pack, and others beside them. */
function Questions({ draft: { categories, more }, pack, lang, error, change }: QuestionsProps): ReactElement {
  const { t } = useTranslation('check');
  const { language } = useLanguage();
  return (
    <>
      <Checkboxes name="questions" legend={t('add.questions')} legendSize="m" error={error} values={categories} onChange={(ticked) => { change({ categories: [...ticked] }); }} items={pack.categories.map(({ code, name, prompt }) => ({ value: code, label: name[language], hint: prompt[language] }))} />
      <Textarea id="more" label={t('add.more')} hint={t('ask.hint')} lang={lang} rows={3} value={more} onChange={(event) => { change({ more: event.currentTarget.value }); }} />
    </>
  );
}

interface Around { question: OpenedQuestion; composing: Composing; urgency: ActProps['check']['urgency'] }

/** What is put to the agency that was chosen, and what it would be as an emergency or as none. */
function useFurther(draft: AgencyAdded, { question, composing, urgency }: Around): Made {
  const { agency, categories, more, acknowledgements } = draft;
  return useMade(question, draft, useCallback((of, as) => {
    const asked = composing.agencies.find(({ id }) => id === agency);
    return asked === undefined || categories.length === 0 ? null : furtherAgency(of, { categories, more }, { around: composing, asked, urgency, acknowledgements, override: as });
  }, [agency, categories, more, composing, urgency, acknowledgements]));
}

interface Parcel { message: string; body: AskFurtherBody }

function useSend({ id, reference, version }: ActProps['check']): { outgoing: { send: (make: () => Promise<Parcel>) => Promise<unknown>; forget: () => void }; parcelOf: (to: string, further: FurtherQuestion) => Promise<Parcel> } {
  const { hub, keeper, newId } = useDesk();
  const me = useMember();
  const outgoing = useOutgoing(useCallback(async ({ message, body }: Parcel, key: WriteKey) => {
    await keeper.confirm('send-share', [message]);
    return hub.askFurther(reference, body, key);
  }, [hub, keeper, reference]));
  const parcelOf = async (to: string, further: FurtherQuestion): Promise<Parcel> => {
    const [message, request] = [newId(), newId()];
    const [envelope] = await keeper.seal(me, [furtherLetter(further, { check: id, request, to, message })]);
    return { message, body: { version, requests: [{ id: request, agency: to, envelope: envelope! }] } };
  };
  return { outgoing, parcelOf };
}
