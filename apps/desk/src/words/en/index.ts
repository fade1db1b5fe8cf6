import { codes } from './codes.js';
import { account } from './account.js';
import { firstUse } from './firstUse.js';
import { unlock } from './unlock.js';
import { frame } from './frame.js';
import { problems } from './problems.js';
import { answer } from './answer.js';
import { inbox } from './inbox.js';

export { enGB as locale } from 'date-fns/locale/en-GB';

/** All that the desk says in English, a room's words in a file of their own. */
export const en = { codes, frame, problems, account, firstUse, unlock, inbox, answer };
