import type { Rule } from '../rule.js';
import { belowThreshold } from './d07-below-threshold.js';
import { boardPower } from './t1-board-power.js';
import { capableRefusal } from './t11-capable-refusal.js';
import { consentNotFree } from './t4-consent-not-free.js';
import { consentNotSought } from './consent-not-sought.js';
import { dataCategories } from './data-categories.js';
import { englishDuty } from './t8-english-duty.js';
import { gatewayDoesNotBind } from './gateway-does-not-bind.js';
import { harmOfNotSharing } from './harm-of-not-sharing.js';
import { itemRelevance } from './item-relevance.js';
import { leavingPartThree } from './t7-leaving-part-three.js';
import { lessIntrusive } from './less-intrusive.js';
import { necessityWhy } from './necessity-why.js';
import { notBoundBy164 } from './t9-not-bound-by-164.js';
import { notInForce } from './t13-not-in-force.js';
import { offenceData } from './t6-offence-data.js';
import { outsideScope } from './d17-outside-scope.js';
import { overduePolicy } from './d02-overdue-policy.js';
import { proportionalityWhy } from './proportionality-why.js';
import { publicAuthorityInterest } from './t3-public-authority.js';
import { publicTaskStatement } from './public-task-statement.js';
import { questionAsked } from './question-asked.js';
import { refusalGround } from './refusal-ground.js';
import { rowNeedsAnother } from './row-needs-another.js';
import { rowToBeChecked } from './row-to-be-checked.js';
import { rowsAtOdds } from './rows-at-odds.js';
import { s118Reason } from './s118-reason.js';
import { seriousViolence } from './t2-serious-violence.js';
import { specialCategory } from './t5-special-category.js';
import { systemsSearched } from './systems-searched.js';
import { thinWindow } from './thin-window.js';
import { thirdParty } from './t12-third-party.js';
import { thresholdBelieved } from './threshold-believed.js';
import { thresholdReasons } from './t10-threshold-reasons.js';
import { timeWindow } from './time-window.js';
import { unlawfulRefusal } from './d08-unlawful-refusal.js';
import { wordsCarryIdentifier, wordsLoaded, wordsOnlyCitation, wordsRepeated, wordsStockPhrase, wordsTooShort } from './words-noted.js';
import { writtenReasons } from './written-reasons.js';
import { wrongNationGateway } from './wrong-nation-gateway.js';

/** Every rule, in the order of the fact file: traps, officers' checks, fields, notes. Agreements are judged beside these. */
export const RULES: readonly Rule[] = [
  boardPower, seriousViolence, publicAuthorityInterest, consentNotFree, specialCategory, offenceData, leavingPartThree, englishDuty, notBoundBy164, thresholdReasons, capableRefusal, thirdParty, notInForce,
  overduePolicy, belowThreshold, unlawfulRefusal, outsideScope,
  questionAsked, necessityWhy, proportionalityWhy, harmOfNotSharing, dataCategories, thresholdBelieved, lessIntrusive, timeWindow, publicTaskStatement, consentNotSought, s118Reason,
  itemRelevance, systemsSearched, refusalGround, writtenReasons,
  wrongNationGateway, gatewayDoesNotBind, thinWindow, rowNeedsAnother, rowsAtOdds, rowToBeChecked,
  wordsCarryIdentifier, wordsLoaded, wordsStockPhrase, wordsTooShort, wordsOnlyCitation, wordsRepeated,
];
