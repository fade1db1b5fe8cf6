export const firstUse = {
  start: { title: 'Start using Lateral', how: 'You will set up two things: a passkey to open Lateral on any computer you use, and a recovery sheet. It takes about 3 minutes.', notMe: 'This is not me' },
  join: { title: 'Join your agency', how: 'A custodian of your agency has given you an invitation code. It can be used once.', code: 'Invitation code', needed: 'Enter your invitation code' },
  go: 'Continue',
  passkey: {
    title: 'Make your passkey', how: 'Your computer will ask you to confirm that it is you: with your face, your fingerprint, its PIN, your phone or a security key. Windows Hello works too.',
    twice: 'Your device will ask for you twice: first for the passkey, then for the key that only it unlocks.', make: 'Make my passkey', calledOff: 'Nothing was saved. Try again, or use another device.',
  },
  key: {
    title: 'Make your key', how: 'Your passkey is made. Now this page makes a key of your own, which nobody but you can unlock. Your device will ask for you once more.', make: 'Make my key',
    making: 'Making your key. This can take a few seconds.',
    passphraseTitle: 'Choose a passphrase', passphraseHow: 'This passkey cannot unlock a key, so a passphrase will. You can paste it, and a password manager may keep it.', passphrase: 'Passphrase',
    passphraseHint: 'At least five different words of three letters or more. Not the password you sign in with.', offered: 'Words chosen by chance that you could use:', useThem: 'Use these words', others: 'Choose others',
  },
  sheet: {
    title: 'Print your recovery sheet', how: 'If you lose your passkey, this code unlocks your key. It is shown only once. Print it now, seal it and leave it with your manager: not with the computer.',
    name: 'Lateral recovery sheet', agency: 'Agency', pseudonym: 'Your pseudonym', code: 'Recovery code', fingerprint: 'Fingerprint of your key', made: 'Made on',
    keep: 'Give this sheet to nobody who asks for it. Nobody from Lateral or from your agency will ask for the code.', print: 'Print', printed: 'I have printed it',
  },
  proof: {
    title: 'Show that you have your sheet', how: 'Copy two groups of the code from the sheet. It is no longer on this screen.', group: 'Group {{place}} of the code', wrong: 'This is not group {{place}}. Look at the sheet again.', back: 'Show the sheet again',
  },
  words: { title: 'Read these words to a custodian', how: 'A custodian will ring you or see you, and read the same six words. If one is different, stop and tell them. Colleagues see them too when they check that it is you.' },
  wait: {
    title: 'Two custodians now sign you in', how: 'When two custodians of your agency have signed, sign in again. Until then you can read nothing. Two of them together can also let you start again if you lose everything.', again: 'Sign in again',
    gone: 'If you have not read the words to a custodian, or have not printed your recovery sheet: what was on the screen is gone. Open your key to see the words again and to make a new sheet.', passkey: 'Open with my passkey', passphrase: 'Open with the passphrase',
  },
};
