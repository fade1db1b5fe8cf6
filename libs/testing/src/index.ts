export { PlayClock } from './play-clock.js';
