import { wholeCheck } from './whole-check.js';

/* F04 to F09: somebody asks four agencies, all four answer, and what comes of it is told. */
wholeCheck('en');
