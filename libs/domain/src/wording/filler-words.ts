import { mutationsOf } from './mutations.js';

/** English words as they are inflected, and Welsh ones with the forms they take after other words. */
function list(english: string, welsh: string): ReadonlySet<string> {
  const split = (words: string): string[] => words.trim().split(/\s+/u);
  return new Set([...split(english).flatMap(inflected), ...split(welsh).flatMap((word) => [word, ...(word.length > 2 ? mutationsOf(word) : [])])]);
}

function inflected(word: string): string[] {
  if (word.length < 4) return [word];
  const stem = word.replace(/e$/u, '');
  return [word, `${word}s`, `${word}ly`, `${word}ment`, ...['ed', 'ing', 'ion', 'ions'].map((ending) => stem + ending)];
}

/** Words, folded, that together say nothing about this child, this agency or this decision (fact file 2.4). A text of nothing else is stock. */
export const FILLER_WORDS = list(`
  a an the this that these those it its is are was be been being to in on at for from with by and or as of if so per we us me you i your our they their them there
  any all every each both some no not nil none na tbc please kindly can could would may might should shall must will need needs needed require requires required requirement requirements
  necessary necessity proportionate proportionality reasonable justified appropriate appropriately accordingly relevant pertinent useful available held hold holds have known know aware
  provide supply send share sharing shared give let advise request requested requesting info information intelligence intel details detail data everything anything
  full usual standard routine general generic normal basic initial quick simple background current currently ongoing possible potential overall holistic more further additional following new
  check checks checking lateral enquiry enquiries inquiry query queries mash hub safeguarding safeguard safety welfare wellbeing protect protection protecting
  child children childs young adult adults vulnerable person persons people individual individuals family subject subjects risk risks harm concern concerns raised issue issues case matter matters situation circumstances picture
  assess assessing assessment inform informed informing decision decisions decide deciding determine establish identify identified understand consider consideration review make making made level outcome step steps next action actions take taken
  gather gathering obtain collect seek seeking exchange view views opinion comment comments feedback update updates confirm confirmation verify investigate investigation investigations screening triage
  threshold public task interest interests best duty duties statutory legal law lawful lawfully basis purpose purposes role function policy policies procedure procedures protocol process guidance
  practice form referral report record records file files system systems above below see refer same ensure support help assist enable comply compliance line accordance under due because etc
  other others professional professionals agency agencies partner partners multi multiagency team colleagues contact contacts contacted contacting regarding re relating relation respect important essential urgent urgently asap only also part complete return together thanks thank regards dear
  what which whether about into over within without through between against such very just well most best better clear clearer fuller wider broader whole entire accurate early earliest soon shortly today
  keep keeps keeping kept safe safer safely reason reasons ground grounds ascertain build building get look looking tell telling find finding gain gaining clarify clarification explore facilitate conduct undertake undertaken carry carried carrying
  fulfil meet meeting discharge promote promotion paramount prevent prevention preventing reduce reducing manage managing mitigate address respond response respond intervene intervention plan plans planning planned strategy discussion conference discuss
  context insight insights overview summary evidence input findings note notes documentation documents attached enclosed received submitted named said question questions answer self explanatory
  obligation obligations responsibility responsibilities everyone everybody nothing something objective objectives vital legitimate consent neglect abuse exploitation significant suffer suffering suspected allegation allegations alleged serious high medium low immediate
  helpful beneficial grateful appreciate appreciated welcome valid correct robust thorough timely effective efficient joint jointly collaborative integrated holistically generally simply obviously clearly always never normally usually routinely
  assist assistance ensure ensures ensured ensuring helps helped helping supports requests requesting requester enquire enquiring inquire awareness sought seeks ongoing involve involved involvement engage engagement
  working worked worried worry worrying believe believes believed feel felt think thought deem deemed considered able aim aims right met wish hope proceed progress escalate escalation judgement judgment opinion factor factors vulnerability vulnerabilities dynamics protective strengths manager managers supervisor history histories worker workers practitioner practitioners capacity
  plus pls plz
  my mine out off up down onto upon own once only like want wants wanted cross crosscheck myself ourselves there here now then yes ok okay if unless until
  initially currently urgency priority fyi tba tbd eg ie etcetera many kind cheers hi hello
`, `
  y yr r n s i u w m o a ac ag ar am at er gan yn dan gyda mewn neu na ni ein eich ei eu chi mae maer bod oes sydd sy syn yw ydyw ydych fel felly os hyn hynny hefyd wedi bydd byddai gall gallwn dylai rhaid
  cyfer mwyn gwelwch da dda gwybodaeth gwybod manylion data popeth holl pob unrhyw rhyw dim angen rhan gofynnol eisiau gennych gennym angenrheidiol cymesur rhesymol priodol perthnasol
  diogelu diogelwch lles llesiant amddiffyn mash hyb canolfan tasg cyhoeddus budd buddiannau gorau dyletswydd dyletswyddau statudol cyfreithiol cyfreithlon cyfraith
  sail seiliau pwrpas diben dibenion penderfyniad penderfyniadau penderfynu trothwy lefel asesu asesiad risg risgiau perygl niwed pryder pryderon codwyd plentyn plant ifanc oedolyn oedolion person pobl
  unigolyn unigolion teulu rhowch rhoi rhannwch rhannu darparwch darparu anfonwch anfon cael ceisio casglu cais gofyn gofynnwn gofynnir gwneud gwneir ymholiad ymholiadau gwiriad gwiriadau ochrol safonol cyffredinol arferol arfer
  uchod isod gweler gwelir atgyfeiriad adroddiad ffurflen cefndir cofnodion systemau presennol parhaus posibl pellach ychwanegol newydd cychwynnol sylfaenol adnabod deall ystyried adolygu nesaf cam camau cymryd canlyniad
  mater sefyllfa amgylchiadau darlun cyfan barn sylwadau diweddariad cadarnhau cadarnhad hysbysu hysbyswch gwnewch cysylltwch cadarnhewch edrychwch chwiliwch hwn hon ymchwilio ymchwiliad sgrinio helpu
  polisi polisiau gweithdrefn gweithdrefnau protocol canllawiau unol oherwydd asiantaeth asiantaethau aml asiantaethol gwasanaeth gwasanaethau partner partneriaid brys pwysig hanfodol unig
  sicrhau cefnogi cymorth proses tim cydweithwyr diolch annwyl
  beth ba fod fydd fyddai oedd roedd rydym ydym rydyn hoffem hoffwn dylid dylem dylech gellir gallu gallwch allai hwy nhw ynddo iddo iddynt inni ichi wrthym amdano amdani amdanynt arnynt ganddynt ynghylch ynglyn parthed dros drwy trwy rhwng heb ond pan mwy rhagor pawb bob
  pryderu pryderus poeni gofidio gofidus credu credwn teimlo teimlwn ystyrir bernir dywedwch dywedir gofynnwyd cyhoedd rheolwr rheolwyr gweithiwr gweithwyr ymarferydd hanes ffactorau ffactor cryfderau rhoddir rhennir darperir ceir iawn cywirdeb hawl gwaith blaen modd ffordd parhau symud ymlaen
  arnom arnoch arnaf arni arno wrthych amdanoch ohono ohoni ohonynt gennyf ganddo ganddi atom atoch hynny hwnnw honno dyna dyma yma yna nawr wedyn ar fin cyn ers wrth hebddo mai taw sef os nad oni ydi ydy rwy rwyn dwi eisoes erioed bellach eto
  plis ples
  cadw diogel diogelach rheswm rhesymau hysbys wyddoch gwyddoch gwyddom bwriad nod nodau nodi nodwch noder clir cliriach gwell llawn llawnach cyflawn ehangach cynhwysfawr cywir digonol hollol amserol effeithiol trylwyr cryno
  gofynion gofyniad gofynnol rhwymedigaeth cyfrifoldeb cyfrifoldebau swyddogaeth swyddogaethau rol hyrwyddo hybu atal lleihau rheoli lliniaru ymyrryd ymyrraeth ymateb monitro cynllun cynllunio cyfarfod trafod trafodaeth strategaeth cynhadledd cyflawni
  cyd cydweithio cydweithredu gweithio gilydd amlasiantaeth amlasiantaethol rhyngasiantaethol cyfnewid cydsyniad caniatad camdriniaeth drin esgeulustod esgeuluso ecsbloetio honiad honiadau honedig sylweddol difrifol uchel isel canolig bregus agored niweidio dioddef
  gwirio chwilio edrych archwilio canfod darganfod llywio hwyluso cyfrannu cyfraniad cyd-destun destun tystiolaeth crynodeb trosolwg mewnbwn dealltwriaeth llun nodyn nodiadau dogfen dogfennau ynghlwm atodiad atodedig amgaeedig cofnod cofnodir
  anfonir ceisir cesglir asesir defnyddio defnyddir derbyn derbyniwyd cwblhau cwblhewch llenwi llenwch dychwelyd dychwelwch gadael gwybodus pwys defnyddiol buddiol gwerthfawr gwerthfawrogir ddiolchgar hanfod naturiol enwyd buan cynted blaenoriaeth statws mathau cwestiwn ateb
`);

