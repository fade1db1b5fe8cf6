import { codes } from './codes.js';
import { frame } from './frame.js';
import type { Wording } from '../wording.js';

/** The same in Welsh. */
export const cy: Wording = { codes, frame };
