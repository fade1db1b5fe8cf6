export const code = {
  title: 'Sign in with a one-time code',
  how: 'A custodian of your agency can give you a code for when its sign-in does not let you in. A code is good once, and for 15 minutes.',
  reach: 'It lets you into red checks only. You then unlock your own key, as always: with your recovery sheet, your passphrase or your passkey.',
  agency: 'Your agency', choose: 'Choose your agency',
  member: 'Your pseudonym', memberHint: 'It stands on your recovery sheet. The custodian can tell you too.',
  code: 'One-time code', codeHint: 'Letters and numbers in groups.',
  needed: { agency: 'Choose your agency', member: 'Enter your pseudonym', code: 'Enter your one-time code' },
  go: 'Sign in', back: 'Sign in at your agency instead',
  keyless: { title: 'You have no key yet', how: 'A one-time code lets in whoever has made their key before. Sign in at your agency to make yours. For a red check, ask a colleague to answer.' },
};
