export { SoftAuthenticator, type Ceremony, type Misbehaviour } from './soft-authenticator.js';
