import type { Rule } from '../rule.js';
import { CONSENT_NOT_SOUGHT } from './consent-not-sought.examples.js';
import { consentNotSought } from './consent-not-sought.js';
import { OVERDUE_POLICY } from './d02-overdue-policy.examples.js';
import { overduePolicy } from './d02-overdue-policy.js';
import { BELOW_THRESHOLD } from './d07-below-threshold.examples.js';
import { belowThreshold } from './d07-below-threshold.js';
import { unlawfulRefusal } from './d08-unlawful-refusal.js';
import { OUTSIDE_SCOPE } from './d17-outside-scope.examples.js';
import { outsideScope } from './d17-outside-scope.js';
import { DATA_CATEGORIES } from './data-categories.examples.js';
import { dataCategories } from './data-categories.js';
import { GATEWAY_DOES_NOT_BIND } from './gateway-does-not-bind.examples.js';
import { gatewayDoesNotBind } from './gateway-does-not-bind.js';
import { HARM_OF_NOT_SHARING } from './harm-of-not-sharing.examples.js';
import { harmOfNotSharing } from './harm-of-not-sharing.js';
import { ITEM_RELEVANCE } from './item-relevance.examples.js';
import { itemRelevance } from './item-relevance.js';
import { LESS_INTRUSIVE_CONSIDERED } from './less-intrusive.examples.js';
import { lessIntrusive } from './less-intrusive.js';
import { NECESSITY_WHY } from './necessity-why.examples.js';
import { necessityWhy } from './necessity-why.js';
import type { Example } from './ordinary.examples.js';
import { PROPORTIONALITY_WHY } from './proportionality-why.examples.js';
import { proportionalityWhy } from './proportionality-why.js';
import { PUBLIC_TASK_STATEMENT } from './public-task-statement.examples.js';
import { publicTaskStatement } from './public-task-statement.js';
import { QUESTION_ASKED } from './question-asked.examples.js';
import { questionAsked } from './question-asked.js';
import { refusalGround } from './refusal-ground.js';
import { REFUSAL_GROUND, UNLAWFUL_REFUSAL, WRITTEN_REASONS } from './refusals.examples.js';
import { ROW_NEEDS_ANOTHER } from './row-needs-another.examples.js';
import { rowNeedsAnother } from './row-needs-another.js';
import { ROW_TO_BE_CHECKED } from './row-to-be-checked.examples.js';
import { rowToBeChecked } from './row-to-be-checked.js';
import { ROWS_AT_ODDS } from './rows-at-odds.examples.js';
import { rowsAtOdds } from './rows-at-odds.js';
import { S118_REASON } from './s118-reason.examples.js';
import { s118Reason } from './s118-reason.js';
import { SYSTEMS_SEARCHED } from './systems-searched.examples.js';
import { systemsSearched } from './systems-searched.js';
import { BOARD_POWER } from './t1-board-power.examples.js';
import { boardPower } from './t1-board-power.js';
import { THRESHOLD_REASONS } from './t10-threshold-reasons.examples.js';
import { thresholdReasons } from './t10-threshold-reasons.js';
import { CAPABLE_REFUSAL } from './t11-capable-refusal.examples.js';
import { capableRefusal } from './t11-capable-refusal.js';
import { THIRD_PARTY } from './t12-third-party.examples.js';
import { thirdParty } from './t12-third-party.js';
import { NOT_IN_FORCE } from './t13-not-in-force.examples.js';
import { notInForce } from './t13-not-in-force.js';
import { SERIOUS_VIOLENCE_DUTY } from './t2-serious-violence.examples.js';
import { seriousViolence } from './t2-serious-violence.js';
import { PUBLIC_AUTHORITY } from './t3-public-authority.examples.js';
import { publicAuthorityInterest } from './t3-public-authority.js';
import { CONSENT_NOT_FREE } from './t4-consent-not-free.examples.js';
import { consentNotFree } from './t4-consent-not-free.js';
import { SPECIAL_CATEGORY } from './t5-special-category.examples.js';
import { specialCategory } from './t5-special-category.js';
import { OFFENCE_DATA } from './t6-offence-data.examples.js';
import { offenceData } from './t6-offence-data.js';
import { LEAVING_PART_THREE } from './t7-leaving-part-three.examples.js';
import { leavingPartThree } from './t7-leaving-part-three.js';
import { ENGLISH_DUTY_MISUSED } from './t8-english-duty.examples.js';
import { englishDuty } from './t8-english-duty.js';
import { NOT_BOUND_BY_164 } from './t9-not-bound-by-164.examples.js';
import { notBoundBy164 } from './t9-not-bound-by-164.js';
import { THIN_WINDOW } from './thin-window.examples.js';
import { thinWindow } from './thin-window.js';
import { THRESHOLD_BELIEVED } from './threshold-believed.examples.js';
import { thresholdBelieved } from './threshold-believed.js';
import { TIME_WINDOW } from './time-window.examples.js';
import { timeWindow } from './time-window.js';
import { WORDS_CARRY_IDENTIFIER, WORDS_LOADED, WORDS_ONLY_CITATION, WORDS_REPEATED, WORDS_STOCK_PHRASE, WORDS_TOO_SHORT } from './words-noted.examples.js';
import { wordsCarryIdentifier, wordsLoaded, wordsOnlyCitation, wordsRepeated, wordsStockPhrase, wordsTooShort } from './words-noted.js';
import { writtenReasons } from './written-reasons.js';
import { WRONG_NATION_GATEWAY } from './wrong-nation-gateway.examples.js';
import { wrongNationGateway } from './wrong-nation-gateway.js';

