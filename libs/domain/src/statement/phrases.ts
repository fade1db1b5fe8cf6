import type { ResponseDecision } from '../justification/codes.js';
import type { BothLanguages } from '../justification/judgement.js';
import type { Direction, SealedField } from '../justification/share.js';

const both = (en: string, cy: string): BothLanguages => ({ en, cy });

/** Who does what towards whom. Names stand where Welsh does not mutate them, or where names of bodies are left alone. */
export const OPENING: Record<Direction, BothLanguages> = {
  asking: both('{owner} asks {other} for information.', 'Mae {owner} yn gofyn i {other} am wybodaeth.'),
  sharing: both('{owner} answers {other}.', 'Mae {owner} yn ateb {other}.'),
  telling: both('{owner} tells {other} what came of the check.', 'Mae {owner} yn rhoi gwybod i {other} beth a ddaeth o’r gwiriad.'),
  deciding: both('{owner} records what was decided.', 'Mae {owner} yn cofnodi’r hyn a benderfynwyd.'),
  record_only: both('{owner} records that nothing was asked and nothing was shared.', 'Mae {owner} yn cofnodi na ofynnwyd dim ac na rannwyd dim.'),
};
export const ANSWER: Record<ResponseDecision, BothLanguages> = {
  share_all: both('{owner} shares with {other} all that was asked for and is held.', 'Mae {owner} yn rhannu gyda {other} bopeth y gofynnwyd amdano ac a ddelir.'),
  share_part: both('{owner} shares with {other} part of what was asked for.', 'Mae {owner} yn rhannu gyda {other} ran o’r hyn y gofynnwyd amdano.'),
  no_information_held: both('{owner} tells {other} that nothing is held.', 'Mae {owner} yn rhoi gwybod i {other} nad oes dim yn cael ei ddal.'),
  decline: both('{owner} declines to share with {other}.', 'Mae {owner} yn gwrthod rhannu gyda {other}.'),
  verbal_only: both('{owner} has told {other} by word of mouth; the written answer follows.', 'Mae {owner} wedi rhoi gwybod i {other} ar lafar; daw’r ateb ysgrifenedig wedyn.'),
  needs_more_time: both('{owner} needs more time to answer {other}.', 'Mae ar {owner} angen rhagor o amser i ateb {other}.'),
  redirect: both('{owner} tells {other} to ask elsewhere.', 'Mae {owner} yn cyfeirio {other} i ofyn mewn man arall.'),
};

