import { describe, expect, it } from 'vitest';
import { Health } from './health.js';

describe('Health', () => {
  it('is ready when every part is up, and not before or after', () => {
    const health = new Health(['database', 'redis']);
    expect(health.state()).toEqual({ ready: false, down: ['database', 'redis'] });
    health.set('database', true);
    health.set('redis', true);
    expect(health.state()).toEqual({ ready: true, down: [] });
    health.set('redis', false);
    expect(health.state()).toEqual({ ready: false, down: ['redis'] });
  });

  it('knows only its own parts', () => {
    expect(() => new Health(['database']).set('databse', true)).toThrow(RangeError);
  });
});
