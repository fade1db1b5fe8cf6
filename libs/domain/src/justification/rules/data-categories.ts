import { finder } from '../finding.js';
import { ASKING, type Rule } from '../rule.js';

const found = finder('data_categories_requested', 'field', 'block');

export const dataCategories: Rule = {
  code: 'data_categories_requested',
  directions: ASKING,
  find: ({ share }) => {
    if (share.categories.length > 0) return [];
    return [found('/categories', [],
      { en: 'No kind of information is chosen.', cy: "Ni ddewiswyd unrhyw fath o wybodaeth." },
      { en: "Choose from this agency's list what you ask for.", cy: "Dewiswch o restr yr asiantaeth hon yr hyn yr ydych yn gofyn amdano." })];
  },
};
