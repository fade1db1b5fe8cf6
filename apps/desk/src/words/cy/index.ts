import { codes } from './codes.js';
import { account } from './account.js';
import { firstUse } from './firstUse.js';
import { unlock } from './unlock.js';
import { frame } from './frame.js';
import { problems } from './problems.js';
import { answer } from './answer.js';
import { inbox } from './inbox.js';
import type { Wording } from '../wording.js';

export { cy as locale } from 'date-fns/locale/cy';

/** The same in Welsh. */
export const cy: Wording = { codes, frame, problems, account, firstUse, unlock, inbox, answer };