/** Who may be asked: stock beside a word of asking ("Police check please"), and otherwise a reason to ask them ("GP will know more"). */
export const AGENCY_WORDS = list(`
  police gp school schools college nursery health housing education social care services service council local authority authorities hospital probation camhs midwifery fire ambulance nhs adult childrens front door early help
`, `
  heddlu meddyg meddygon ysgol ysgolion coleg meithrinfa iechyd tai addysg cymdeithasol gofal cyngor awdurdod awdurdodau lleol ysbyty prawf bydwreigiaeth tan ambiwlans gig teulu
`);

/** Of these one stands in a text that asks an agency and says no more. */
export const ASKING_WORDS = list(`
  check checks information info intel details data request requests requested requesting need needs needed required require enquiry enquiries inquiry query input update feedback please
`, `
  gwiriad gwiriadau gwirio gwybodaeth manylion data cais gofynnir gofynnwn angen ymholiad ymholiadau diweddariad
`);

/** Whole sentences, folded to words, that hold a word which is not filler elsewhere and still say nothing. */
export const STOCK_SENTENCES = new Set([
  'what information do you hold', 'what do you know', 'do you hold any information', 'do you have any information', 'anything you have', 'anything of note', 'as discussed', 'as agreed', 'as before', 'as stated previously', 'see attached', 'background information', 'to be confirmed', 'child at risk', 'professional judgement', 'for information', 'just checking', 'good practice', 'best endeavours', 'self explanatory', 'you tell us', 'same as last time', 'as usual', 'as always', 'ditto', 'see previous', 'see email', 'by email', 'no change', 'no further comment', 'no comment', 'not applicable', 'not known', 'unknown', 'because we need to', 'need to know',
  'beth a wyddoch', 'pa wybodaeth sydd gennych', 'unrhyw beth sydd gennych', 'fel y trafodwyd', 'fel y cytunwyd', 'fel or blaen', 'gweler yr atodiad', 'gwybodaeth gefndir', 'iw gadarnhau', 'barn broffesiynol', 'er gwybodaeth', 'arfer da', 'yr un fath ag or blaen', 'fel bob amser', 'ddim yn berthnasol', 'dim iw ychwanegu', 'gweler yr ebost', 'gweler ebost', 'gweler blaenorol', 'd', 'g', 'amherthnasol', 'anhysbys', 'dim sylw',
]);

