import type { Wording } from '../wording.js';

export const emergencies: Wording['emergencies'] = {
  title: 'Argyfyngau i’w hadolygu', one: 'Adolygu argyfwng', home: 'Yn ôl i’ch gwaith', what: 'argyfyngau eich asiantaeth', law: 'y gyfraith a’r cytundebau',
  means: 'Anfonwyd y rhain fel argyfyngau, cyn i’w cofnodion fod yn gyflawn. Mae rhywun nad anfonodd yr un dan sylw yn adolygu pob un erbyn diwedd y diwrnod gwaith nesaf, ac yn cwblhau ei gofnod lle gellir gwneud hynny.',
  none: 'Nid oes argyfwng yn aros i’w adolygu.', waiting: 'Yn aros i’w hadolygu', reviewed: 'Wedi’u hadolygu', done: 'Mae’r adolygiad wedi’i gofnodi',
  column: { reference: 'Gwiriad', what: 'Yr hyn a anfonwyd', reason: 'Pam na allai aros', by: 'Anfonwyd gan', sent: 'Anfonwyd', due: 'Adolygu erbyn', act: 'Adolygu', finding: 'Yr hyn a ganfuwyd', reviewed: 'Adolygwyd ar' },
  overdue: 'Yn hwyr: roedd i fod erbyn {{at}}', own: 'Chi a’i hanfonodd. Mae rhywun arall yn ei adolygu.', others: 'Mae uwch ymarferydd, cymeradwywr neu reolwr tîm yn ei adolygu.', review: 'Adolygu',
  reviewedSo: 'Adolygwyd hwn am {{at}}: {{finding}}.', ownOne: 'Chi a anfonodd hwn, felly mae rhywun arall yn ei adolygu: uwch ymarferydd, cymeradwywr neu reolwr tîm.',
  question: 'Cwestiwn i {{agency}}', answer: 'Ateb i {{agency}}', open: 'Agor yr hyn a anfonwyd', answered: 'Yr ateb', takenBack: 'Tynnwyd y cwestiwn yn ôl yn ddiweddarach.', lacked: 'Yr hyn nad oedd yn ei gofnod', lackedBy: 'Rheol nad yw’n canfod dim ynddo heddiw ({{code}})',
  find: { legend: 'Beth a ganfuoch?', words: 'Ar beth y seiliwch hynny?', hint: 'Dim ond eich tîm a’i swyddogion diogelu data all ddarllen hyn.' },
  finding: { right_and_completed: 'Roedd yn iawn ei anfon, a gellir cwblhau ei gofnod', right_and_incomplete: 'Roedd yn iawn ei anfon, ond ni ellir cwblhau ei gofnod mwyach', not_justified: 'Ni ddylid bod wedi ei anfon fel argyfwng' },
  carried: 'Wedi’i lenwi fel y gwnaethoch adolygu neges arall yn y gwiriad hwn. Newidiwch yr hyn sy’n wahanol yma.',
  complete: {
    title: 'Cwblhau ei gofnod', means: 'Ysgrifennwch ef fel yr oedd pan anfonwyd hwn. Ni ddywedir wrth yr asiantaeth sydd ag ef am y newid.', why: 'Pam yr oedd ei angen?', whyHint: 'Un neu ddwy frawddeg: beth a allai fod wedi mynd o’i le hebddo. Peidiwch ag enwi neb.', later: 'Yn nes ymlaen, ar ddiwrnod a gytunwyd',
    relevant: 'Pa rai o’r rhain sy’n berthnasol i’r cwestiwn?', relevantHint: 'Dywedwch sut yn eich rheswm.', basis: 'Ar beth y mae’n seiliedig?', asItLeft: 'Ar yr hyn yr anfonwyd ef gydag ef', asOffered: 'Ar yr hyn y mae’r cytundeb neu’r gyfraith yn ei gynnig heddiw',
    verdict: 'A yw’r cofnod yn gyflawn nawr?', passes: 'Ydy', lacks: 'Ddim eto', byHub: 'Mae’r asiantaeth arall wedi gadael y bartneriaeth, felly ni all y dudalen hon ddweud a yw’r cofnod yn gyflawn. Bydd yr hyb yn dweud hynny pan anfonwch ef.',
  },
  recorded: 'Sut y mae’r cofnod yn darllen nawr', go: 'Amgryptio a chofnodi’r adolygiad',
  fault: { finding: 'Dewiswch yr hyn a ganfuoch', found: 'Dywedwch ar beth y seiliwch ef' },
};
