// The same in Welsh.
export { cy as locale } from 'date-fns/locale/cy';
export { frame } from './frame.js';
export { problems } from './problems.js';
export { unlock } from './unlock.js';
