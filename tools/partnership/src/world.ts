import type { RandomBytes } from '@lateral/envelope/keys';
import type { Terminal } from './terminal.js';
import type { Language } from './words/language.js';

/** What every command is given: time, chance, the person at the keyboard and their language. */
export interface World { now: () => Date; random: RandomBytes; terminal: Terminal; language: Language }
