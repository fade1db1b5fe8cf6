import { useRef, type ClipboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Textarea } from '../components/index.js';
import { useDesk } from '../frame/desk.js';
import { useAnswerForm } from './form.js';
import { ItemCard } from './item-card.js';
import { itemsFromPaste, newItem } from './items.js';
import { Reasons } from './reasons.js';
import { Systems } from './systems.js';

/** What is held, pasted or typed, as items; then where it was searched for, and why it is given. */
export function Sharing(): ReactElement {
  return <><Items /><Systems /><Reasons /></>;
}

/** One box for a paste, and the items it becomes. */
export function Items(): ReactElement {
  const { t } = useTranslation('answer');
  const { draft, change, sorting } = useAnswerForm();
  const list = useRef<HTMLDivElement>(null);
  const { announcer } = useDesk();
  const sort = (pasted: string): void => {
    const items = itemsFromPaste(pasted, draft.items, sorting);
    change({ items, pasted: '' });
    announcer.say(t('items.sorted', { number: items.length - draft.items.length }));
    // The next thing to do is to look at what it became.
    setTimeout(() => { list.current?.querySelector<HTMLElement>('h3')?.focus(); });
  };
  const add = (): void => {
    const item = newItem(draft.items, sorting);
    change({ items: [...draft.items, item] });
    setTimeout(() => { document.getElementById(`${item.id}-text`)?.focus(); });
  };
  const unconfirmed = draft.items.filter(({ confirmed }) => !confirmed).length;
  return (
    <>
      <PasteBox sort={sort} />
      <div ref={list}>
        {draft.items.length > 0 && <h3 className="govuk-heading-m" tabIndex={-1}>{t('items.title', { number: draft.items.length })}</h3>}
        {draft.items.map((item, at) => <ItemCard key={item.id} item={item} number={at + 1} />)}
      </div>
      <div className="govuk-button-group">
        {unconfirmed > 1 && <Button type="button" variant="secondary" onClick={() => { change({ items: draft.items.map((item) => ({ ...item, confirmed: true })) }); }}>{t('items.confirmAll')}</Button>}
        <Button type="button" variant="secondary" onClick={add}>{t('items.add')}</Button>
      </div>
    </>
  );
}

function PasteBox({ sort }: { sort: (text: string) => void }): ReactElement {
  const { t } = useTranslation('answer');
  const { draft, change, errorAt } = useAnswerForm();
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    // Into what is already typed it goes like any paste; into the empty box it is what is held.
    const text = event.clipboardData.getData('text/plain');
    if (draft.pasted.trim() !== '' || text.trim() === '') return;
    event.preventDefault();
    sort(text);
  };
  return (
    <>
      <Textarea
        id="pasted" label={t('items.paste')} labelSize="s" hint={t('items.pasteHint')} rows={draft.items.length === 0 ? 10 : 3} error={errorAt('pasted')} lang={draft.language} spellCheck="false" autoComplete="off"
        value={draft.pasted} onPaste={paste} onChange={(event) => { change({ pasted: event.currentTarget.value }); }}
      />
      {draft.pasted.trim() !== '' && <Button type="button" variant="secondary" onClick={() => { sort(draft.pasted); }}>{t('items.sort')}</Button>}
    </>
  );
}
