export const frame = {
  service: 'Lateral',
  skipToMain: 'Skip to main content',
  marking: 'OFFICIAL-SENSITIVE. Only look at what you need for your job.',
  lockNow: 'Lock now',
  signOut: 'Sign out',
  language: 'Language',
  problem: 'There is a problem',
  nothingSent: 'Nothing was sent.',
};
