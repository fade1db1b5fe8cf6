export * from './sample-justification.js';
export * from './sample-words.js';
export * from './sealed-message.js';
export * from './sealing-parties.js';
export * from './streams.js';
export * from './stock-tools.js';
