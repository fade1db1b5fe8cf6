import { codes } from './codes.js';
import { check } from './check.js';
import { answers } from './answers.js';
import { chronology } from './chronology.js';
import { decide } from './decide.js';
import { team } from './team.js';
import { emergencies } from './emergencies.js';
import { agency } from './agency.js';
import { board } from './board.js';
import { newCheck } from './new-check.js';
import { account } from './account.js';
import { code } from './code.js';
import { firstUse } from './first-use.js';
import { unlock } from './unlock.js';
import { frame } from './frame.js';
import { problems } from './problems.js';
import { answer } from './answer.js';
import { inbox } from './inbox.js';

export { enGB as locale } from 'date-fns/locale/en-GB';

/** All that the desk says in English, a room's words in a file of their own. */
export const en = { codes, check, answers, chronology, decide, board, newCheck, frame, problems, account, code, firstUse, unlock, inbox, answer, team, emergencies, agency };
