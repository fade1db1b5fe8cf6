import { expect, it } from 'vitest';
import { dataClassesOf } from './data-classes.js';

it.each([
  [[], false, false],
  [['edu.on_roll', 'edu.attendance'], false, false],
  [['health.attendances'], true, false],
  [['police.da_incidents_dash'], false, true],
  [['edu.on_roll', 'gp.registered', 'prob.orders'], true, true],
  [['csc.disability'], true, false],
  [['hous.asb'], false, true],
])('%j: special category %s, offences %s', (categories, specialCategory, criminalOffence) => {
  expect(dataClassesOf(categories)).toEqual({ specialCategory, criminalOffence });
});
