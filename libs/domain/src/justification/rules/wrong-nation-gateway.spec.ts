import { describe, expect, it } from 'vitest';
import { foundBy } from './ordinary.examples.js';
import { WRONG_NATION_GATEWAY } from './wrong-nation-gateway.examples.js';
import { wrongNationGateway } from './wrong-nation-gateway.js';

describe(`rule ${wrongNationGateway.code}`, () => {
  it.each(WRONG_NATION_GATEWAY)('$is: $name', ({ toJudge, finds }) => expect(foundBy(wrongNationGateway, toJudge)).toEqual(finds));
});
