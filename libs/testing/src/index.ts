export { freePort } from './free-port.js';
export { PlayClock } from './play-clock.js';