/** Turns of phrase, folded with small words apart, that say nothing wherever they stand though their words elsewhere may. */
export const STOCK_TURNS = [
  'as (?:previously )?(?:discussed|agreed|outlined|stated|described|mentioned|noted|explained|requested|detailed)', 'fel y (?:trafodwyd|cytunwyd|nodwyd|disgrifiwyd|soniwyd|eglurwyd|amlinellwyd|gofynnwyd|dywedwyd)',
  '(?:on|by|over) (?:the )?(?:tele)?phone', 'our (?:phone |telephone )?(?:call|conversation|discussion)', 'ar y ffon', 'dros y ffon', 'ein sgwrs',
  '(?:to )?(?:prevention|detection|prevent|detect)(?: (?:and|or) (?:detection|detect|investigation))?(?: of)? crime', 'protect(?:ion of)? the public', 'public protection', 'benefits? (?:of sharing )?outweighs?(?: (?:the|any))?(?: (?:intrusion|risks?|harm))?', 'overrides? (?:confidentiality|privacy)', 'comes? first',
  'atal (?:a chanfod )?troseddu?(?:au)?', 'dod gyntaf', 'duty of care', 'to do so', 'doing so', 'manager has asked for', 'manager asked for', 'social workers?', 'yn ol yr arfer', 'yn ol y (?:polisi|broses|protocol|weithdrefn|drefn)', 'less intrusive(?: means)?', 'other way(?: to get it)?', 'do our jobs?', 'yn ol yr angen', 'yn ol y gofyn', 'gweithwyr? cymdeithasol', 'due diligence', 'working together', 'think family', 'do you', 'in order to', 'on behalf of', 'up to date', 'to date', 'so far', 'as soon as possible', 'at this time', 'at this stage', 'at the moment', 'in place', 'going forward', 'moving forward', 'in touch', 'back to us', 'get back to me',
  'we have been asked to', 'we are asking for', 'i am asking for', 'asking for', 'social care', 'the front door', 'front door', 'early help', 'significant others', 'next of kin', 'terms of reference', 'box ticking', 'tick box', 'right thing to do', 'right to know', 'bigger picture', 'big picture', 'full history', 'any history', 'background history', 'family history', 'joined up',
  'dyletswydd gofal', 'diwydrwydd dyladwy', 'gofal cymdeithasol', 'drws ffrynt', 'cyn gynted a phosibl', 'cyn gynted a phosib', 'ar hyn o bryd', 'hyd yma', 'hyd yn hyn', 'ar ran', 'darlun llawn', 'y peth iawn i w wneud', 'hanes y teulu', 'hanes teuluol',
] as const;

