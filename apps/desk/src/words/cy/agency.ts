import type { Translated } from '../wording.js';
import type { agency as english } from '../en/agency.js';

export const agency: Translated<typeof english> = {
  nav: { label: 'Eich asiantaeth', people: 'Pobl', keys: 'Allweddi', contacts: 'Cysylltiadau ac oriau' },
  role: {
    practitioner: 'Ymarferydd', senior_practitioner: 'Uwch ymarferydd', responder: 'Ymatebydd', approver: 'Cymeradwywr', team_manager: 'Rheolwr tîm', agency_administrator: 'Gweinyddwr asiantaeth', custodian: 'Ceidwad', data_protection_officer: 'Swyddog diogelu data',
    signatory: 'Llofnodwr', caldicott_guardian: 'Gwarcheidwad Caldicott', independent_scrutineer: 'Craffwr annibynnol', service_operator: 'Gweithredwr y gwasanaeth',
  },
  roles: 'Rolau',
  does: {
    practitioner: 'Yn gofyn, ac yn gweithio ar yr hyn a ddaw yn ôl', senior_practitioner: 'Yn gofyn, yn graddio ac yn penderfynu', responder: 'Yn chwilio eich systemau ac yn ateb', approver: 'Yn rhyddhau atebion sensitif', team_manager: 'Yn gweld gwaith y ddwy ochr ac yn ei rannu', agency_administrator: 'Yn gofalu am bobl a chysylltiadau, heb unrhyw gynnwys',
    custodian: 'Yn cadw’r allweddi ac yn llofnodi’r rhestr o bobl', data_protection_officer: 'Yn edrych ar sut a pham y rhannwyd, byth ar beth', signatory: 'Yn llofnodi cytundebau ar ran yr asiantaeth', caldicott_guardian: 'Yn edrych ar sut a pham y rhannwyd gwybodaeth, byth ar beth', independent_scrutineer: 'Yn darllen tystiolaeth a derbynebau, a dim arall', service_operator: 'Yn gweld bod y gwasanaeth yn rhedeg',
  },
  day: { d1: 'Dydd Llun', d2: 'Dydd Mawrth', d3: 'Dydd Mercher', d4: 'Dydd Iau', d5: 'Dydd Gwener', d6: 'Dydd Sadwrn', d7: 'Dydd Sul' },
  hours: { title: 'Oriau {{agency}}', span: '{{from}} tan {{to}}', closed: 'Ar gau', hint: 'Er enghraifft 09:00 tan 17:00. Sawl un mewn diwrnod gyda chomas. Ysgrifennwch noson fel dwy: tan 24:00, ac o 00:00 drannoeth. Gadewch ddiwrnod yn wag lle nad oes dim.', wrong: '{{day}}: ysgrifennwch oriau fel 09:00 tan 17:00, y cynharaf yn gyntaf, heb i ddim orgyffwrdd' },
  you: '{{name}} (chi)',
  cancel: 'Canslo',
  people: {
    title: 'Pobl', what: 'pobl eich asiantaeth', how: 'Y rhestr sydd mewn grym, fel y llofnododd dau geidwad hi. Yr enwau yw’r hyn a ddywedodd cydweithwyr wrth eu tîm.', members: 'Pwy sy’n perthyn', name: 'Enw', pseudonym: 'Ffugenw', key: 'Allwedd', acts: 'Gwneud', since: 'Wedi’i llofnodi i mewn, ers {{day}}', until: 'Yn perthyn tan {{day}}', waits: 'Mae allwedd newydd yn aros am geidwaid',
    change: 'I derfynu aelodaeth rhywun neu i newid rolau, paratowch y rhestr nesaf o bobl.', changeLink: 'Paratoi’r rhestr nesaf', asCustodian: 'Mae terfynu aelodaeth a newid rolau yn gofyn am ddau geidwad.',
    joiners: 'Pwy sy’n ymuno', state: 'Cyflwr', nobody: 'Nid oes neb yn ymuno.', invited: 'Gwahoddwyd. Heb ddefnyddio’r cod eto', redeemed: 'Wedi defnyddio’r cod. Wrthi’n gwneud allwedd', brought: 'Wedi dod ag allwedd. Mae ceidwad yn cymharu’r geiriau ac yn paratoi’r rhestr nesaf',
    startAgain: 'Dechrau eto', oneTime: 'Cod untro', gone: 'Caiff {{name}} ddechrau eto. Mae pob ffordd i mewn oedd ganddynt wedi dod i ben.',
  },
  invite: {
    title: 'Gwahodd rhywun', how: 'Cewch god, a ddangosir unwaith. Darllenwch ef iddynt neu rhowch ef â llaw.', pseudonym: 'Ffugenw', pseudonymHint: 'Mae’n sefyll dros y person ym mhobman. Byth yn enw. Fe’i tynnwyd ar hap; cadwch ef.', other: 'Tynnu un arall', invite: 'Gwahodd', needsRole: 'Dewiswch o leiaf un rôl', needsPseudonym: 'Defnyddiwch lythrennau bach, digidau a chysylltnodau, a dim enw', taken: 'Defnyddiwyd y ffugenw hwn o’r blaen. Tynnwch un arall.',
  },
  code: {
    invitation: 'Cod gwahoddiad', oneTime: 'Cod untro', for: 'Ar gyfer', how: 'Darllenwch ef iddynt, neu rhowch ef â llaw. Peidiwch byth â’i anfon drwy e-bost na neges.', once: 'Dim ond y tro hwn y caiff ei ddangos.', until: 'Yn dda tan {{time}}, i’w ddefnyddio unwaith', done: 'Rwyf wedi ei ddarllen iddynt', oneTimeHow: 'Mae’n gadael iddynt gyrraedd gwiriadau coch yn unig. Cyn i gwestiwn gael ei ddangos maent yn datgloi eu hallwedd eu hunain.',
  },
  sure: {
    startAgain: 'Dod â phob ffordd i mewn sydd gan {{name}} i ben?', startAgainHow: 'Mae eu sesiynau a’u hallweddi mynediad yn dod i ben nawr, hefyd ar ddyfais a ddygwyd. Maent yn mewngofnodi â’u cyfrif gwaith, yn gwneud allwedd newydd, ac mae dau geidwad yn cymharu ei geiriau ac yn llofnodi.', startAgainDo: 'Dod â nhw i ben, dechrau eto',
    list: 'Cyn i chi lofnodi', ends: 'Daw aelodaeth {{name}} i ben nawr. Ni fydd ganddynt sesiwn o’r eiliad y bydd y ceidwad arall yn llofnodi, ac ni fydd unrhyw neges a anfonir wedyn yn agor iddynt.', trusts: 'Daw {{name}} yn {{role}}.', custodian: 'Dau geidwad gyda’i gilydd sy’n penderfynu pwy gaiff ddarllen. Mae pwy bynnag sydd â’r rôl hon yn cael allwedd gyfan yr asiantaeth.', administrator: 'Mae gweinyddwr yn gwahodd pobl ac yn dweud sut y gellir siarad â’r asiantaeth.',
    oneTime: 'Gwneud cod untro ar gyfer {{name}}?', oneTimeHow: 'I rywun na all fewngofnodi â’u cyfrif gwaith tra bo gwiriad coch yn aros. Cofnodir pwy a’i gwnaeth a beth a wnaed ag ef.', oneTimeDo: 'Gwneud y cod', listDo: 'Llofnodi a’i chyflwyno',
  },
  keys: {
    title: 'Allweddi', what: 'allweddi eich asiantaeth', own: 'Geiriau eich allwedd', ownHow: 'Mae pwy bynnag sy’n gwirio mai chi ydyw yn clywed y geiriau hyn gennych.', list: 'Y rhestr o bobl', version: 'Fersiwn', issued: 'Llofnodwyd ar', custodians: 'Ceidwaid', delegates: 'Pwy sy’n darllen y tu allan i oriau', noDelegates: 'Neb', waiting: 'Rhestr sy’n aros', none: 'Nid oes rhestr yn aros am lofnod.', prepare: 'Paratoi’r rhestr nesaf',
    log: { key: 'Cofnod allweddi', exact: 'Mae’n dal rhestrau eich asiantaeth a dim rhai eraill.', waiting: 'Mae’r rhestr ddiweddaraf ar ei ffordd iddo. Gall hynny gymryd diwrnod.', overdue: 'Llofnodwyd y rhestr ddiweddaraf fwy na diwrnod yn ôl ac nid yw ynddo. Dim ond gwiriadau coch y gellir eu hanfon. Ffoniwch y bartneriaeth.', away: 'Ni ellid ei holi.', silent: 'Ni ellid ei holi ers mwy na thri diwrnod. Dim ond gwiriadau coch y gellir eu hanfon. Ffoniwch y bartneriaeth.' },
    prepareInstead: 'Paratoi un arall yn ei lle', prepareOn: 'Mynd ymlaen â’r rhestr a ddechreuoch', published: 'Mae fersiwn {{version}} o’r rhestr mewn grym.', proposed: 'Mae fersiwn {{version}} yn aros am geidwad arall.', english: 'Saesneg', welsh: 'Cymraeg',
  },
  proposal: {
    by: 'Cyflwynwyd gan {{name}}, {{time}}', own: 'Chi a lofnododd hon. Rhaid i geidwad arall edrych arni a llofnodi.', changes: 'Beth mae’n ei newid', nothing: 'Nid yw’n newid dim o ran pobl, rolau, allweddi na dirprwyon.', joins: 'Mae {{name}} yn ymuno fel {{roles}}.', back: 'Mae {{name}} yn dychwelyd gydag allwedd arall, fel {{roles}}.', from: 'Nid cyn {{day}}.', until: 'Tan {{day}}.', leaves: 'Daw aelodaeth {{name}} i ben nawr.', ends: 'Daw aelodaeth {{name}} i ben ar {{day}}.',
    roles: 'Roedd {{name}} yn {{before}} a daw yn {{after}}.', noRole: 'heb rôl', otherwise: 'Mae cofnod {{name}} wedi’i newid mewn ffordd arall: yn ei allwedd, neu yn yr hyn a all fewngofnodi ar ei ran.', epoch: 'Mae’r tîm yn cael allwedd newydd: dim ond i’r rhai sy’n cael copi y bydd yr hyn a anfonir wedyn yn agor.', copies: 'Mae copïau o allwedd y tîm yn mynd i: {{names}}.', custody: 'Mae copïau o allwedd gyfan yr asiantaeth yn mynd i: {{names}}.',
    delegatesGone: 'Nid oes neb arall yn darllen dros eich asiantaeth mwyach.', delegate: 'Mae {{agency}} yn darllen dros eich asiantaeth: {{hours}}.', delegateUntil: 'Mae {{agency}} yn darllen dros eich asiantaeth tan {{day}}: {{hours}}.', delegateEnds: 'Nid yw {{agency}} yn darllen dros eich asiantaeth mwyach.', compare: 'Cymharu’r geiriau', sign: 'Ei llofnodi', leave: 'Ei gadael heb ei llofnodi', left: 'Gadawsoch hi heb ei llofnodi. Mae’n aros am geidwad.', refused: 'Peidiwch â llofnodi’r rhestr hon. Nid yw’n dal: {{code}}. Dywedwch wrth y ceidwad arall a’r bartneriaeth.', signWhat: 'Byddwch yn cadarnhau â’ch allwedd mynediad.',
  },
  compare: { title: 'Allwedd {{name}}', how: 'Ffoniwch nhw ar rif yr oeddech yn ei wybod o’r blaen, neu cwrddwch â nhw. Maent yn darllen chwe gair oddi ar eu sgrin. Os yw un yn wahanol, stopiwch.', heard: 'Clywais y geiriau hyn ganddynt', needed: 'Cymharwch eiriau {{name}} gyda nhw yn gyntaf' },
  next: {
    title: 'Paratoi’r rhestr nesaf o bobl', joiners: 'Pwy sy’n ymuno', noJoiners: 'Nid oes neb wedi dod ag allwedd.', take: 'Derbyn {{name}} fel {{roles}}', notAKey: 'Nid allwedd yw’r hyn a ddaeth gan {{name}}. Rhaid iddynt ddechrau eto.', members: 'Pwy sy’n perthyn', keep: 'Dim newid', ends: 'Yn dod i ben nawr', changes: 'Rolau eraill', rolesOf: 'Rolau {{name}}', memberOf: '{{name}} – {{roles}}',
    epoch: 'Allwedd tîm newydd', epochTick: 'Gwneud allwedd tîm newydd', epochHint: 'Unwaith y mis, a lle cafodd dyfais ei dwyn.', epochComes: 'Daw allwedd tîm newydd gyda’r rhestr hon, oherwydd bod aelodaeth rhywun yn dod i ben neu fod rhywun yn colli rôl sy’n darllen.', delegates: 'Pwy sy’n darllen y tu allan i oriau', delegatesHint: 'Asiantaeth arall sy’n darllen yr hyn a anfonir at eich un chi yn yr oriau hyn. Mae’r ddau geidwad yn ei lofnodi.', delegate: 'Asiantaeth {{number}}', agency: 'Asiantaeth', choose: 'Dewiswch asiantaeth', add: 'Ychwanegu asiantaeth', remove: 'Tynnu',
    go: 'Parhau', back: 'Yn ôl', anew: 'Taflu hon a dechrau eto', outdated: 'Roeddech wedi dechrau rhestr. Mae un arall mewn grym ers hynny, felly nid aethpwyd ymlaen â hi.',
    fault: { nothing: 'Newidiwch rywbeth, neu ewch yn ôl', roles: 'Dewiswch o leiaf un rôl i {{name}}', oneself: 'Rhaid i geidwad arall ddod â’ch aelodaeth i ben, neu gymryd y rôl hon oddi arnoch', custodians: 'Rhaid i ddau geidwad aros', delegateAgency: 'Dewiswch asiantaeth', delegateHours: 'Dywedwch ym mha oriau y maent yn darllen', delegateTwice: 'Enwch bob asiantaeth unwaith' },
  },
  contact: {
    title: 'Cysylltiadau ac oriau', what: 'eich cysylltiadau', phone: 'Ffôn', night: 'Ffôn y tu allan i oriau', phoneHint: 'Y ddesg, byth person', hours: 'Oriau swyddfa', approved: 'Pa atebion y mae cymeradwywr yn eu gweld cyn iddynt fynd?', approvedHint: 'Person a gaiff ryddhau atebion sy’n eu hanfon. Nid yw Lateral yn eu cymryd gan neb arall.', approvedAnswers: { some: 'Y rhai sy’n cynnwys cudd-wybodaeth, neu eitemau mai ychydig a gaiff eu defnyddio', all: 'Pob un sy’n dweud beth a ddaliwch, neu’n gwrthod gwneud hynny' }, mailbox: 'Blwch post ar gyfer hysbysiadau', mailboxHint: 'Blwch post a rennir. Nid yw’r hyn sy’n mynd yno yn enwi unrhyw berson na theulu.', escalation: 'Blwch post ar gyfer uwchgyfeirio', escalationHint: 'I’r rheolwyr. Os yw’n wag, ânt i’r blwch post ar gyfer hysbysiadau.', language: 'Iaith yr hysbysiadau', languages: { en: 'Saesneg', cy: 'Cymraeg', both: 'Y ddwy' },
    policy: 'Dogfen bolisi briodol', policyHint: 'Mae’r hyn a rannwch yn ei henwi. Hebddi, ychydig y mae’r gyfraith yn gadael ei rannu.', policyId: 'Ei rhif', policyIdHint: 'Er enghraifft APD-SG-01', policyVersion: 'Fersiwn', review: 'Ei hadolygu erbyn', day: 'Diwrnod', month: 'Mis', year: 'Blwyddyn', verified: 'Gwiriwyd ddiwethaf {{ago}}, ar {{day}}', never: 'Heb ei wirio erioed', save: 'Cadw a gwirio', saved: 'Wedi’i gadw a’i wirio.', changed: 'Newidiodd rhywun arall hyn yn y cyfamser. Mae’r hyn a deipioch yma o hyd. Edrychwch ar yr hyn sydd yno nawr, yna cadwch eto.', now: 'Yr hyn sydd yno nawr',
    reviewOver: 'Mae’r dyddiad adolygu wedi mynd heibio.', wrong: { phone: 'Ysgrifennwch rif ffôn gyda digidau', mailbox: 'Ysgrifennwch un cyfeiriad e-bost', policyId: 'Ysgrifennwch ei rhif fel APD-SG-01', policyVersion: 'Ysgrifennwch ei fersiwn fel 1.0', review: 'Ysgrifennwch ddyddiad cyfan', policyWhole: 'Ysgrifennwch y rhif, y fersiwn a’r dyddiad adolygu, neu ddim un ohonynt' },
  },
  refusal: {
    'no-custody': 'Nid oes copi o allwedd yr asiantaeth wedi’i gadw i chi. Gofynnwch i’r ceidwad arall wneud allwedd tîm newydd: daw copi gyda hi.',
    'other-key': 'Daeth rhywun ag allwedd arall ers i chi gymharu’r geiriau. Ni lofnodwyd dim. Cymharwch nhw eto.',
    'not-a-roster': 'Byddai pawb sy’n darllen y rhestr hon yn ei gwrthod, felly ni chafodd ei gwneud. Edrychwch ar bwy fyddai’n perthyn.',
    'another-proposal': 'Mae rhestr arall yn aros nawr i’r un yr edrychoch arni. Ni lofnodwyd dim. Edrychwch arni eto.',
  },
};
