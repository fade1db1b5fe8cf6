export { fingerprintWords } from '@lateral/envelope/keys';
