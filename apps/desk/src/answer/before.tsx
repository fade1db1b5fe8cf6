import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '@lateral/contracts';
import { Details } from '../components/index.js';
import { useOpened } from '../data/opened.js';
import { wantedBefore } from '../inbox/rows.js';
import { Prose } from '../words/prose.js';

/** What a request said before it was corrected, for whoever read it in this session: what changed can be seen side by side. Nothing is opened for it. */
export function Before({ view }: { view: RequestView }): ReactElement | null {
  const { t } = useTranslation('answer');
  const wanted = useMemo(() => wantedBefore(view), [view]);
  const opened = useOpened(wanted, { auto: false });
  const message = opened.all.findLast((each) => each.opened?.body.type === 'request')?.opened ?? null;
  if (message?.body.type !== 'request') return null;
  const { body, narrative } = message;
  return <Details summary={t('question.before')}><div lang={body.language}><Prose text={body.people.map(({ name }) => name).join('; ')} /><Prose text={body.question} /><Prose text={narrative.necessity} /></div></Details>;
}
