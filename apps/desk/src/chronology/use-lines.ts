import { useTranslation } from 'react-i18next';
import { useAgencyNames } from '../data/people.js';
import { dayOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';
import { withInitials } from './initials.js';
import { linesOf, type Line } from './lines.js';
import type { MadeChronology } from './use-chronology.js';

export const FOR = ['meeting', 'court', 'file'] as const;
/** On paper a line ends where it must: between two initials of one person it would make two people of them. */
const UNBROKEN = '\u00a0';
/** What somebody says before a chronology leaves the screen. */
export interface Asked { who: (typeof FOR)[number] | null; names: 'names' | 'initials'; withRestricted: boolean }

/** Its lines as they were asked for, first what was erased and is not in them, whatever the filter; and how many items that leaves out. */
export function useLines({ chronology, names, draft, lost }: MadeChronology): (asked: Asked, on?: 'paper') => { lines: Line[]; leftOut: number } {
  const { t } = useTranslation('chronology');
  const { language } = useLanguage();
  const agencyName = useAgencyNames();
  const { comments } = draft.value;
  const day = (at: string): string => dayOf(at, language);
  const missing = lost.map(({ message, kind, asked, at, erasedAt }): Line => {
    const agency = agencyName(asked);
    return { key: message, agency, gap: erasedAt === null ? t(`lost.${kind}`, { agency, at: day(at) }) : t(`lost.${kind}On`, { agency, at: day(at), date: day(erasedAt) }) };
  });
  return ({ names: as, withRestricted }, on) => withMissing(missing, linesOf(chronology, {
    language, agencyName, withRestricted, undated: t('undated'), ours: t('comment.ours'), personIn: (text) => (as === 'initials' ? withInitials(text, names, on === 'paper' ? UNBROKEN : ' ') : text),
    // A view of something restricted tells of it: it stands with a source that may be told.
    comment: (sources) => sources.map(({ key }) => comments[key] ?? '').find((text) => text !== '') ?? '',
    gap: ({ months }) => t('gap', { count: months }) + (chronology.undated > 0 ? `. ${t('gapUndated')}` : ''),
  }));
}

function withMissing(missing: readonly Line[], { lines, leftOut }: { lines: Line[]; leftOut: number }): { lines: Line[]; leftOut: number } {
  return { lines: [...missing, ...lines], leftOut };
}
