import type { AgencyType, LessIntrusive, Purpose, RefusalGround, SubjectRole, Threshold, Urgency } from '../codes.js';
import type { AcknowledgementReason, CapacityFound, ConsentOutcome, HandlingLimit, Informed, ItemNature, NotSoughtReason, OverrideGround, OverrideReason, SubjectKind } from '../justification/codes.js';
import type { BothLanguages } from '../justification/judgement.js';

/** What codes are called in a statement: a phrase that stands after a colon, so that nothing before it mutates or inflects it. */
type Called<Code extends string> = Record<Code, BothLanguages>;
const both = (en: string, cy: string): BothLanguages => ({ en, cy });

/** After Welsh `am`, which softens: plentyn becomes blentyn. */
export const ABOUT_KIND: Called<SubjectKind> = { child: both('a child', 'blentyn'), adult: both('an adult', 'oedolyn'), household: both('a household', 'aelwyd') };

export const PURPOSE_CALLED: Called<Purpose> = {
  immediate_protection: both('immediate protection', 'amddiffyniad ar unwaith'),
  decide_threshold: both('to decide whether and at what threshold to act', 'penderfynu a ddylid gweithredu ac ar ba drothwy'),
  s47_enquiry: both('enquiries under section 47', 'ymholiadau adran 47'),
  s17_s21_assessment: both('to decide on an assessment under section 17 (England) or section 21 (Wales)', 'penderfynu ynghylch asesiad o dan adran 17 (Lloegr) neu adran 21 (Cymru)'),
  s42_s126_enquiry: both('enquiries under section 42 (England) or section 126 (Wales)', 'ymholiadau o dan adran 42 (Lloegr) neu adran 126 (Cymru)'),
  early_help_routing: both('to find the right early help', 'canfod y cymorth cynnar cywir'),
  marac_mappa_channel: both('screening for MARAC, MAPPA or Channel', 'sgrinio ar gyfer MARAC, MAPPA neu Channel'),
  missing: both('to find a missing person', 'dod o hyd i berson coll'),
  other: both('another purpose', 'diben arall'),
};
export const URGENCY_CALLED: Called<Urgency> = { red: both('red', 'coch'), amber: both('amber', 'oren'), green: both('green', 'gwyrdd') };
export const THRESHOLD_CALLED: Called<Threshold> = {
  universal: both('universal services', 'gwasanaethau cyffredinol'),
  early_help: both('early help', 'cymorth cynnar'),
  s17_or_w_care_support: both('child in need (England) or care and support (Wales)', 'plentyn mewn angen (Lloegr) neu ofal a chymorth (Cymru)'),
  s47: both('significant harm, section 47', 'niwed sylweddol, adran 47'),
  s42: both('adult at risk, section 42', 'oedolyn sy’n wynebu risg, adran 42'),
  s126: both('adult at risk, section 126', 'oedolyn sy’n wynebu risg, adran 126'),
  not_known: both('not yet known', 'heb ei wybod eto'),
};
export const ROLE_CALLED: Called<SubjectRole> = {
  child: both('child', 'plentyn'), sibling: both('brother or sister', 'brawd neu chwaer'), unborn: both('unborn child', 'plentyn heb ei eni'), parent: both('parent', 'rhiant'), carer: both('carer', 'gofalwr'),
  household_adult: both('adult of the household', 'oedolyn o’r aelwyd'), alleged_source_of_harm: both('alleged source of harm', 'ffynhonnell honedig y niwed'), connected_adult: both('connected adult', 'oedolyn cysylltiedig'),
  adult_at_risk: both('adult at risk', 'oedolyn sy’n wynebu risg'), other_child: both('child outside the family', 'plentyn o’r tu allan i’r teulu'),
};
export const OUTCOME_CALLED: Called<ConsentOutcome> = { given: both('given', 'wedi’i roi'), refused: both('refused', 'wedi’i wrthod'), withdrawn: both('withdrawn', 'wedi’i dynnu’n ôl'), limited: both('given with limits', 'wedi’i roi â chyfyngiadau') };
export const NOT_SOUGHT_CALLED: Called<NotSoughtReason> = {
  risk_to_child: both('asking would put a child at risk', 'byddai gofyn yn rhoi plentyn mewn perygl'),
  risk_to_other: both('asking would put somebody else at risk', 'byddai gofyn yn rhoi rhywun arall mewn perygl'),
  prejudices_police_investigation: both('asking would prejudice a police investigation', 'byddai gofyn yn niweidio ymchwiliad gan yr heddlu'),
  delay: both('asking would take too long', 'byddai gofyn yn cymryd gormod o amser'),
  cannot_be_given_or_located: both('it cannot be given, or the person cannot be found', 'ni ellir ei roi, neu ni ellir dod o hyd i’r person'),
  capacity: both('the person lacks capacity to agree', 'nid oes gan y person alluedd i gytuno'),
  statutory_duty: both('a statutory duty requires the share', 'mae dyletswydd statudol yn mynnu rhannu'),
  other: both('another reason', 'rheswm arall'),
};
export const INFORMED_CALLED: Called<Informed> = { yes: both('yes', 'do'), no: both('no', 'naddo'), later: both('no, to be told later', 'naddo, rhoddir gwybod yn ddiweddarach') };
export const CAPACITY_CALLED: Called<CapacityFound> = {
  not_applicable: both('not applicable', 'amherthnasol'), has: both('has capacity', 'mae galluedd ganddo'), lacks: both('lacks capacity', 'nid oes galluedd ganddo'),
  unclear: both('unclear', 'aneglur'), not_assessed: both('not assessed', 'heb ei asesu'),
};
export const OVERRIDE_GROUND_CALLED: Called<OverrideGround> = { public_interest: both('public interest', 'budd y cyhoedd'), vital_interests: both('vital interests', 'buddiannau hanfodol'), coercion: both('signs of coercion', 'arwyddion o orfodaeth') };
export const LESS_INTRUSIVE_CALLED: Called<LessIntrusive> = {
  already_known: both('what is already known', 'yr hyn sy’n hysbys eisoes'), ask_family: both('asking the family', 'gofyn i’r teulu'), anonymised_advice: both('advice without naming anybody', 'cyngor heb enwi neb'),
  narrower_data: both('narrower data', 'data culach'), none_workable: both('none would work', 'ni fyddai’r un yn gweithio'),
};
export const NATURE_CALLED: Called<ItemNature> = {
  fact: both('fact', 'ffaith'), professional_opinion: both('professional opinion', 'barn broffesiynol'), third_party_report: both('third-party report', 'adroddiad trydydd parti'),
  allegation: both('allegation', 'honiad'), self_report: both('self-report', 'hunanadroddiad'), intelligence: both('intelligence', 'cudd-wybodaeth'),
};
export const HANDLING_CALLED: Called<HandlingLimit> = {
  may_tell_family: both('the family may be told', 'gellir dweud wrth y teulu'), may_not_tell_family: both('the family may not be told', 'ni cheir dweud wrth y teulu'), le_only: both('law enforcement only', 'gorfodi’r gyfraith yn unig'),
  do_not_record_in_file: both('not to be recorded in the file', 'ni ddylid ei gofnodi yn y ffeil'), consult_before_onward_use: both('ask before using it further', 'ymgynghorer cyn ei ddefnyddio ymhellach'),
};
export const GROUND_CALLED: Called<RefusalGround> = {
  incompatible_with_own_duties: both('it would be incompatible with its own duties', 'byddai’n anghydnaws â’i ddyletswyddau ei hun'),
  adverse_effect_on_own_functions: both('it would have an adverse effect on its own functions', 'byddai’n effeithio’n andwyol ar ei swyddogaethau ei hun'),
  more_detrimental_to_child: both('telling would be more detrimental to the child than not telling', 'byddai datgelu’n fwy niweidiol i’r plentyn na pheidio'),
  disproportionate_excessive: both('disproportionate or excessive', 'anghymesur neu ormodol'),
  not_held: both('not held', 'heb ei ddal'),
  identity_not_matched: both('identity not matched', 'hunaniaeth heb ei chadarnhau'),
  legal_privilege_court_order: both('legal privilege or an order of a court', 'braint gyfreithiol neu orchymyn llys'),
  source_protection: both('protection of a source', 'diogelu ffynhonnell'),
  consent_limit: both('a limit that the person set', 'terfyn a osododd y person'),
};
export const ACKNOWLEDGEMENT_CALLED: Called<AcknowledgementReason> = {
  checked_with_manager: both('checked with the manager', 'holwyd y rheolwr'), checked_with_data_protection_officer: both('checked with the data protection officer', 'holwyd y swyddog diogelu data'),
  checked_with_legal: both('checked with a lawyer', 'holwyd cyfreithiwr'), risk_outweighs: both('the risk outweighs it', 'mae’r risg yn drech'), no_other_route: both('there is no other route', 'nid oes ffordd arall'),
  agreement_being_renewed: both('the agreement is being renewed', 'mae’r cytundeb yn cael ei adnewyddu'), agreement_not_needed: both('no agreement is needed', 'nid oes angen cytundeb'), codes_are_right_here: both('the codes are right here', 'mae’r codau’n gywir yma'),
};
export const OVERRIDE_CALLED: Called<OverrideReason> = {
  life_at_risk: both('a life is at risk', 'mae bywyd mewn perygl'), serious_harm_imminent: both('serious harm is imminent', 'mae niwed difrifol ar ddigwydd'), person_missing_now: both('a person is missing now', 'mae person ar goll nawr'),
  clinician_waiting: both('a clinician is waiting', 'mae clinigydd yn aros'), officer_at_door: both('an officer is at the door', 'mae swyddog wrth y drws'),
};
/** Why there is no consent: DPA 2018 Sch 1 para 18(2) and 19(2). */
export const NO_CONSENT_CALLED: Called<'a' | 'b' | 'c'> = {
  a: both('(a) consent cannot be given', '(a) ni ellir rhoi cydsyniad'),
  b: both('(b) the controller cannot reasonably be expected to obtain consent', '(b) ni ellir disgwyl yn rhesymol i’r rheolydd gael cydsyniad'),
  c: both('(c) obtaining consent would prejudice the protection', '(c) byddai cael cydsyniad yn niweidio’r amddiffyniad'),
};
export const AGENCY_CALLED: Called<AgencyType> = {
  LA_CSC: both('children’s social care', 'gofal cymdeithasol plant'), LA_ASC: both('adult social care', 'gofal cymdeithasol oedolion'), LA_EH: both('early help', 'cymorth cynnar'), LA_EDU: both('education service', 'gwasanaeth addysg'),
  LA_HOUS: both('council housing', 'tai’r cyngor'), LA_ASB: both('community safety', 'diogelwch cymunedol'), POLICE: both('police', 'yr heddlu'), BTP: both('transport police', 'heddlu trafnidiaeth'), ICB: both('integrated care board', 'bwrdd gofal integredig'),
  LHB: both('local health board', 'bwrdd iechyd lleol'), NHST: both('NHS trust', 'ymddiriedolaeth GIG'), GP: both('general practice', 'meddygfa'), HV_SN: both('health visiting and school nursing', 'ymwelwyr iechyd a nyrsys ysgol'), MID: both('midwifery', 'bydwreigiaeth'),
  CAMHS: both('child and adolescent mental health', 'iechyd meddwl plant a’r glasoed'), AMH: both('adult mental health', 'iechyd meddwl oedolion'), AMB: both('ambulance service', 'gwasanaeth ambiwlans'), SCHOOL: both('school', 'ysgol'), FE: both('further education', 'addysg bellach'),
  EY: both('early years setting', 'lleoliad blynyddoedd cynnar'), PROB: both('probation', 'y gwasanaeth prawf'), YJS: both('youth justice', 'cyfiawnder ieuenctid'), PRISON: both('prison', 'carchar'), RSL: both('housing association', 'cymdeithas dai'),
  IDVA: both('domestic abuse adviser', 'cynghorydd cam-drin domestig'), SUBST: both('substance misuse service', 'gwasanaeth camddefnyddio sylweddau'), TS: both('third sector', 'y trydydd sector'), CAFCASS: both('family court advisers', 'cynghorwyr llys teulu'),
  FIRE: both('fire and rescue', 'tân ac achub'), DWP: both('work and pensions', 'gwaith a phensiynau'), HO: both('Home Office', 'y Swyddfa Gartref'),
};
