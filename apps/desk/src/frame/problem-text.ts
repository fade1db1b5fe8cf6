import type { i18n } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { problems } from '../words/en/problems.js';
import { SecretsFault } from '../crypto/secrets.js';
import { HubProblem } from '../hub/hub.js';
import { Refusal } from '../keeper/keeper.js';
import { useLanguage } from '../words/use-language.js';
import { useDesk } from './desk.js';

/** Refused on this side, and nothing to be alarmed about. */
const NO_ALARM = new Set(['no-key', 'locked', 'no-directory', 'no-team-copy', 'no-reader', 'too-long', 'wrong-secret', 'weak-secret', 'no-such-method', 'passkey-cannot-unlock', 'taken-back']);

/** The code of whatever was thrown. */
export function codeOf(error: unknown): string {
  if (error instanceof HubProblem || error instanceof Refusal) return error.code;
  if (error instanceof DOMException) return 'called-off';
  if (error instanceof SecretsFault) return 'worker';
  return 'unknown';
}

/** Words, by language, for whatever was thrown. What the desk itself checked and found not to hold is said with alarm. */
export function useProblemText(): (error: unknown) => string {
  const { t, i18n } = useTranslation('problems');
  const { keeper } = useDesk();
  const { language } = useLanguage();
  return useCallback((error) => {
    const code = codeOf(error);
    const of = error instanceof Refusal ? error.of : null;
    if (isSaid(code, i18n)) return t(code, { agency: of === null ? '' : keeper.known.agencies.find(({ id }) => id === of)?.name[language] ?? of });
    return t(error instanceof Refusal && !NO_ALARM.has(code) ? 'alarm' : 'general', { code });
  }, [i18n, keeper, language, t]);
}

function isSaid(code: string, { exists }: i18n): code is Exclude<keyof typeof problems, 'general' | 'alarm'> {
  return /^[a-z-]+$/u.test(code) && exists(`problems:${code}`);
}
