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
    title: 'Gwahodd rhywun', how: 'Cewch god, a ddangosir unwaith.', pseudonym: 'Ffugenw', pseudonymHint: 'Mae’n sefyll dros y person ym mhobman. Byth yn enw. Fe’i tynnwyd ar hap; cadwch ef.', other: 'Tynnu un arall', invite: 'Gwahodd', needsRole: 'Dewiswch o leiaf un rôl', needsPseudonym: 'Defnyddiwch lythrennau bach, digidau a chysylltnodau, a dim enw', taken: 'Defnyddiwyd y ffugenw hwn o’r blaen. Tynnwch un arall.',
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
    roles: 'Roedd {{name}} yn {{before}} a daw yn {{after}}.', noRole: 'heb rôl', otherwise: 'Mae cofnod {{name}} wedi’i newid mewn ffordd arall: yn ei allwedd, neu yn yr hyn a all fewngofnodi ar ei ran.', epoch: 'Mae’r tîm yn cael allwedd newydd: dim ond i’r rhai sy’n cael copi y bydd yr hyn a anfonir wedyn yn agor.', copies: 'Mae copïau o allwedd y tîm yn mynd i: {{names}}.', deletes: 'Caiff hen allwedd y tîm ei dileu am byth. {{months}}.', custody: 'Mae copïau o allwedd gyfan yr asiantaeth yn mynd i: {{names}}.',
    delegatesGone: 'Nid oes neb arall yn darllen dros eich asiantaeth mwyach.', delegate: 'Mae {{agency}} yn darllen dros eich asiantaeth: {{hours}}.', delegateUntil: 'Mae {{agency}} yn darllen dros eich asiantaeth tan {{day}}: {{hours}}.', delegateEnds: 'Nid yw {{agency}} yn darllen dros eich asiantaeth mwyach.', compare: 'Cymharu’r geiriau', sign: 'Ei llofnodi', leave: 'Ei gadael heb ei llofnodi', left: 'Gadawsoch hi heb ei llofnodi. Mae’n aros am geidwad.', refused: 'Peidiwch â llofnodi’r rhestr hon. Nid yw’n dal: {{code}}. Dywedwch wrth y ceidwad arall a’r bartneriaeth.', signWhat: 'Byddwch yn cadarnhau â’ch allwedd mynediad, neu drwy fewngofnodi eto os nad oes gennych un.',
  },
  compare: { title: 'Allwedd {{name}}', how: 'Ffoniwch nhw ar rif yr oeddech yn ei wybod o’r blaen, neu cwrddwch â nhw. Maent yn darllen chwe gair oddi ar eu sgrin. Os yw un yn wahanol, stopiwch.', heard: 'Clywais y geiriau hyn ganddynt', needed: 'Cymharwch eiriau {{name}} gyda nhw yn gyntaf' },
  next: {
    title: 'Paratoi’r rhestr nesaf o bobl', joiners: 'Pwy sy’n ymuno', noJoiners: 'Nid oes neb wedi dod ag allwedd.', take: 'Derbyn {{name}} fel {{roles}}', notAKey: 'Nid allwedd yw’r hyn a ddaeth gan {{name}}. Rhaid iddynt ddechrau eto.', members: 'Pwy sy’n perthyn', keep: 'Dim newid', ends: 'Yn dod i ben nawr', changes: 'Rolau eraill', rolesOf: 'Rolau {{name}}', memberOf: '{{name}} – {{roles}}',
    epoch: 'Allwedd tîm newydd', epochTick: 'Gwneud allwedd tîm newydd', epochHint: 'Unwaith y mis, a lle cafodd dyfais ei dwyn.', epochComes: 'Daw allwedd tîm newydd gyda’r rhestr hon, oherwydd bod aelodaeth rhywun yn dod i ben neu fod rhywun yn colli rôl sy’n darllen.', delegates: 'Pwy sy’n darllen y tu allan i oriau', delegatesHint: 'Asiantaeth arall sy’n darllen yr hyn a anfonir at eich un chi yn yr oriau hyn. Mae’r ddau geidwad yn ei lofnodi.', delegate: 'Asiantaeth {{number}}', agency: 'Asiantaeth', choose: 'Dewiswch asiantaeth', add: 'Ychwanegu asiantaeth', remove: 'Tynnu',
    go: 'Parhau', back: 'Yn ôl', anew: 'Taflu hon a dechrau eto', outdated: 'Roeddech wedi dechrau rhestr. Mae un arall mewn grym ers hynny, felly nid aethpwyd ymlaen â hi.',
    fault: { nothing: 'Newidiwch rywbeth, neu ewch yn ôl', roles: 'Dewiswch o leiaf un rôl i {{name}}', oneself: 'Rhaid i geidwad arall ddod â’ch aelodaeth i ben, neu gymryd y rôl hon oddi arnoch', custodians: 'Rhaid i ddau geidwad aros', delegateAgency: 'Dewiswch asiantaeth', delegateHours: 'Dywedwch ym mha oriau y maent yn darllen', delegateTwice: 'Enwch bob asiantaeth unwaith' },
  },
  epochs: {
    old: 'Hen allweddi’r tîm', oldHow: 'Mae pob neges yn enwi’r allwedd tîm sy’n ei hagor. Gellir dileu allwedd nad oes ei hangen ar neb mwyach.', open: 'Dileu hen allwedd', title: 'Dileu hen allweddi’r tîm', what: 'allweddi eich tîm',
    how: 'Unwaith y caiff allwedd ei dileu, nid yw’r hyn a seliwyd i’ch tîm â hi yn agor i neb yn eich asiantaeth mwyach, nac o hen gopi wrth gefn. Nid oes ffordd yn ôl. Gwnewch hyn gyda’ch swyddog diogelu data, sy’n gwybod beth sydd wedi mynd heibio i’w amser.',
    legend: 'Pa allweddi sy’n cael eu dileu?', months: 'Mewn defnydd o {{from}} tan {{until}}', since: 'Mewn defnydd ers {{from}}', words: 'Geiriau’r allwedd hon. Mae’r ceidwad arall yn gweld yr un rhai.', none: 'Nid oes hen allwedd y gellid ei dileu.', others: 'Allweddi na ellir eu dileu', needed: 'Dewiswch o leiaf un allwedd',
    standing: { newest: 'Hon yw’r ddiweddaraf.', 'in-use': 'Gall rhywun selio iddi o hyd.', deleted: 'Mae eisoes wedi’i dileu.' },
    sure: 'Cyn i chi ddileu', sureWhat: 'Nid yw’r hyn a seliwyd i’ch tîm â’r allweddi hyn yn agor i neb yn eich asiantaeth mwyach:', sureOfficer: 'Rydych wedi siarad â’ch swyddog diogelu data. Daw tri phapur adfer newydd nesaf: bydd angen argraffydd wrth law, a’r bobl sydd i’w cadw.', sureDo: 'Ymlaen at y papurau',
    refused: {
      'epoch-still-needed': 'Mae angen un o’r allweddi hyn o hyd. Efallai y bydd rhaid agor neges a seliwyd iddi, nid yw ei gwiriad wedi dod i ben, neu mae rhywbeth anorffenedig wedi’i selio iddi ar gyfer eich tîm. Ni ddilëwyd dim.',
      'epoch-undeletable': 'Mae un o’r allweddi hyn mewn defnydd, neu hi yw’r ddiweddaraf, neu nid allwedd eich tîm ydyw. Ni ddilëwyd dim.', 'custody-missing': 'Byddai ceidwad yn cael ei adael heb allwedd yr asiantaeth. Ni ddilëwyd dim.', 'recovery-kit-older': 'Rhaid gwneud y papurau adfer newydd yn gyntaf. Ni ddilëwyd dim. Dechreuwch eto.',
    },
  },
  papers: {
    title: 'Argraffu tri phapur adfer', how: 'Pan na all neb yn eich asiantaeth ddatgloi dim, mae unrhyw ddau o’r tri phapur hyn yn agor ei hallwedd. Dim ond unwaith y cânt eu dangos. Argraffwch nhw nawr a’u rhoi i dri pherson. Maent yn cymryd lle’r papurau blaenorol, a gaiff eu llosgi wedi i’r ceidwad arall lofnodi.',
    name: 'Papur adfer Lateral {{number}} o 3', agency: 'Asiantaeth', code: 'Beth i’w deipio', made: 'Gwnaed ar', keep: 'Cadwch ef dan sêl, ac nid gydag un arall o’r tri. Ar ei ben ei hun nid yw’n agor dim. Ni fydd neb o Lateral yn gofyn amdano.', print: 'Argraffu', printed: 'Rwyf wedi eu hargraffu',
    proof: 'Dangos bod y papurau gennych', proofHow: 'Copïwch un grŵp o lythrennau o bob papur. Nid ydynt ar y sgrin hon mwyach. Cyfrifir y grwpiau ar ôl y gair “set” a’r hyn sy’n ei ddilyn.', group: 'Papur {{number}}, grŵp {{place}}', wrong: 'Nid dyma grŵp {{place}} papur {{number}}. Edrychwch arno eto.', back: 'Dangos y papurau eto', go: 'Ei chyflwyno',
  },
  deletes: {
    warning: 'Mae hyn yn dileu hen allweddi’r tîm am byth. Nid yw’r hyn a seliwyd â nhw yn agor i neb yn eich asiantaeth mwyach, ac nid oes ffordd yn ôl.', how: 'Edrychwch ar y geiriau hyn gyda {{name}}. Os yw un yn wahanol, peidiwch â llofnodi.', looked: 'Edrychom ar y geiriau hyn gyda’n gilydd, ac mae’r allwedd hon i’w dileu', needed: 'Edrychwch ar eiriau’r allwedd hon gyda’ch gilydd yn gyntaf',
    papers: 'Rhoi cynnig ar ddau o’r papurau adfer newydd', papersHow: 'Nid yw papurau hŷn yn agor dim mwyach wedi i chi lofnodi. Teipiwch yr hyn sydd ar ddau o’r rhai newydd, neu darllenwch ef i mewn.', first: 'Papur cyntaf', second: 'Ail bapur', try: 'Rhoi cynnig arnynt', papersNeeded: 'Rhowch gynnig ar ddau o’r papurau adfer newydd yn gyntaf',
    opens: 'Maent yn agor pecyn adfer {{day}}, ac nid oes yr un o’r allweddi a ddilëwyd ynddo.', holds: 'Maent yn agor pecyn adfer {{day}}, y mae’r allweddi a ddilëwyd ynddo o hyd. Un hŷn ydyw. Peidiwch â llofnodi.', noKit: 'Nid oes pecyn adfer yn cael ei gadw yma. Gofynnwch i {{name}} a roddwyd cynnig ar y papurau newydd.',
    refused: { mistyped: 'Mae llythyren ar un ohonynt yn anghywir. Edrychwch arno eto.', 'same-share': 'Yr un papur ddwywaith yw hwnnw.', 'foreign-share': 'Mae un ohonynt yn perthyn i becyn arall: papur hŷn ydyw, neu un asiantaeth arall.', other: 'Nid ydynt yn agor dim. Peidiwch â llofnodi, a dywedwch wrth y ceidwad arall.' },
    after: 'Wedi i chi lofnodi: llosgwch bapurau pob pecyn hŷn, dilëwch bob ffeil o un, a gofynnwch i bawb gloi a datgloi unwaith.',
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
