/** What everybody needs from the first moment on, by language: one file each. */
export const FIRST_WORDS = { en: () => import('./en/start.js'), cy: () => import('./cy/start.js') };
