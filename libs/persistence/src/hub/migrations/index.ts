import { Directory0001 } from './0001-directory.js';
import { Checks0002 } from './0002-checks.js';
import { Records0003 } from './0003-records.js';
import { Law0004 } from './0004-law.js';

/** In the order they run. A migration that has been released is never edited; the next number mends it. */
export const HUB_MIGRATIONS = [Directory0001, Checks0002, Records0003, Law0004];
