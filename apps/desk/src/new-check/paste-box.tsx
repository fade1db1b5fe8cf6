import type { ClipboardEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { londonDay } from '@lateral/domain/deadlines';
import { peopleOf } from '@lateral/domain/pasted';
import { Button, Details, Textarea } from '../components/index.js';
import { useDesk } from '../frame/desk.js';
import type { Pasted, PersonDraft } from './check-draft.js';
import { peopleFrom, unreadIn } from './people.js';

interface PasteBoxProps { pasted: Pasted | undefined; onPasted: (pasted: Pasted) => void; onPeople: (people: PersonDraft[]) => void }
const NOTHING: Pasted = { text: '', read: null };

/** A block from a case system, read in this page into fields that the writer confirms below. Lines that found none are kept with the check. */
export function PasteBox({ pasted: { text, read } = NOTHING, onPasted, onPeople }: PasteBoxProps): ReactElement {
  const { t } = useTranslation('newCheck');
  const { now } = useDesk();
  const sort = (whole: string): void => {
    const all = peopleOf(whole, londonDay(now()));
    const found = all.filter(({ name, dob, relation, identifiers }) => name !== null || dob !== null || relation !== null || identifiers.length > 0);
    onPasted({ text: found.length === 0 ? whole : '', read: { count: found.length, unread: unreadIn(all) } });
    if (found.length > 0) onPeople(peopleFrom(found));
  };
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const whole = event.clipboardData.getData('text');
    if (text !== '' || whole.trim() === '') return;
    event.preventDefault();
    sort(whole);
  };
  return (
    <Details summary={t('paste.title')} open>
      <Textarea id="paste" label={t('paste.label')} hint={t('paste.hint')} rows={4} value={text} onChange={(event) => { onPasted({ text: event.currentTarget.value, read }); }} onPaste={paste} />
      <Button type="button" variant="secondary" disabled={text.trim() === ''} onClick={() => { sort(text); }}>{t('paste.sort')}</Button>
      <div role="status">{read !== null && <p className="govuk-body">{t('paste.found', { count: read.count })}</p>}</div>
      {read !== null && read.unread.length > 0 && <><p className="govuk-body">{t('paste.unread')}</p><ul className="govuk-list govuk-list--bullet" translate="no">{read.unread.map((line, at) => <li key={at}>{line}</li>)}</ul></>}
    </Details>
  );
}
