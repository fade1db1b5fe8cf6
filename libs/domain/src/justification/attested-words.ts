import type { CodedShare, SealedField, SealedWords } from './share.js';

/** What the sealing client attests of one field, or null where it says nothing of it. */
export function attestedWords(share: CodedShare, field: SealedField): SealedWords | null {
  return share.words.find((words) => words.field === field) ?? null;
}

export function hasWords(share: CodedShare, field: SealedField): boolean {
  const words = attestedWords(share, field);
  return words !== null && words.present && words.length !== 'none';
}

/** JSON pointer to what is attested of a field; to the list where nothing is. */
export function placeOfWords(share: CodedShare, field: SealedField): string {
  const at = share.words.findIndex((words) => words.field === field);
  return at === -1 ? '/words' : `/words/${at}`;
}
