import type { ReactElement } from 'react';
import type { Urgency } from '@lateral/domain';
import { URGENCY_CALLED } from '@lateral/domain/statement';
import { Tag } from '../components/index.js';
import { called } from '../words/called.js';
import { URGENCY_COLOURS } from '../words/urgency.js';
import { useLanguage } from '../words/use-language.js';

/** How urgent a request is, by its word; the colour only underlines it. */
export function UrgencyTag({ urgency }: { urgency: Urgency }): ReactElement {
  const { language } = useLanguage();
  return <Tag colour={URGENCY_COLOURS[urgency]}>{called(URGENCY_CALLED[urgency], language)}</Tag>;
}
