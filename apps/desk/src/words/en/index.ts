import { codes } from './codes.js';
import { frame } from './frame.js';

/** All that the desk says in English, a room's words in a file of their own. */
export const en = { codes, frame };