/** Words of references to law, folded: with filler around them they make no case for asking. */
export const CITATION_WORDS = list(`
  sched scheds cl amended applies apply applied plus
  act acts section sections article articles art arts schedule sch paragraph paragraphs para paras part parts pt regulation regulations reg regs subsection subsections s ss gdpr uk dpa echr hra ca
  childrens crime disorder offender offenders mental capacity domestic education equality offences criminal justice sexual slavery modern adoption homelessness police housing social services security terrorism counter health care online access immigration asylum families together echr uncrc kcsie code part chapter clause annex recital order directions bill statute statutes legislation law gdpr lawful grounds ground provision provisions set out subject entitled authorised permitted permits allows allow exemption exempt processing process personal special category categories
  human rights convention pursuant virtue relies rely relying relied on powers power gateway condition conditions recognised legitimate substantial common confidentiality caldicott principle principles working wales england
`, `
  deddf deddfau adran adrannau erthygl erthyglau atodlen paragraff paragraffau rhan rheoliad rheoliadau is-adran cymru lloegr hawliau dynol confensiwn
  trosedd troseddau anhrefn troseddwyr rheolaeth galluedd meddyliol domestig addysg cydraddoldeb cyfiawnder troseddol rhywiol caethwasiaeth gofal iechyd cymdeithasol tai pennod cymal atodiad gorchymyn deddfwriaeth darpariaeth darpariaethau prosesu personol categori arbennig caniatau eithriad cod ymarfer
  du atod
  pwer pwerau rhinwedd dibynnu dibynnwn dilyn sylweddol cyfrinachedd egwyddor egwyddorion porth amod gdpr dpa
`);
