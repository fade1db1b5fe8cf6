import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CodeSignInBody } from '@lateral/contracts';
import { Button, errorAt, Input, Link, Select } from '../components/index.js';
import { KEYS } from '../data/keys.js';
import { useDesk } from '../frame/desk.js';
import { Page } from '../frame/page.js';
import { useAct } from '../frame/use-act.js';
import { useLanguage } from '../words/use-language.js';

const EMPTY: CodeSignInBody = { agency: '', member: '', code: '' };
const FIELDS = ['agency', 'member', 'code'] as const;

/** `/code`: in with a custodian's one-time code, where the own agency's sign-in lets nobody in. What follows is the frame's: unlock, then red questions. */
export function CodePage(): ReactElement {
  const { t } = useTranslation('code');
  const { hub, session } = useDesk();
  const { run, errors, refuse } = useAct();
  const [typed, setTyped] = useState(EMPTY);
  const wrong = (field: keyof CodeSignInBody): string | undefined => errorAt(errors, `with-${field}`);
  const type = (change: Partial<CodeSignInBody>): void => { setTyped({ ...typed, ...change }); };
  const send = (): void => {
    const missing = FIELDS.filter((field) => typed[field].trim() === '');
    if (missing.length > 0) return refuse(missing.map((field) => ({ field: `with-${field}`, message: t(`needed.${field}`) })));
    void run(async () => {
      await hub.signInByCode({ agency: typed.agency, member: typed.member.trim().toLowerCase(), code: typed.code.trim() });
      setTyped(EMPTY);
      await session.start();
    });
  };
  return (
    <Page title={t('title')} errors={errors} narrow>
      <p className="govuk-body">{t('how')}</p>
      <p className="govuk-body">{t('reach')}</p>
      <form method="dialog" noValidate onSubmit={(event) => { event.preventDefault(); send(); }}>
        <Agency value={typed.agency} error={wrong('agency')} onChoose={(agency) => { type({ agency }); }} />
        <Input id="with-member" label={t('member')} hint={t('memberHint')} width={20} value={typed.member} error={wrong('member')} onChange={({ target }) => { type({ member: target.value }); }} autoComplete="off" autoCapitalize="none" spellCheck="false" translate="no" />
        <Input id="with-code" label={t('code')} hint={t('codeHint')} width={20} value={typed.code} error={wrong('code')} onChange={({ target }) => { type({ code: target.value }); }} autoComplete="off" autoCapitalize="characters" spellCheck="false" translate="no" />
        <Button>{t('go')}</Button>
      </form>
      <p className="govuk-body"><Link className="govuk-link" href="/sign-in">{t('back')}</Link></p>
    </Page>
  );
}

function Agency({ value, error, onChoose }: { value: string; error: ReactNode; onChoose: (agency: string) => void }): ReactElement {
  const { t } = useTranslation('code');
  const { hub } = useDesk();
  const { language } = useLanguage();
  const agencies = useQuery({ queryKey: KEYS.signInAgencies, queryFn: () => hub.agencies() }).data ?? [];
  const inOrder = agencies.map(({ agency, name }) => ({ agency, name: name[language] })).toSorted((one, other) => one.name.localeCompare(other.name, language));
  return (
    <Select id="with-agency" label={t('agency')} value={value} error={error} onChange={({ target }) => { onChoose(target.value); }}>
      <option value="">{t('choose')}</option>
      {inOrder.map(({ agency, name }) => <option key={agency} value={agency}>{name}</option>)}
    </Select>
  );
}
