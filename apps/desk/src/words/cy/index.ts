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
import type { Wording } from '../wording.js';

export { cy as locale } from 'date-fns/locale/cy';

/** The same in Welsh. */
export const cy: Wording = { codes, check, answers, chronology, decide, board, newCheck, frame, problems, account, code, firstUse, unlock, inbox, answer, team, emergencies, agency };
