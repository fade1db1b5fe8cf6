import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.js';
import { errorAt } from '../components/error-at.js';
import { Input } from '../components/input.js';
import { SummaryList } from '../components/summary-list.js';
import { useAgencyNames, useNames, useTellName } from '../data/people.js';
import { useDesk } from '../frame/desk.js';
import type { Act } from '../frame/use-act.js';
import type { Member } from '../keeper/keeper-deps.js';

/** How the own team sees somebody. */
export function OwnName({ me, act: { run, errors, refuse } }: { me: Member; act: Act }): ReactElement {
  const { t } = useTranslation('account');
  const { announcer } = useDesk();
  const agencyName = useAgencyNames();
  const known = useNames()(me.member);
  const tell = useTellName(me);
  const [typed, setTyped] = useState<string | null>(null);
  const name = typed ?? (known === me.member ? '' : known);
  const save = (): void => {
    if (name.trim() === '') return refuse([{ field: 'own-name', message: t('name.needed') }]);
    void run(async () => { await tell(name); setTyped(null); }).then((isSaved) => { if (isSaved) announcer.say(t('name.saved')); });
  };
  return (
    <section aria-labelledby="own-name-title">
      <h2 className="govuk-heading-m" id="own-name-title">{t('name.title')}</h2>
      <SummaryList rows={[{ key: t('name.agency'), value: agencyName(me.agency) }, { key: t('name.pseudonym'), value: <span translate="no">{me.member}</span> }]} />
      <form method="dialog" noValidate onSubmit={(event) => { event.preventDefault(); save(); }}>
        <Input id="own-name" label={t('name.label')} hint={t('name.how')} width={20} value={name} onChange={({ target }) => { setTyped(target.value); }} autoComplete="name" spellCheck="false" error={errorAt(errors, 'own-name')} />
        <Button variant="secondary">{t('name.save')}</Button>
      </form>
    </section>
  );
}
