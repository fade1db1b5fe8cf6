import type { RequestView } from '@lateral/contracts';
import type { Letter } from '../crypto/protocol.js';
import type { ComposedAnswer } from './compose.js';
import type { AnswerFile } from './answer-draft.js';

export interface LetterOf { view: Pick<RequestView, 'id' | 'check' | 'asking'>; composed: ComposedAnswer; message: string; inReplyTo: string; corrects: string | null }

/** The letter that an answer is sealed as. A file goes under what it is called by its writer, whatever it was called on their computer. */
export function letterOf({ view, composed, message, inReplyTo, corrects }: LetterOf): Letter {
  const { body, narrative, record, attachment } = composed;
  const letter: Letter = { type: 'response', message, check: view.check, request: view.id, to: view.asking, inReplyTo, corrects, body, narrative, record };
  return attachment === null ? letter : { ...letter, attachment: { ...attachment.key, name: fileName(attachment) } };
}

const ENDING: Record<string, string> = { 'application/pdf': 'pdf', 'image/png': 'png', 'image/jpeg': 'jpg' };
export const FILE_TYPES = Object.keys(ENDING);
export const MOST_FILE_BYTES = 10 * 1024 * 1024;
const MOST_NAME = 400;

function fileName({ key, description }: AnswerFile): string {
  return `${description.trim().replace(/[\\/:*?"<>|\s]+/gu, ' ').slice(0, MOST_NAME)}.${ENDING[key.mime] ?? 'bin'}`;
}

/** Whether the bytes are of the type that the browser took them for: a file is what it begins with. */
export function typeOfBytes(bytes: Uint8Array): string | null {
  const starts = (...given: number[]): boolean => given.every((byte, at) => bytes[at] === byte);
  if (starts(0x25, 0x50, 0x44, 0x46)) return 'application/pdf';
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'image/png';
  return starts(0xff, 0xd8, 0xff) ? 'image/jpeg' : null;
}
