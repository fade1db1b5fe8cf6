import type { Translated } from '../wording.js';
import type { decide as english } from '../en/decide.js';

export const decide: Translated<typeof english> = {
  title: 'Penderfynu', what: 'y gwiriad',
  again: 'Penderfynwyd ar hyn o’r blaen. Mae’r hyn a gofnodwch nawr yn cymryd lle’r penderfyniad hwnnw.', late: 'Tynnwyd y gwiriad hwn yn ôl, ac felly y mae’n aros: mae ei atebion wedi’u selio am byth. Gellir cofnodi’r hyn sy’n dilyn, ar delerau’r hyn a ofynnwyd.', openAsked: 'Agor yr hyn a ofynnwyd',
  missing: {
    title_zero: 'Mae pawb wedi ateb.', title_one: 'Nid yw {{names}} wedi ateb. Penderfynu serch hynny?', title_two: 'Nid yw {{names}} wedi ateb. Penderfynu serch hynny?', title_few: 'Nid yw {{names}} wedi ateb. Penderfynu serch hynny?', title_many: 'Nid yw {{names}} wedi ateb. Penderfynu serch hynny?', title_other: 'Nid yw {{names}} wedi ateb. Penderfynu serch hynny?',
    why: 'Pam y penderfynir hebddynt?', hint: 'Daw’n rhan o’r rheswm.',
  },
  outcome: { legend: 'Beth a benderfynir?', else: 'Rhywbeth arall', elseLabel: 'Pa ganlyniad?', choose: 'Dewiswch' },
  whyNot: { label: 'Pam nad trafodaeth strategaeth?', hint: 'Mae’r gwiriad hwn yn goch. Daw’n rhan o’r rheswm.' },
  rationale: { label: 'Pam?', hint: 'Darllenir gan eich tîm eich hun a’i swyddog diogelu data. Caiff enwau fod ynddo.' },
  relied: { legend: 'Ar beth mae’n dibynnu?', hint: 'Ticiwyd fel y marcioch wrth ddarllen.', none: 'Ni roddwyd yr un eitem.', all: 'Ticio’r cyfan', noneOf: 'Ticio dim', of: '{{agency}} – {{when}}' },
  tell: { title: 'Yr hyn a ddywedir wrth bob asiantaeth', how: 'Y canlyniad, a ddefnyddiwyd yr hyn a roddodd, a’ch geiriau. Ni ddywedir eich rheswm.', isTold: 'Dweud wrth {{agency}}', used: 'A ddefnyddiwyd yr hyn a roddodd?', words: 'Geiriau i {{agency}}', wordsHint: 'Os gadewir yn wag, diolchir iddi.', sealed: 'Mae’r cwestiwn dan sêl yma: ni ellir dweud wrthi.', openFirst: 'Mae’r cwestiwn dan sêl yma. Agorwch ef yn gyntaf.', takenBack: 'Tynnwyd eich cais yn ôl. Nid oes dim i’w ddweud.' },
  role: { senior: 'Uwch-ymarferydd', manager: 'Rheolwr tîm' },
  used: { yes: 'Do', partly: 'Yn rhannol', no: 'Naddo' },
  referrer: { label: 'Beth a ddywedir wrth y person a wnaeth yr adroddiad?', hint: 'Cofnodir hyn. Chi sy’n dweud wrthynt.' },
  send_zero: 'Ei gofnodi', send_one: 'Ei gofnodi a dweud wrth {{count}} asiantaeth', send_two: 'Ei gofnodi a dweud wrth {{count}} asiantaeth', send_few: 'Ei gofnodi a dweud wrth {{count}} asiantaeth', send_many: 'Ei gofnodi a dweud wrth {{count}} asiantaeth', send_other: 'Ei gofnodi a dweud wrth {{count}} asiantaeth', sendNobody: 'Ei gofnodi', sending: 'Wrthi’n cofnodi ac yn dweud',
  fault: { outcome: 'Dewiswch beth a benderfynir', rationale: 'Rhowch pam', withoutAnswers: 'Rhowch pam y penderfynir hebddynt', whyNotStrategy: 'Rhowch pam nad trafodaeth strategaeth', notOpened: 'Agorwch yr hyn a ofynnwyd yn gyntaf: cofnodir y penderfyniad ar ei delerau', sealedToTell: 'Agorwch yr hyn a ofynnwyd yn gyntaf: dywedir wrth bob asiantaeth ar ei delerau' },
  sent: {
    title: 'Wedi’i gofnodi', nobody: 'Ni ddywedwyd wrth yr un asiantaeth.', referrer: 'Dywedwch wrth y person a wnaeth yr adroddiad: nid Lateral sy’n gwneud hyn.', next: 'Beth nesaf', toCheck: 'Yn ôl i’r gwiriad', toBoard: 'Pob gwiriad',
    told_zero: 'Ni ddywedwyd wrth yr un asiantaeth.', told_one: 'Dywedwyd wrth {{count}} asiantaeth.', told_two: 'Dywedwyd wrth {{count}} asiantaeth.', told_few: 'Dywedwyd wrth {{count}} asiantaeth.', told_many: 'Dywedwyd wrth {{count}} asiantaeth.', told_other: 'Dywedwyd wrth {{count}} asiantaeth.',
  },
  rest: { title: 'Wedi’i gofnodi, ond ni ddywedwyd wrth bawb', told: 'Dywedwyd wrth: {{names}}.', failed: 'Heb ddweud wrth: {{names}}.', why: '{{agency}} – {{why}}', again: 'Dweud wrth y gweddill', lost: 'Ni ellir agor yma mwyach yr hyn a ofynnwyd i {{names}}, felly ni all y dudalen hon ddweud wrthynt. Ffoniwch nhw.', myself: 'Byddaf yn dweud wrthynt fy hun', leave: 'Mae wedi’i benderfynu serch hynny. Ni ddywedir ddwywaith wrth neb.' },
};
