import { wholeCheck } from './whole-check.js';

/* The same in Welsh. */
wholeCheck('cy');
