import type { Translated } from '../wording.js';
import type { frame as english } from '../en/frame.js';

export const frame: Translated<typeof english> = {
  service: 'Lateral',
  skipToMain: 'Neidio i’r prif gynnwys',
  marking: 'SWYDDOGOL-SENSITIF. Edrychwch dim ond ar yr hyn sydd ei angen ar gyfer eich gwaith.',
  lockNow: 'Cloi nawr',
  signOut: 'Allgofnodi',
  language: 'Iaith',
  problem: 'Mae problem',
  nothingSent: 'Ni anfonwyd dim.',
};
