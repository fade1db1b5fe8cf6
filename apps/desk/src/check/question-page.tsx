import { useCallback, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { TERMINAL_STATES } from '@lateral/domain';
import { Prose } from '../words/prose.js';
import { Details, errorAt, InsetText, Textarea } from '../components/index.js';
import { useAgencyNames } from '../data/people.js';
import { useDesk, useMember } from '../frame/desk.js';
import { DraftNote } from '../frame/use-draft.js';
import { useOutgoing } from '../frame/use-outgoing.js';
import type { WriteKey } from '../hub/hub.js';
import { useComposing } from '../new-check/use-check.js';
import { reasonFieldOf } from '../reasons/reasons.js';
import { ActForm, ActPage, type ActProps } from './act-page.js';
import { OpenEverything } from './check-page.js';
import { correctionLetter, followUp, furtherLetter, type FurtherQuestion } from './further.js';
import { useQuestionDraft, type QuestionDraft } from './further-draft.js';
import { isQuestion, type OpenedQuestion } from '../data/opened-question.js';
import { PutRight, useMade } from './put-right.js';
import { InEmergency, useStops, Warnings } from './rules.js';
import { useReadCheck } from './use-read.js';

export function Component(): ReactElement {
  const { t } = useTranslation('check');
  return <ActPage title={t('ask.title')}>{({ view, ...props }) => view !== null && <FollowUp key={view.id} {...props} view={view} />}</ActPage>;
}

type Props = ActProps & { view: NonNullable<ActProps['view']> };

/** The question that is added is made of the one that was asked, so that one is opened first. */
function FollowUp(props: Props): ReactElement {
  const { t } = useTranslation('check');
  const { check, view, act } = props;
  const whole = useReadCheck(check);
  const question = whole.read.find((each) => each.view.id === view.id)?.question ?? null;
  const alone = TERMINAL_STATES.includes(view.state);
  if (alone && check.state !== 'open') return <InsetText>{t('ask.closed')}</InsetText>;
  if (!isQuestion(question)) return <><p className="govuk-body">{t('ask.sealed')}</p><OpenEverything whole={whole} act={act} /></>;
  return <Asking {...props} question={question} alone={alone} />;
}

function Asking({ check, view, act, done, question, alone }: Props & { question: OpenedQuestion; alone: boolean }): ReactElement | null {
  const { t } = useTranslation('check');
  const agencyName = useAgencyNames();
  const kept = useQuestionDraft(view);
  const { more, acknowledgements, override = null } = kept.value;
  const composing = useComposing();
  const asked = composing?.agencies.find(({ id }) => id === view.asked);
  const urgency = alone ? check.urgency : view.urgency;
  const { further, under, wanted } = useMade(question, kept.value, useCallback((of, as) => (composing === undefined || asked === undefined || more.trim() === '' ? null : followUp(of, more, { alone, around: composing, asked, urgency, acknowledgements, override: as })), [composing, asked, more, alone, urgency, acknowledgements]));
  const { send, forget } = useSend({ check, view, corrects: question.message }, alone);
  const stops = useStops((finding) => reasonFieldOf(finding) ?? 'more');
  const change = (next: Partial<QuestionDraft>): void => { forget(); kept.set((before) => ({ ...before, ...next })); };
  const submit = (): void => {
    if (further === null) return act.refuse([{ field: 'more', message: t('ask.needed') }]);
    const errors = stops(further);
    if (errors.length > 0) return act.refuse(errors);
    void act.run(async () => {
      await send(further);
      await kept.discard();
      await done('added');
    });
  };
  const agency = agencyName(view.asked);
  if (!kept.ready) return null;
  return (
    <ActForm reference={check.reference} go={t('ask.send')} busy={act.busy} onSubmit={submit}>
      <InsetText>{t(alone ? 'ask.alone' : 'ask.corrects', { agency })}</InsetText>
      <Details summary={t('ask.before')}><div lang={question.body.language}><Prose text={question.body.question} /></div></Details>
      <Textarea id="more" label={t('ask.more')} labelSize="m" hint={t('ask.hint')} lang={question.body.language} error={errorAt(act.errors, 'more')} value={more} onChange={(event) => { change({ more: event.currentTarget.value }); }} />
      <PutRight question={question} reasons={kept.value.reasons} wanted={wanted} errors={act.errors} set={(reasons) => { change({ reasons }); }} />
      <Warnings judged={further?.judged ?? null} given={further?.record.acknowledgements ?? acknowledgements} set={(given) => { change({ acknowledgements: given }); }} errors={act.errors} />
      <InEmergency further={further} under={under} override={override} urgency={urgency} set={(as) => { change({ override: as }); }} />
      <DraftNote draft={kept} />
    </ActForm>
  );
}

interface Parcel { message: string; post: (key: WriteKey) => Promise<unknown> }

/** Sealed once and posted under one gesture; pressed again after silence, the very same goes again. */
function useSend({ check, view, corrects }: Pick<Props, 'check' | 'view'> & { corrects: string }, alone: boolean): { send: (further: FurtherQuestion) => Promise<void>; forget: () => void } {
  const { hub, keeper, newId } = useDesk();
  const me = useMember();
  const outgoing = useOutgoing(useCallback(async ({ message, post }: Parcel, key: WriteKey) => {
    await keeper.confirm('send-share', [message]);
    await post(key);
  }, [keeper]));
  const send = (further: FurtherQuestion): Promise<void> => outgoing.send(async () => {
    const [message, request] = [newId(), newId()];
    const letter = alone ? furtherLetter(further, { check: check.id, request, to: view.asked, message }) : correctionLetter(further, { view, corrects, message });
    const [envelope] = await keeper.seal(me, [letter]);
    const heading = alone ? {} : await keeper.sealHeading(message, further.body);
    const post = alone
      ? (key: WriteKey) => hub.askFurther(check.reference, { version: check.version, requests: [{ id: request, agency: view.asked, envelope: envelope! }] }, key)
      : (key: WriteKey) => hub.correctRequest(view.id, { version: view.version, envelope: envelope!, ...heading }, key);
    return { message, post };
  });
  return { send, forget: outgoing.forget };
}
