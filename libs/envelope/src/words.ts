/** The words of a message without any key: shapes of what is sealed, and what is said of it in clear. For a page, which opens and seals nothing itself. */
export * from './attested-words.js';
export * from './content.js';
