// What everybody needs from the first moment on, fetched as one file: days and lengths of time too.
export { enGB as locale } from 'date-fns/locale/en-GB';
export { frame } from './frame.js';
export { problems } from './problems.js';
export { unlock } from './unlock.js';