export const PHRASES = {
  about: both('The check is about {kind}; people in scope: {roles}.', 'Mae’r gwiriad am {kind}; pobl dan sylw: {roles}.'),
  purpose: both('Purpose: {purpose}; rated {urgency}.', 'Diben: {purpose}; lliw: {urgency}.'),
  threshold: both('Threshold believed: {threshold}.', 'Trothwy y credir iddo gael ei gyrraedd: {threshold}.'),
  strategy: both('Strategy discussion held: {time}.', 'Cynhaliwyd trafodaeth strategaeth: {time}.'),
  categories: both('Asked for: {list}.', 'Gofynnir am y canlynol: {list}.'),
  window: both('Period: {from} to {to}.', 'Cyfnod: {from} hyd {to}.'),
  specialCategory: both('It includes special category data.', 'Mae’n cynnwys data categori arbennig.'),
  criminalOffence: both('It includes data about criminal offences.', 'Mae’n cynnwys data am droseddau.'),
  ground: both('Ground: {ground}.', 'Sail: {ground}.'),
  noGround: both('No ground is recorded.', 'Ni chofnodwyd unrhyw sail.'),
  redirectTo: both('Kind of agency to ask: {type}.', 'Math o asiantaeth i’w holi: {type}.'),
  until: both('The rest is to come by: {time}.', 'Daw’r gweddill erbyn: {time}.'),
  systems: both('Systems searched: {list}.', 'Systemau a chwiliwyd: {list}.'),
  given: both('Given: {list}.', 'Rhoddwyd: {list}.'),
  items: both('Items, by what they are: {list}.', 'Eitemau, yn ôl eu natur: {list}.'),
  handling: both('Limits on handling: {list}.', 'Cyfyngiadau ar eu trin: {list}.'),
  withheld: both('Held back: {list}.', 'Cadwyd yn ôl: {list}.'),
  withheldSomething: both('Something was held back.', 'Cadwyd rhywbeth yn ôl.'),
  regime: both('Regime: {rows}.', 'Cyfundrefn: {rows}.'),
  art6: both('Lawful basis: {rows}.', 'Sail gyfreithlon: {rows}.'),
  noBasis: both('No lawful basis is recorded.', 'Ni chofnodwyd unrhyw sail gyfreithlon.'),
  art9: both('Condition for special category data: {rows}.', 'Amod ar gyfer data categori arbennig: {rows}.'),
  sch1: both('Schedule 1 condition: {rows}.', 'Amod Atodlen 1: {rows}.'),
  art10: both('Route for criminal offence data: {rows}.', 'Llwybr ar gyfer data troseddau: {rows}.'),
  p3: both('Law enforcement processing: {rows}.', 'Prosesu gorfodi’r gyfraith: {rows}.'),
  s36Authority: both('Law that allows use outside law enforcement (DPA 2018 s36(4)): {rows}.', 'Cyfraith sy’n caniatáu defnydd y tu allan i orfodi’r gyfraith (DPA 2018 s36(4)): {rows}.'),
  gateway: both('Power or duty: {rows}.', 'Pŵer neu ddyletswydd: {rows}.'),
  confidentiality: both('Confidentiality: {rows}.', 'Cyfrinachedd: {rows}.'),
  hra: both('Human rights: {rows}.', 'Hawliau dynol: {rows}.'),
  noConsent: both('Why without consent (DPA 2018 Sch 1): {reason}.', 'Pam heb gydsyniad (DPA 2018 Atod 1): {reason}.'),
  policyDocument: both('Appropriate policy document: {id}, version {version}, to be reviewed by {reviewDate}.', 'Dogfen bolisi briodol: {id}, fersiwn {version}, i’w hadolygu erbyn {reviewDate}.'),
  shareAnyway: both('It would share without consent too.', 'Byddai’n rhannu heb gydsyniad hefyd.'),
  catalogue: both('The law is read from catalogue version {version}.', 'Darllenir y gyfraith o fersiwn {version} o’r catalog.'),
  notChecked: both('not yet checked by a lawyer or data protection officer', 'heb ei wirio eto gan gyfreithiwr na swyddog diogelu data'),
  notInCatalogue: both('not in the catalogue', 'nid yw yn y catalog'),
  unknown: both('not known', 'heb ei wybod'),
  agreementSought: both('Agreement of those concerned to the check: sought and {outcome}.', 'Cytundeb y rhai dan sylw i’r gwiriad: gofynnwyd amdano ac mae {outcome}.'),
  agreementSoughtOnly: both('Agreement of those concerned to the check: sought; no answer is recorded.', 'Cytundeb y rhai dan sylw i’r gwiriad: gofynnwyd amdano; ni chofnodwyd ateb.'),
  agreementNotSought: both('Agreement of those concerned to the check: not sought, because {reason}.', 'Cytundeb y rhai dan sylw i’r gwiriad: ni ofynnwyd amdano; y rheswm: {reason}.'),
  agreementNotSoughtOnly: both('Agreement of those concerned to the check: not sought; no reason is recorded.', 'Cytundeb y rhai dan sylw i’r gwiriad: ni ofynnwyd amdano; ni chofnodwyd rheswm.'),
  agreementNotAppropriate: both('Agreement of those concerned to the check: not appropriate to seek.', 'Cytundeb y rhai dan sylw i’r gwiriad: nid yw’n briodol gofyn amdano.'),
  informed: both('Those concerned have been told: {informed}.', 'Rhoddwyd gwybod i’r rhai dan sylw: {informed}.'),
  capacity: both('Capacity of the adult: {capacity}.', 'Galluedd yr oedolyn: {capacity}.'),
  againstRefusal: both('Ground for going ahead without agreement: {ground}.', 'Sail dros fwrw ymlaen heb gytundeb: {ground}.'),
  lessIntrusive: both('Less intrusive means considered: {means}.', 'Dulliau llai ymwthiol a ystyriwyd: {means}.'),
  noLessIntrusive: both('No less intrusive means is recorded as considered.', 'Ni chofnodwyd bod dull llai ymwthiol wedi’i ystyried.'),
  thirdParties: both('People outside the family of whom it tells: {count}; marked as relevant: {relevant}.', 'Pobl o’r tu allan i’r teulu y sonnir amdanynt: {count}; wedi’u nodi’n berthnasol: {relevant}.'),
  acknowledged: both('Warnings seen and gone past: {list}.', 'Rhybuddion a welwyd ac yr aethpwyd heibio iddynt: {list}.'),
  override: both('Emergency override: {reason}. What is missing is completed and reviewed by the end of the next working day.', 'Gwrthwneud brys: {reason}. Cwblheir ac adolygir yr hyn sydd ar goll erbyn diwedd y diwrnod gwaith nesaf.'),
  agreement: both('Covered by agreement {reference}, version {version}, clause {clause}.', 'O dan gytundeb {reference}, fersiwn {version}, cymal {clause}.'),
  agreementWithoutClause: both('Agreement {reference}, version {version}, has no clause that covers it.', 'Nid oes cymal yng nghytundeb {reference}, fersiwn {version}, sy’n ei gwmpasu.'),
  noAgreement: both('No agreement covers it.', 'Nid oes cytundeb sy’n ei gwmpasu.'),
  due: both('Answer due by: {time}.', 'Ateb erbyn: {time}.'),
  noWords: both('The words are sealed and not shown here.', 'Mae’r geiriau wedi’u selio ac ni ddangosir hwy yma.'),
} satisfies Record<string, BothLanguages>;

/** Sealed words in the order in which they are read. */
export const NARRATIVE: readonly [SealedField, BothLanguages][] = [
  ['question', both('Question: “{words}”', 'Cwestiwn: “{words}”')],
  ['public_task_statement', both('Public task: “{words}”', 'Tasg gyhoeddus: “{words}”')],
  ['necessity', both('Why it is needed: “{words}”', 'Pam y mae ei angen: “{words}”')],
  ['proportionality', both('Why it is proportionate: “{words}”', 'Pam y mae’n gymesur: “{words}”')],
  ['harm_of_not_sharing', both('Harm if it is not shared: “{words}”', 'Niwed o beidio â rhannu: “{words}”')],
  ['less_intrusive', both('On less intrusive means: “{words}”', 'Am ddulliau llai ymwthiol: “{words}”')],
  ['threshold_rationale', both('On the threshold: “{words}”', 'Am y trothwy: “{words}”')],
  ['window_reason', both('On the period: “{words}”', 'Am y cyfnod: “{words}”')],
  ['written_reasons', both('Written reasons: “{words}”', 'Rhesymau ysgrifenedig: “{words}”')],
  ['override_words', both('On the override: “{words}”', 'Am y gwrthwneud: “{words}”')],
];
