import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { linkTo, type Writing } from './use-check.js';

/** The page that lacks something is the page to go to: of half a check nobody is told, by its address, that it may be sent. */
export function useToWhatIsMissing({ kept, draft }: Writing): void {
  const navigate = useNavigate();
  const isMissing = draft.purpose === null || (!draft.isRecordOnly && (draft.asked.length === 0 || draft.urgency === null));
  useEffect(() => { if (isMissing && kept.isWritten) void navigate(linkTo('ask', kept.id), { replace: true }); }, [isMissing, kept.id, kept.isWritten, navigate]);
}