/** The examples of every rule. A rule without a row here fails `rules.spec.ts`. */
export const EXAMPLES: ReadonlyMap<Rule, readonly Example[]> = new Map([
  [boardPower, BOARD_POWER],
  [seriousViolence, SERIOUS_VIOLENCE_DUTY],
  [publicAuthorityInterest, PUBLIC_AUTHORITY],
  [consentNotFree, CONSENT_NOT_FREE],
  [specialCategory, SPECIAL_CATEGORY],
  [offenceData, OFFENCE_DATA],
  [leavingPartThree, LEAVING_PART_THREE],
  [englishDuty, ENGLISH_DUTY_MISUSED],
  [notBoundBy164, NOT_BOUND_BY_164],
  [thresholdReasons, THRESHOLD_REASONS],
  [capableRefusal, CAPABLE_REFUSAL],
  [thirdParty, THIRD_PARTY],
  [notInForce, NOT_IN_FORCE],
  [overduePolicy, OVERDUE_POLICY],
  [belowThreshold, BELOW_THRESHOLD],
  [unlawfulRefusal, UNLAWFUL_REFUSAL],
  [outsideScope, OUTSIDE_SCOPE],
  [questionAsked, QUESTION_ASKED],
  [necessityWhy, NECESSITY_WHY],
  [proportionalityWhy, PROPORTIONALITY_WHY],
  [harmOfNotSharing, HARM_OF_NOT_SHARING],
  [dataCategories, DATA_CATEGORIES],
  [thresholdBelieved, THRESHOLD_BELIEVED],
  [lessIntrusive, LESS_INTRUSIVE_CONSIDERED],
  [timeWindow, TIME_WINDOW],
  [publicTaskStatement, PUBLIC_TASK_STATEMENT],
  [consentNotSought, CONSENT_NOT_SOUGHT],
  [s118Reason, S118_REASON],
  [itemRelevance, ITEM_RELEVANCE],
  [systemsSearched, SYSTEMS_SEARCHED],
  [refusalGround, REFUSAL_GROUND],
  [writtenReasons, WRITTEN_REASONS],
  [wrongNationGateway, WRONG_NATION_GATEWAY],
  [gatewayDoesNotBind, GATEWAY_DOES_NOT_BIND],
  [thinWindow, THIN_WINDOW],
  [rowNeedsAnother, ROW_NEEDS_ANOTHER],
  [rowsAtOdds, ROWS_AT_ODDS],
  [rowToBeChecked, ROW_TO_BE_CHECKED],
  [wordsCarryIdentifier, WORDS_CARRY_IDENTIFIER],
  [wordsLoaded, WORDS_LOADED],
  [wordsStockPhrase, WORDS_STOCK_PHRASE],
  [wordsTooShort, WORDS_TOO_SHORT],
  [wordsOnlyCitation, WORDS_ONLY_CITATION],
  [wordsRepeated, WORDS_REPEATED],
]);
