import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { OverrideView } from '@lateral/contracts';
import { useAgencyNames } from '../data/people.js';
import { useMember } from '../frame/desk.js';

/** What an emergency let leave, and to whom. Whoever asks four agencies at once has four of them: nothing else tells them apart. */
export function WhatLeft({ override: { asking, asked } }: { override: Pick<OverrideView, 'asking' | 'asked'> }): ReactElement {
  const { t } = useTranslation('emergencies');
  const { agency } = useMember();
  const nameOf = useAgencyNames();
  return <>{asking === agency ? t('question', { agency: nameOf(asked) }) : t('answer', { agency: nameOf(asking) })}</>;
}
