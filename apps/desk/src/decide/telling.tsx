import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkboxes, Hint, Radios, Textarea } from '../components/index.js';
import type { ReadRequest } from '../check/wanted.js';
import { useAgencyNames } from '../data/people.js';
import { usedIn } from './compose.js';
import { USED, withTell, type DecideDraft, type TellDraft, type Used } from './decide-draft.js';
import type { DecideFormProps } from './deciding.js';

/** What each agency will be told. Who is told is ticked beforehand: closing the loop is the rule. */
export function Telling({ read, draft, change }: Pick<DecideFormProps, 'read' | 'draft' | 'change'>): ReactElement {
  const { t } = useTranslation('decide');
  return (
    <section aria-labelledby="telling">
      <h2 className="govuk-heading-m" id="telling">{t('tell.title')}</h2>
      <Hint>{t('tell.how')}</Hint>
      {draft.tell.map((tell) => {
        const found = read.find(({ view }) => view.id === tell.request);
        return found === undefined ? null : <One key={tell.request} found={found} tell={tell} draft={draft} change={change} />;
      })}
    </section>
  );
}

function One({ found, tell, draft, change }: { found: ReadRequest; tell: TellDraft; draft: DecideDraft; change: DecideFormProps['change'] }): ReactElement {
  const { t } = useTranslation('decide');
  const agencyName = useAgencyNames();
  const { request } = tell;
  const agency = agencyName(found.view.asked);
  const set = (next: Partial<TellDraft>): void => { change((before) => withTell(before, request, next)); };
  if (found.question === null) return <p className="govuk-body"><strong>{agency}</strong>: {t(`tell.${whyNot(found)}`)}</p>;
  const used = usedIn(draft, tell, found);
  const more = (
    <>
      {used !== null && <Radios name={`used-${request}`} legend={<>{t('tell.used')} <span className="govuk-visually-hidden">({agency})</span></>} inline small value={used} onChange={(value) => { set({ used: value as Used }); }} items={USED.map((each) => ({ value: each, label: t(`used.${each}`) }))} />}
      <Textarea id={`words-${request}`} label={t('tell.words', { agency })} hint={t('tell.wordsHint')} rows={2} value={tell.words} onChange={(event) => { set({ words: event.currentTarget.value }); }} />
    </>
  );
  return <Checkboxes name={`tell-${request}`} values={tell.isTold ? ['tell'] : []} onChange={(ticked) => { set({ isTold: ticked.length > 0 }); }} items={[{ value: 'tell', label: t('tell.isTold', { agency }), conditional: more }]} />;
}

/** Why an agency cannot be told: what it was asked is not open here. */
function whyNot({ isSealed, view }: ReadRequest): 'openFirst' | 'takenBack' | 'sealed' {
  if (isSealed) return 'openFirst';
  return view.state === 'withdrawn' ? 'takenBack' : 'sealed';
}
