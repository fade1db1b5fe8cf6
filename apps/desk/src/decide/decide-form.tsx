import { type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { OUTCOMES, type Outcome } from '@lateral/domain';
import { Button, errorAt, NotificationBanner, Radios, Select, Textarea } from '../components/index.js';
import { useAgencyNames } from '../data/people.js';
import { Form } from '../new-check/form.js';
import { unansweredIn } from './compose.js';
import { asksWhyNotStrategy, USUAL_OUTCOMES } from './decide-draft.js';
import type { DecideFormProps } from './deciding.js';
import { faultsOf } from './errors.js';
import { Relied } from './relied.js';
import { Telling } from './telling.js';

const ELSE = 'else';

/** One page from who has not answered to what everybody is told. Questions that need no answer are not asked. */
export function DecideForm(props: DecideFormProps): ReactElement {
  const { t } = useTranslation('decide');
  const { read, check, draft, change, act, send } = props;
  const wrong = (field: string): string | undefined => errorAt(act.errors, field);
  const set = (name: 'rationale' | 'whyNotStrategy' | 'referrer', value: string): void => { change((before) => ({ ...before, [name]: value })); };
  const submit = (): void => {
    const faults = faultsOf(draft, { read, urgency: check.urgency });
    if (faults.length > 0) return act.refuse(faults.map(({ field, code }) => ({ field, message: t(`fault.${code}`) })));
    send();
  };
  const tells = draft.tell.filter(({ isTold, request }) => isTold && read.some(({ view, question }) => view.id === request && question !== null)).length;
  return (
    <Form onSubmit={submit}>
      <Missing {...props} error={wrong('without-answers')} />
      <Choosing draft={draft} change={change} error={wrong('outcome')} />
      {asksWhyNotStrategy(draft.outcome, check.urgency) && <Textarea id="why-not-strategy" label={t('whyNot.label')} labelSize="m" hint={t('whyNot.hint')} rows={3} error={wrong('why-not-strategy')} value={draft.whyNotStrategy} onChange={(event) => { set('whyNotStrategy', event.currentTarget.value); }} />}
      <Textarea id="rationale" label={t('rationale.label')} labelSize="m" hint={t('rationale.hint')} error={wrong('rationale')} value={draft.rationale} onChange={(event) => { set('rationale', event.currentTarget.value); }} />
      <Relied read={read} draft={draft} change={change} />
      <Telling read={read} draft={draft} change={change} />
      <Textarea id="referrer" label={t('referrer.label')} labelSize="m" hint={t('referrer.hint')} rows={3} value={draft.referrer} onChange={(event) => { set('referrer', event.currentTarget.value); }} />
      <Button type="submit" disabled={act.busy}>{act.busy ? t('sending') : tells === 0 ? t('sendNobody') : t('send', { count: tells })}</Button>
    </Form>
  );
}

/** Who has not answered, in a banner, and why it is decided all the same. */
function Missing({ read, draft, change, error }: DecideFormProps & { error: Parameters<typeof Radios>[0]['error'] }): ReactElement | null {
  const { t } = useTranslation(['decide', 'frame']);
  const agencyName = useAgencyNames();
  const missing = unansweredIn(read);
  if (missing.length === 0) return null;
  return (
    <>
      <NotificationBanner title={t('frame:important')} titleId="missing" heading={t('missing.title', { count: missing.length, names: missing.map(({ asked }) => agencyName(asked)).join(', ') })} />
      <Textarea id="without-answers" label={t('missing.why')} labelSize="m" hint={t('missing.hint')} rows={3} error={error} value={draft.withoutAnswers} onChange={(event) => { const { value } = event.currentTarget; change((before) => ({ ...before, withoutAnswers: value })); }} />
    </>
  );
}

/** The usual outcomes, and behind "something else" all the others. */
function Choosing({ draft: { outcome }, change, error }: Pick<DecideFormProps, 'draft' | 'change'> & { error: Parameters<typeof Radios>[0]['error'] }): ReactElement {
  const { t } = useTranslation(['decide', 'codes']);
  const others = OUTCOMES.filter((each) => !USUAL_OUTCOMES.includes(each));
  const isOther = outcome !== null && others.includes(outcome);
  const choose = (value: string): void => { change((before) => ({ ...before, outcome: (value === ELSE ? others[0] ?? null : value) as Outcome | null })); };
  const which = (
    <Select id="other-outcome" label={t('outcome.elseLabel')} value={isOther ? outcome : ''} onChange={(event) => { choose(event.currentTarget.value); }}>
      {others.map((each) => <option key={each} value={each}>{t(`codes:outcome.${each}`)}</option>)}
    </Select>
  );
  return (
    <Radios
      name="outcome" legend={t('outcome.legend')} legendSize="m" error={error} value={isOther ? ELSE : outcome ?? ''} onChange={choose}
      items={[...USUAL_OUTCOMES.map((each) => ({ value: each as string, label: t(`codes:outcome.${each}`) })), { value: ELSE, label: t('outcome.else'), conditional: which }]}
    />
  );
}
