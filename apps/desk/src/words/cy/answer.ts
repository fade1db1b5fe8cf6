import type { Translated } from '../wording.js';
import type { answer as english } from '../en/answer.js';

export const answer: Translated<typeof english> = {
  title: 'Ateb cais',
  what: 'y cais',
  rules: 'y rheolau ar gyfer ateb',
  back: 'Yn ôl i’r mewnflwch',
  skip: 'Neidio i’r ateb',
  answerRegion: 'Eich ateb',
  choose: 'Dewiswch',
  or: 'neu',
  day: 'Diwrnod', month: 'Mis', year: 'Blwyddyn',
  limit: 'Hyd at {{number}} nod', left: 'Nodau ar ôl: {{number}}', tooMany: 'Nodau dros ben: {{number}}',
  replace: 'Rhoi “{{text}}” yn ei le', takeOut: 'Ei dynnu allan',
  role: { responder: 'Ymatebydd', approver: 'Cymeradwywr', team_manager: 'Rheolwr tîm' },
  held: 'Gan {{name}} y mae’r cais hwn. Cytunwch pwy sy’n ei ateb cyn i chi ysgrifennu.',
  hubJudged: 'Yr hyn a ganfu’r hyb',
  opening: {
    tells: 'Mae ei agor yn dweud wrth {{agency}} fod eich tîm wedi’i weld, a phryd.', open: 'Agor', custodian: 'un o geidwaid eich asiantaeth', corrected: 'Mae {{agency}} wedi cywiro’r cais hwn. Mae’r hyn a ysgrifennoch wedi’i gadw: agorwch ef a darllenwch beth a newidiodd.', withdrawn: 'Mae {{agency}} wedi tynnu’r cais hwn yn ôl. Nid oes dim i’w ateb.',
  },
  question: {
    people: 'Ynghylch pwy', asked: 'Yr hyn a ofynnir', why: 'Pam y maent yn gofyn', decision: 'Y penderfyniad i’w wneud', reason: 'Yr hyn a adroddwyd', history: 'Yr hyn y maent yn ei wybod eisoes', period: 'Cyfnod', fromTo: '{{from}} hyd {{to}}', limits: 'Terfynau ar yr hyn a wnewch â hyn',
    asker: 'Pwy sy’n gofyn', born: 'ganwyd {{date}}', expected: 'disgwylir {{date}}', also: 'Enwau eraill: {{names}}', nhs: 'Rhif GIG', upn: 'Rhif disgybl', confidential: 'Cadwch y cyfeiriad hwn i chi’ch hun', hidden: 'Mae cyfeiriad yma wedi’i guddio rhag rhywun. Peidiwch â’i ddweud wrth neb yn y teulu.',
    hideNames: 'Cuddio enwau', showName: '(dangos yr enw)', statement: 'Datganiad o angen', under: 'Gofynnwyd o dan {{duties}}.', reasonsIfRefused: 'Os ydych yn gwrthod, rhaid i chi roi eich rhesymau’n ysgrifenedig.',
    mismatched: 'Nid yw’r hyn a ddywedwyd am rai geiriau pan anfonwyd hwy yn wir amdanynt: {{fields}}. Mae’r hyb wedi cael gwybod. Ffoniwch bwy bynnag sy’n gofyn cyn dibynnu arnynt.', before: 'Yr hyn a ddywedai cyn ei gywiro', override: 'Anfonwyd hwn fel argyfwng, cyn i’w gofnod fod yn gyflawn.',
  },
  way: {
    legend: 'A ydych yn dal unrhyw beth perthnasol?', nothing: 'Nid ydym yn dal dim byd perthnasol', share: 'Ydym, a gallwn ei rannu', refuse: 'Ydym, ond ni allwn rannu rhywfaint neu’r cyfan ohono', talk: 'Mae angen i ni siarad yn gyntaf, neu gael mwy o amser', elsewhere: 'Y person anghywir neu’r tîm anghywir',
  },
  nothing: {
    legend: 'Pa un sy’n wir?', not_known: 'Ddim yn hysbys i ni', not_knownHint: 'Rydym wedi chwilio, ac nid yw’r un ohonynt yn ein cofnodion.', no_concern: 'Yn hysbys i ni, dim pryder', no_concernHint: 'Rydym yn adnabod rhywun, ac nid oes dim a ddaliwn yn achos pryder.',
    nothing_relevant: 'Yn hysbys i ni, dim byd perthnasol i’r cwestiwn hwn', nothing_relevantHint: 'Rydym yn dal rhywbeth, ac nid yw dim ohono’n berthnasol i’r hyn a ofynnir.',
    saying: 'Rydych yn dweud eich bod wedi chwilio {{systems}} heddiw am bawb y gofynnir amdanynt ({{number}}).', not_knownSaid: 'Nid ydynt yn hysbys i chi.', no_concernSaid: 'Rydych yn eu hadnabod, ac nid oes gennych bryder.', nothing_relevantSaid: 'Rydych yn eu hadnabod, ac nid oes dim a ddaliwch yn berthnasol i’r cwestiwn hwn.',
  },
  systems: { legend: 'Y systemau a chwiliwyd gennych', names: 'Yr enwau a chwiliwyd:', also: 'Chwiliwyd hefyd am (dewisol)', alsoHint: 'Enwau neu sillafiadau eraill. Rhowch goma rhyngddynt.' },
  items: {
    paste: 'Gludwch neu teipiwch yr hyn a ddaliwch', pasteHint: 'Caiff yr hyn a ludir ei ddidoli’n eitemau ohono’i hun. Byddwch chi’n gwirio pob un.', sort: 'Didoli’n eitemau', title: 'Eitemau: {{number}}', sorted: 'Didolwyd yn eitemau: {{number}}. Gwiriwch bob un.', confirmAll: 'Rwyf wedi gwirio pob un ohonynt', add: 'Ychwanegu eitem',
  },
  item: {
    title: 'Eitem {{number}} o {{total}}', text: 'Yr hyn a ddelir', date: 'Pryd y digwyddodd', dateHint: 'Hyd y gwyddys: 12/3/2024, Mawrth 2024, 2024', nature: 'Sut y mae’n hysbys', about: 'Am bwy', other: 'Rhywun arall', category: 'Pa gwestiwn y mae’n ei ateb', handling: 'Sut y gellir ei ddefnyddio', language: 'Iaith', languages: { en: 'Saesneg', cy: 'Cymraeg' }, more: 'Ffynhonnell, a pham y mae ei angen',
    source: 'Ffynhonnell', relevance: 'Pam y mae ei angen', confirm: 'Rwyf wedi gwirio’r eitem hon', up: 'Symud i fyny', down: 'Symud i lawr', join: 'Uno â’r un o’i blaen', remove: 'Tynnu', second: 'Mae eitem fel hon yn mynd at gymeradwywr cyn ei hanfon.',
  },
  outside: {
    found: 'Enwir yma, ac nid yn y gwiriad hwn: {{names}}.', link: 'Mae’n bwysig: cysylltu fel rhywun y tu allan i’r gwiriad', none: 'Nid person yw hwn', remove: 'Neu tynnwch yr enw o’r testun uchod.', who: 'Rhywun y tu allan i’r gwiriad', whoHint: 'Pwy ydynt i bobl y gwiriad. Enw dim ond lle bo’i angen.',
    relevant: 'Mae’n berthnasol i’r cwestiwn', unlink: 'Tynnu’r cysylltiad',
  },
  reasons: {
    why: 'Sut y gallai hyn newid y penderfyniad?', whyHint: 'Un frawddeg. Peidiwch ag enwi neb.', leftOut: 'Beth yr ydych wedi’i adael allan?', harm: 'A allai rhannu hyn niweidio neu effeithio’n annheg ar rywun?', harmWords: 'Pam y mae’r risg yn drech na hynny?',
    left: { nothing: 'Dim byd perthnasol', other_people: 'Manylion am bobl eraill', older_history: 'Hanes hŷn neu amherthnasol', source: 'Rhywbeth a allai ddatgelu ffynhonnell', cannot_share: 'Rhywbeth na allwn ei rannu' },
    harms: { none_known: 'Dim risg ychwanegol y gwyddom amdani', limits_set: 'Gallai, ac rwyf wedi gosod terfynau ar ei ddefnydd', outweighed: 'Gallai, ac mae’r risg i’r plentyn neu’r oedolyn yn drech' },
  },
  basis: {
    title: 'Sail gyfreithiol', none: 'Ni chafwyd yr un. Dewiswch un.', by: 'O gytundeb {{reference}}, fersiwn {{version}}', change: 'Newid', done: 'Cau', asOffered: 'Mynd yn ôl at yr hyn a gynigir',
    danger: 'Mae’r hyn y dibynnir arno ar goll neu nid yw’n cynnal hyn. Lle mae rhywun mewn perygl uniongyrchol, mae’r gyfraith yn caniatáu mwy.', relyOnDanger: 'Dibynnu ar berygl uniongyrchol',
    lists: { gateway: 'Dyletswydd neu bŵer i rannu', art6: 'Sail gyfreithlon', art9: 'Categori arbennig', sch1: 'Amod', art10: 'Gwybodaeth am droseddau', p3: 'Prosesu at ddibenion gorfodi’r gyfraith', confidentiality: 'Cyfrinachedd' },
    classes: { title: 'Math o wybodaeth', hint: 'Fel y dywed ei chategorïau. Newidiwch hyn lle mae’r hyn a roddwch yn wahanol.', none: 'Nid categori arbennig nac am droseddau', specialCategory: 'Categori arbennig: iechyd, bywyd rhywiol, tarddiad ethnig, cred ac ati', criminalOffence: 'Am droseddau, neu droseddau honedig' },
    policy: { title: 'Eich dogfen bolisi briodol', id: 'Ei rhif', version: 'Fersiwn', reviewDate: 'Dyddiad adolygu (blwyddyn-mis-diwrnod)' },
  },
  refusing: {
    duty: '{{duty}}: dim ond ar y seiliau hyn y cewch wrthod, a rhaid i chi roi eich rhesymau’n ysgrifenedig.', ground: 'Ar ba sail?', reasons: 'Eich rhesymau, yn ysgrifenedig', reasonsOptional: 'Eich rhesymau, yn ysgrifenedig (dewisol)', reasonsHint: 'Heb enwau, a heb yr hyn na allwch ei rannu.',
    instead: 'Yr hyn y gellir ei ddweud yn ei le (dewisol)', insteadHint: 'Er enghraifft: “Ffoniwch cyn gweithredu.”', part: 'Ychwanegu’r hyn y gallwch ei rannu', partTitle: 'Yr hyn y gallwch ei rannu',
  },
  talking: {
    until: 'Pryd y byddwch yn ateb, neu’n gallu siarad?', untilHint: 'Byddant yn gweld yr amser hwn ar unwaith, ac mae’r cais yn aros ar agor.', other: 'Amser arall', asks: 'Mae gennym gwestiwn yn gyntaf', day: 'Pa ddiwrnod?', time: 'Faint o’r gloch?', timeHint: 'Er enghraifft, 2:30yh neu 14:30', why: 'Pam hynny?',
    whyHint: 'Un frawddeg.', question: 'Eich cwestiwn', invitation: 'Cadw ar gyfer eich calendr', invitationHint: 'Mae’n dweud “Trafodaeth ddiogelu {{reference}}” ac nid yw’n enwi neb.',
  },
  elsewhere: { legend: 'Pa un ydyw?', person: 'Ni allwn ddweud pa berson a olygir', team: 'Dylid gofyn i dîm neu asiantaeth arall', to: 'I bwy y dylid gofyn?', personWhy: 'Beth fyddai’n gwahaniaethu rhyngddynt?', teamWhy: 'Pam nhw?' },
  file: {
    title: 'Ffeil', add: 'Atodi ffeil', choose: 'Dewiswch ffeil', hint: 'PDF, PNG neu JPEG, hyd at 10 MB. Un ffeil.', description: 'Yr hyn y mae’n ei ddangos', descriptionHint: 'I bwy bynnag na all ei gweld, ac fel ei henw: “Map corff, braich chwith”.', attach: 'Atodi', sealing: 'Wrthi’n selio…', remove: 'Tynnu’r ffeil', none: 'Peidio ag atodi ffeil',
    inside: 'Gall ffeil ddweud mwy nag y mae’n ei ddangos: pwy a’i hysgrifennodd, ble tynnwyd llun, fersiynau hŷn. Edrychwch y tu mewn cyn ei hatodi.', wrong: { file: 'Dewiswch ffeil', type: 'Rhaid i’r ffeil fod yn PDF, PNG neu JPEG', size: 'Rhaid i’r ffeil fod yn llai na 10 MB', description: 'Dywedwch beth y mae’r ffeil yn ei ddangos' },
  },
  approval: {
    choose: 'Ei anfon at gymeradwywr yn gyntaf', must: 'Dim ond ychydig a gaiff ddefnyddio eitem yma, felly rhaid i gymeradwywr ei gweld yn gyntaf.', all: 'Mae eich asiantaeth am i gymeradwywr weld hwn cyn iddo fynd.', note: 'Gair i’r cymeradwywr (dewisol)', noteHint: 'Mae wedi’i selio i’ch tîm ac nid yw’n rhan o’r ateb.', said: 'Dywed eich cydweithiwr:', waits: 'Yn aros am gymeradwywr ers {{at}}.',
    back: 'Anfonodd cymeradwywr hwn yn ôl {{at}}.', takeUp: 'Ailafael ynddo', takeBack: 'Ei gymryd yn ôl', asked: 'Mae {{name}} yn gofyn i chi gymeradwyo ateb i hyn ({{at}}).', open: 'Agor yr ateb', backNote: 'Beth ddylai newid?', backNoteNeeded: 'Dywedwch beth ddylai newid', sendBack: 'Ei anfon yn ôl',
  },
  verdict: { title: 'Gwirio’r rheolau', why: 'Pam mynd heibio i hyn?', notes: 'Nodiadau ({{number}})' },
  emergency: { legend: 'A yw hwn yn argyfwng?', hint: 'Gall ateb y mae’r rheolau’n ei atal fynd lle byddai aros yn costio mwy. Bydd rhywun arall yn ei adolygu erbyn diwedd y diwrnod gwaith nesaf.', no: 'Nac ydy', goes: 'Yn barod i’w anfon fel argyfwng' },
  send: {
    nothing: 'Anfon: dim yn cael ei ddal', share: 'Anfon yr ateb', refuse: 'Anfon y gwrthodiad', talk: 'Anfon', elsewhere: 'Anfon yn ôl', approver: 'Anfon at gymeradwywr', approved: 'Cymeradwyo ac anfon', correction: 'Anfon y cywiriad', hint: 'Fe’i selir ar y cyfrifiadur hwn ar gyfer {{reference}}. Mae Control ac Enter yn anfon hefyd.', busy: 'Wrthi’n selio ac anfon…',
  },
  sent: {
    title: 'Anfonwyd', at: 'Anfonwyd am {{time}}', after: 'Anfonwyd am {{time}}, {{span}} ar ôl i chi ei agor', next: 'Mae {{agency}} wedi cael gwybod. Bydd yr hyn a benderfynant, ac a fu hyn o ddefnydd, yn cael ei ddangos yma.', stays: 'Mae {{agency}} wedi cael gwybod. Mae’r cais yn aros ar agor ac yn dal i ddisgwyl eich ateb.', goOn: 'Mynd ymlaen i’r ateb', correct: 'Gallwch ei gywiro isod: dangosir y cywiriad i bwy bynnag a’i darllenodd.', inbox: 'Mynd i’r mewnflwch',
  },
  own: {
    title: 'Yr hyn a atebodd eich tîm', erased: 'Mae’r hyn a ofynnwyd, a’r hyn a atebodd eich tîm, wedi’u dileu am byth, yn ôl y gyfraith. Mae eu cofnodion yn aros.', erasedOn: 'Dilëwyd yr hyn a ofynnwyd, a’r hyn a atebodd eich tîm, am byth ar {{date}}, yn unol â rheolau cadw’r cytundeb. Mae eu cofnodion yn aros.', closed: 'Mae wedi’i selio. Agorwch ef i’w ddarllen, ei argraffu neu ei gywiro.', open: 'Agor ateb eich tîm', correct: 'Ei gywiro', leave: 'Ei adael fel yr anfonwyd ef', print: 'Argraffu', copy: 'Copïo', copied: 'Wedi’i gopïo.', searched: 'Systemau a chwiliwyd', names: 'Enwau', ground: 'Sail', reasons: 'Rhesymau',
    said: 'Dywedwyd hefyd', until: 'Tan', question: 'Cwestiwn', elsewhere: 'Person neu dîm anghywir', why: 'Pam', file: 'Atodwyd', by: 'Atebwyd gan', approvedBy: 'Cymeradwywyd gan',
  },
  leftOver: { ended: 'Daeth y cais hwn i ben tra oeddech yn ysgrifennu. Mae’r hyn a ysgrifennoch wedi’i gadw.', answered: 'Atebodd eich tîm hwn tra oeddech yn ysgrifennu. Mae’r hyn a ysgrifennoch wedi’i gadw: darllenwch eu hateb isod yn gyntaf.', correct: 'Rhoi f’un i yn ei le, fel cywiriad', discard: 'Dileu’r hyn a ysgrifennais' },
  recuse: { say: 'Rwy’n adnabod rhywun yn hyn', title: 'Trosglwyddo hyn i gydweithiwr?', what: 'Bydd yn mynd yn ôl at eich tîm, ac ni fyddwch yn ei weld mwyach. Cofnodir eich bod wedi dweud hynny; ni chofnodir pwy yr ydych yn ei adnabod.', go: 'Ei drosglwyddo', stay: 'Aros gydag ef' },
  outcome: { title: 'Beth ddaeth ohono', open: 'Agor yr hyn a ddaeth ohono', waits: 'Mae {{agency}} wedi dweud wrthych beth ddaeth ohono.', decided: 'Penderfynwyd', used: 'A ddefnyddiwyd eich ateb?', yes: 'Do', no: 'Naddo', partly: 'Yn rhannol', said: 'Yr hyn a ddywedant', asks: 'Yr hyn a ofynnant gennych', contact: 'Cyswllt' },
  error: {
    way: 'Dewiswch a ydych yn dal unrhyw beth perthnasol', nothing: 'Dewiswch pa un sy’n wir am y rhai y gofynnir amdanynt', systems: 'Dewiswch o leiaf un system a chwiliwyd gennych', unsorted: 'Didolwch yr hyn a ludwyd gennych yn eitemau, neu tynnwch ef allan', noItems: 'Gludwch neu ychwanegwch yr hyn a ddaliwch',
    itemText: 'Eitem {{number}}: ysgrifennwch yr hyn a ddelir, neu tynnwch yr eitem', itemUnconfirmed: 'Eitem {{number}}: dywedwch eich bod wedi’i gwirio', itemRelevance: 'Eitem {{number}}: dywedwch pam y mae ei hangen',
    itemOutside: 'Mae eitem {{number}} yn enwi {{name}}, nad yw yn y gwiriad hwn. Cysylltwch y person, tynnwch yr enw, neu dywedwch nad person ydyw', itemThirdParty: 'Eitem {{number}}: dywedwch fod rhywun y tu allan i’r gwiriad yn berthnasol, neu tynnwch y person hwnnw',
    itemThirdPartyWho: 'Eitem {{number}}: dywedwch pwy sydd y tu allan i’r gwiriad', why: 'Dywedwch sut y gallai hyn newid y penderfyniad', whyWords: 'Cywirwch yr hyn a nodir yn eich rheswm', leftOut: 'Dewiswch beth yr ydych wedi’i adael allan', harm: 'Dewiswch a allai rhannu niweidio rhywun', harmWords: 'Dywedwch pam y mae’r risg yn drech na’r niwed', ground: 'Dewiswch sail dros wrthod', reasons: 'Ysgrifennwch eich rhesymau dros wrthod',
    reasonsWords: 'Cywirwch yr hyn a nodir yn eich rhesymau', until: 'Dewiswch pryd y byddwch yn ateb, neu ysgrifennwch eich cwestiwn', untilTyped: 'Rhowch ddiwrnod ac amser, fel 23 11 2026 a 2:30yh', untilPast: 'Dewiswch amser sydd eto i ddod', talkWhy: 'Dywedwch pam y mae angen yr amser arnoch',
    questionBack: 'Ysgrifennwch eich cwestiwn', elsewhere: 'Dewiswch beth sydd o’i le', elsewhereWords: 'Dywedwch beth fyddai’n eu helpu', redirectTo: 'Dewiswch i bwy y dylid gofyn', approval: 'Rhaid i hwn fynd at gymeradwywr yn gyntaf', warning: 'Rhowch eich rheswm dros fynd heibio i hyn.', unattached: 'Atodwch y ffeil a ddewiswyd gennych ac arhoswch nes ei bod yno, neu peidiwch ag atodi un',
  },
};
