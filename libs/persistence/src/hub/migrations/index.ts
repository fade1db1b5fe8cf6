import { Directory0001 } from './0001-directory.js';
import { Checks0002 } from './0002-checks.js';
import { Records0003 } from './0003-records.js';
import { Law0004 } from './0004-law.js';
import { People0005 } from './0005-people.js';
import { Custody0007 } from './0007-custody.js';
import { Passkeys0006 } from './0006-passkeys.js';
import { Recusal0008 } from './0008-recusal.js';
import { KeyProof0009 } from './0009-key-proof.js';
import { Desk0010 } from './0010-desk.js';
import { ApprovedAnswers0011 } from './0011-approved-answers.js';
import { Retention0012 } from './0012-retention.js';
import { LockedCopies0013 } from './0013-locked-copies.js';
import { LedgerHeads0014 } from './0014-ledger-heads.js';
import { ErasedEnvelopes0015 } from './0015-erased-envelopes.js';
import { MonthsForRoles0016 } from './0016-months-for-roles.js';
import { DelegatedQuestions0017 } from './0017-delegated-questions.js';
import { UnsentUploads0018 } from './0018-unsent-uploads.js';
import { Headings0019 } from './0019-headings.js';
import { NoticesDue0020 } from './0020-notices-due.js';

/** In the order they run. A migration that has been released is never edited; the next number mends it. */
export const HUB_MIGRATIONS = [Directory0001, Checks0002, Records0003, Law0004, People0005, Passkeys0006, Custody0007, Recusal0008, KeyProof0009, Desk0010, ApprovedAnswers0011, Retention0012, LockedCopies0013, LedgerHeads0014, ErasedEnvelopes0015, MonthsForRoles0016, DelegatedQuestions0017, UnsentUploads0018, Headings0019, NoticesDue0020];
