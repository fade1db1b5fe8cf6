import { useMemo, useState } from 'react';
import { useDraft, type Draft } from '../frame/use-draft.js';
import { emptyDraft, type Before, type NextDraft } from './next-draft.js';

/** As it is kept. Whose words were heard is not: that is heard again, by whoever signs now. `of`: the version of the list that it would follow. */
interface KeptList { v: 1; of: number; list: Omit<NextDraft, 'heard'> }

export interface KeptDraft {
  draft: NextDraft;
  /** Anything was prepared already, for the list that is in force. */
  isBegun: boolean;
  /** Something was prepared for a list that another has followed meanwhile: it is not gone on with. */
  isOutdated: boolean;
  kept: Draft<KeptList>;
  change: (next: Partial<NextDraft>) => void;
}

/** The next list as one custodian prepares it: kept sealed to them through locks and closed windows. */
export function useNextDraft({ version, delegates }: Pick<Before, 'version' | 'delegates'>): KeptDraft {
  const [heard, setHeard] = useState<readonly string[]>([]);
  const initial = useMemo<KeptList>(() => {
    const { heard: _, ...list } = emptyDraft(delegates);
    return { v: 1, of: version, list };
  }, [version, delegates]);
  const kept = useDraft<KeptList>({ kind: 'note', initial });
  const isOutdated = kept.isWritten && kept.value.of !== version;
  const { list } = isOutdated ? initial : kept.value;
  const change = ({ heard: now = heard, ...next }: Partial<NextDraft>): void => {
    setHeard(now);
    if (Object.keys(next).length > 0) kept.set({ v: 1, of: version, list: { ...list, ...next } });
  };
  return { draft: { ...list, heard }, isBegun: kept.isWritten && !isOutdated, isOutdated, kept, change };
}
