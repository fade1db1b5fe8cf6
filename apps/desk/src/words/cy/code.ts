import type { Translated } from '../wording.js';
import type { code as english } from '../en/code.js';

export const code: Translated<typeof english> = {
  title: 'Mewngofnodi â chod untro',
  how: 'Gall ceidwad eich asiantaeth roi cod i chi ar gyfer adeg pan nad yw ei system fewngofnodi yn eich gadael i mewn. Mae cod yn dda unwaith, ac am 15 munud.',
  reach: 'Mae’n eich gadael i mewn i wiriadau coch yn unig. Yna rydych yn datgloi eich allwedd eich hun, fel bob amser: â’ch taflen adfer, eich cyfrinymadrodd neu’ch allwedd mynediad.',
  agency: 'Eich asiantaeth', choose: 'Dewiswch eich asiantaeth',
  member: 'Eich ffugenw', memberHint: 'Mae ar eich taflen adfer. Gall y ceidwad ei ddweud wrthych hefyd.',
  code: 'Cod untro', codeHint: 'Llythrennau a rhifau mewn grwpiau.',
  needed: { agency: 'Dewiswch eich asiantaeth o’r rhestr', member: 'Rhowch eich ffugenw', code: 'Rhowch eich cod untro' },
  go: 'Mewngofnodi', back: 'Mewngofnodi drwy eich asiantaeth yn lle hynny',
  keyless: { title: 'Nid oes gennych allwedd eto', how: 'Mae cod untro yn gadael i mewn bwy bynnag sydd wedi gwneud ei allwedd o’r blaen. Mewngofnodwch drwy eich asiantaeth i wneud eich un chi. Ar gyfer gwiriad coch, gofynnwch i gydweithiwr ateb.' },
};
