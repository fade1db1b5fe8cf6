export { lessIntrusiveWords, proportionalityWords, publicTaskWords } from './composed-words.js';
export { dataClassesOf } from './data-classes.js';
export { lawfulStackFrom, type FilledFor } from './lawful-stack.js';
export { offeredFor, type Offered, type OfferFor } from './offered.js';
export { windowBack } from './window.js';
