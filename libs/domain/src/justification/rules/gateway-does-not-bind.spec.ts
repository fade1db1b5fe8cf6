import { describe, expect, it } from 'vitest';
import { GATEWAY_DOES_NOT_BIND } from './gateway-does-not-bind.examples.js';
import { gatewayDoesNotBind } from './gateway-does-not-bind.js';
import { foundBy } from './ordinary.examples.js';

describe(`rule ${gatewayDoesNotBind.code}`, () => {
  it.each(GATEWAY_DOES_NOT_BIND)('$is: $name', ({ toJudge, finds }) => expect(foundBy(gatewayDoesNotBind, toJudge)).toEqual(finds));
});
