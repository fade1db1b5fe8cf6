import type { VerifyFinding } from '@lateral/contracts';
import type { FindingCode } from './findings.js';

/** Languages of the verifier's answer. */
export const LANGUAGES = ['en', 'cy'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The same said in each language. */
export type Phrase = Record<Language, string>;

/** The answer, first line. */
export const OUTCOMES: Record<VerifyFinding, Phrase> = {
  proven: { en: 'PROVEN', cy: 'WEDI\'I BROFI' },
  unreadable: { en: 'NOT READABLE', cy: 'DIM MODD EI DDARLLEN' },
  unknownKey: { en: 'REFUSED: signed with a key that is not vouched for', cy: 'GWRTHODWYD: llofnodwyd ag allwedd nad oes neb yn ei gwarantu' },
  badSignature: { en: 'REFUSED: a signature is wrong', cy: 'GWRTHODWYD: mae llofnod yn anghywir' },
  changedRecord: { en: 'REFUSED: something was changed', cy: 'GWRTHODWYD: newidiwyd rhywbeth' },
  missingEntry: { en: 'NOT WHOLE: something is missing', cy: 'ANGHYFLAWN: mae rhywbeth ar goll' },
  inconsistentCheckpoints: { en: 'REFUSED: the log contradicts itself', cy: 'GWRTHODWYD: mae\'r log yn gwrth-ddweud ei hun' },
  wrongVerdict: { en: 'WRONGLY JUDGED: a recorded verdict was not right at its date, or was not kept to', cy: 'BARNWYD YN ANGHYWIR: nid oedd dyfarniad a gofnodwyd yn gywir ar ei ddyddiad, neu ni chadwyd ato' },
  notPinned: { en: 'CONSISTENT IN ITSELF, NOT PROVEN', cy: 'YN GYSON YNDDO\'I HUN, HEB EI BROFI' },
};

/** One sentence for each finding; what it is about follows in brackets. */
export const SENTENCES: Record<FindingCode, Phrase> = {
  'no-file': { en: 'The file cannot be opened.', cy: 'Ni ellir agor y ffeil.' },
  'too-large': { en: 'The file is larger than any evidence pack.', cy: 'Mae\'r ffeil yn fwy nag unrhyw becyn tystiolaeth.' },
  'not-text': { en: 'The file is not UTF-8 text.', cy: 'Nid testun UTF-8 yw\'r ffeil.' },
  'not-json': { en: 'The file is not JSON; it may have been cut short.', cy: 'Nid JSON yw\'r ffeil; efallai ei bod wedi\'i thorri\'n fyr.' },
  'not-a-pack': { en: 'The file is not an evidence pack of version 1.', cy: 'Nid pecyn tystiolaeth fersiwn 1 yw\'r ffeil.' },
  'proof-malformed': { en: 'The proof of a record cannot be read.', cy: 'Ni ellir darllen prawf cofnod.' },
  'checkpoint-malformed': { en: 'A head of the log cannot be read.', cy: 'Ni ellir darllen pen y log.' },
  'another-root': { en: 'An agency is vouched for by another root than the one you gave.', cy: 'Gwarantir asiantaeth gan wreiddyn gwahanol i\'r un a roesoch.' },
  'agency-not-vouched': { en: 'The root does not vouch for this agency at the time of the acts.', cy: 'Nid yw\'r gwreiddyn yn gwarantu\'r asiantaeth hon ar adeg y gweithredoedd.' },
  'agency-named-twice': { en: 'The pack holds two statements about one agency.', cy: 'Mae\'r pecyn yn cynnwys dau ddatganiad am yr un asiantaeth.' },
  'agency-absent': { en: 'The pack holds no word of the root about this agency.', cy: 'Nid oes gair gan y gwreiddyn am yr asiantaeth hon yn y pecyn.' },
  'several-logs': { en: 'The agencies\' statements name different partnerships or logs.', cy: 'Mae datganiadau\'r asiantaethau yn enwi partneriaethau neu logiau gwahanol.' },
  'log-key-unusable': { en: 'The log\'s key cannot be read.', cy: 'Ni ellir darllen allwedd y log.' },
  'witness-key-unusable': { en: 'A witness\'s key cannot be read.', cy: 'Ni ellir darllen allwedd tyst.' },
  'roster-not-vouched': { en: 'A roster is not its agency\'s, or does not follow the one before it.', cy: 'Nid rhestr yr asiantaeth ei hun yw rhestr aelodau, neu nid yw\'n dilyn yr un o\'i blaen.' },
  'roster-absent': { en: 'No roster was in force when this message was signed.', cy: 'Nid oedd rhestr aelodau mewn grym pan lofnodwyd y neges hon.' },
  'signer-unknown': { en: 'The signer was not a member of the agency when this message was signed.', cy: 'Nid oedd y llofnodwr yn aelod o\'r asiantaeth pan lofnodwyd y neges hon.' },
  'reader-unknown': { en: 'This message was sealed for a team key that the root does not vouch for.', cy: 'Seliwyd y neges hon ar gyfer allwedd tîm nad yw\'r gwreiddyn yn ei gwarantu.' },
  'delegate-unknown': { en: 'This message was also sealed for an agency that did not read for the addressed one at that hour.', cy: 'Seliwyd y neges hon hefyd ar gyfer asiantaeth nad oedd yn darllen dros yr un a gyfeiriwyd ati ar yr awr honno.' },
  'another-log-key': { en: 'A head of the log is not signed with the partnership\'s log key.', cy: 'Nid yw pen y log wedi\'i lofnodi ag allwedd log y bartneriaeth.' },
  'agency-signature': { en: 'The root\'s signature about this agency is wrong.', cy: 'Mae llofnod y gwreiddyn am yr asiantaeth hon yn anghywir.' },
  'roster-signature': { en: 'An agency\'s signature on its roster is wrong.', cy: 'Mae llofnod asiantaeth ar ei rhestr aelodau yn anghywir.' },
  'header-signature': { en: 'The sender\'s signature does not fit this message.', cy: 'Nid yw llofnod yr anfonwr yn cyfateb i\'r neges hon.' },
  'checkpoint-signature': { en: 'The signature on a head of the log is wrong.', cy: 'Mae\'r llofnod ar ben y log yn anghywir.' },
  'header-changed': { en: 'The header of this message contradicts itself.', cy: 'Mae pennyn y neges hon yn gwrth-ddweud ei hun.' },
  'justification-changed': { en: 'The reasons are not the ones this message was signed with.', cy: 'Nid y rhesymau hyn a lofnodwyd gyda\'r neges.' },
  'ciphertext-changed': { en: 'The sealed bytes are not the ones this message was signed with.', cy: 'Nid y beitiau dan sêl hyn a lofnodwyd gyda\'r neges.' },
  'readers-changed': { en: 'The sealed bytes can be opened by others than this message names.', cy: 'Gall eraill heblaw\'r rhai a enwir yn y neges agor y beitiau dan sêl.' },
  'message-repeated': { en: 'The pack holds one message twice.', cy: 'Mae\'r pecyn yn cynnwys yr un neges ddwywaith.' },
  'another-check': { en: 'This belongs to another check or partnership.', cy: 'Mae hyn yn perthyn i wiriad neu bartneriaeth arall.' },
  'record-disagrees': { en: 'A receipt says something else than its record.', cy: 'Mae derbynneb yn dweud rhywbeth gwahanol i\'w chofnod.' },
  'record-repeated': { en: 'One act is recorded twice.', cy: 'Mae un weithred wedi\'i chofnodi ddwywaith.' },
  'record-not-in-log': { en: 'The record, as it stands here, is not in the log: it, its salt or the log was changed.', cy: 'Nid yw\'r cofnod, fel y mae yma, yn y log: newidiwyd y cofnod, ei halen neu\'r log.' },
  'envelope-disagrees': { en: 'What was recorded of a message is not what the message says.', cy: 'Nid yw\'r hyn a gofnodwyd am neges yr un peth â\'r hyn a ddywed y neges.' },
  'judgement-disagrees': { en: 'The judgement of this message is not the one that was recorded.', cy: 'Nid y dyfarniad ar y neges hon yw\'r un a gofnodwyd.' },
  'law-changed': { en: 'This law, or this agreement, is not the one that was recorded when it was taken into use.', cy: 'Nid y gyfraith hon, na\'r cytundeb hwn, a gofnodwyd pan ddechreuwyd ei defnyddio.' },
  'law-named-twice': { en: 'The pack holds one version of the law, or one clause, twice, or in two ways.', cy: 'Mae\'r pecyn yn cynnwys un fersiwn o\'r gyfraith, neu un cymal, ddwywaith, neu mewn dwy ffordd.' },
  'law-not-relied-on': { en: 'The pack holds law, or a clause, that no message here was judged by.', cy: 'Mae\'r pecyn yn cynnwys cyfraith, neu gymal, na farnwyd yr un neges yma yn ei herbyn.' },
  'not-yet-proven': { en: 'Records are recorded, not yet proven; ask for the pack again later. How many:', cy: 'Mae cofnodion wedi\'u cofnodi, heb eu profi eto; gofynnwch am y pecyn eto yn nes ymlaen. Sawl un:' },
  'message-unrecorded': { en: 'No record says that this message was sent.', cy: 'Nid oes cofnod yn dweud bod y neges hon wedi\'i hanfon.' },
  'message-absent': { en: 'A message that is spoken of here is not in the pack.', cy: 'Nid yw neges y sonnir amdani yma yn y pecyn.' },
  'nothing-recorded': { en: 'The pack holds no records.', cy: 'Nid oes cofnodion yn y pecyn.' },
  'judgement-absent': { en: 'The pack does not say how this message was judged.', cy: 'Nid yw\'r pecyn yn dweud sut y barnwyd y neges hon.' },
  'law-absent': { en: 'The pack lacks the law, or the clause, that a message was judged by.', cy: 'Nid yw\'r gyfraith, neu\'r cymal, y barnwyd neges yn ei herbyn yn y pecyn.' },
  'override-unrecorded': { en: 'This message left under an emergency override, and the record of its use is not here.', cy: 'Gadawodd y neges hon o dan wrthwneud brys, ac nid yw\'r cofnod o\'i ddefnyddio yma.' },
  'two-heads-of-one-size': { en: 'The log signed two different heads of one size: it has told two stories.', cy: 'Llofnododd y log ddau ben gwahanol o\'r un maint: mae wedi adrodd dwy stori.' },
  'head-behind-proof': { en: 'A proof leads to a newer head than the one the pack ends with.', cy: 'Mae prawf yn arwain at ben mwy newydd na\'r un ar ddiwedd y pecyn.' },
  'head-not-connected': { en: 'An earlier head of the log is not shown to be the beginning of the last.', cy: 'Ni ddangosir bod pen cynharach o\'r log yn ddechrau i\'r olaf.' },
  'verdict-wrong': { en: 'The recorded verdict was not right at that date, by the law as it stands in this pack. Recorded / by the rules, with codes that were left out (+) or should not be there (-):', cy: 'Nid oedd y dyfarniad a gofnodwyd yn gywir ar y dyddiad hwnnw, yn ôl y gyfraith fel y mae yn y pecyn hwn. A gofnodwyd / yn ôl y rheolau, gyda chodau a adawyd allan (+) neu na ddylent fod yno (-):' },
  'share-not-allowed': { en: 'By the rules of that date this should not have gone.', cy: 'Yn ôl rheolau\'r dyddiad hwnnw ni ddylai hyn fod wedi mynd.' },
  'passage-wrong': { en: 'The warnings acknowledged, or the blocks overridden, are not those that the signed record and the rules give.', cy: 'Nid y rhybuddion a gydnabuwyd, na\'r rhwystrau a wrthwnaed, yw\'r rhai sy\'n dilyn o\'r cofnod a lofnodwyd a\'r rheolau.' },
  'catalogue-unfit': { en: 'This was judged by another version of the law than its sender signed for, or by one that lacks what it relies on.', cy: 'Barnwyd hyn yn ôl fersiwn arall o\'r gyfraith na\'r un y llofnododd yr anfonwr, neu yn ôl un heb yr hyn y mae\'n dibynnu arno.' },
  'cover-wrong': { en: 'What was recorded about an agreement\'s cover is not so: the clause does not hold this share, or the record contradicts itself.', cy: 'Nid felly y mae\'r hyn a gofnodwyd am gytundeb: nid yw\'r cymal yn cwmpasu hyn, neu mae\'r cofnod yn gwrth-ddweud ei hun.' },
  'review-unfit': { en: 'The review of an emergency override was not by a second person of the same agency, or of nothing that was overridden, or called complete what the rules block.', cy: 'Nid ail berson o\'r un asiantaeth a adolygodd y gwrthwneud brys, neu nid oedd dim wedi\'i wrthwneud, neu galwyd yn gyflawn yr hyn y mae\'r rheolau\'n ei rwystro.' },
  'no-root-given': { en: 'No root was given, so the pack was judged only by what it says of itself. Give --root with the fingerprint printed in your agreement.', cy: 'Ni roddwyd gwreiddyn, felly barnwyd y pecyn yn ôl yr hyn a ddywed amdano\'i hun yn unig. Rhowch --root gyda\'r ôl bys sydd wedi\'i argraffu yn eich cytundeb.' },
};
