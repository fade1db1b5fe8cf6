/** Kinds of file that a name may end in; what else it is said to be is saved without one. */
const ENDINGS: Readonly<Record<string, string>> = { 'application/pdf': 'pdf', 'image/png': 'png', 'image/jpeg': 'jpg', 'text/plain': 'txt', 'audio/mpeg': 'mp3', 'video/mp4': 'mp4' };
const MOST = 80;

/**
 * What a file is saved as. Its name was written by another agency: signs that mean something to a file system go, marks that turn
 * writing round go, and its ending is that of its kind, so that nothing is run because of how it was called.
 */
export function safeName(name: string, mime: string): string {
  const ending = ENDINGS[mime];
  const own = name.normalize('NFC').replace(/[^\p{L}\p{M}\p{N} _-]+/gu, ' ').replace(/\s+/gu, ' ').trim();
  const stem = Array.from(own).slice(0, MOST).join('').trim();
  return `${stem === '' ? 'file' : stem}${ending === undefined ? '' : `.${ending}`}`;
}
