import { fromBase64Url } from './bytes.js';

/**
 * What a passkey is asked to evaluate so that it unlocks a key: SHA-256 of `lateral/v1/prf/unlock`. It is no secret. Written out, so that
 * a page need bring no hash and ask nobody before it can ask for the gesture.
 */
export const PRF_INPUT: Uint8Array = fromBase64Url('1fTxBSC_PYGOrduwBfky6x4ANkCaSD7S_tDJ3cGow-U');
