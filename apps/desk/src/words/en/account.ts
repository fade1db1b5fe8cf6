export const account = {
  title: 'Your account',
  name: { title: 'Your name', how: 'What your team sees in place of your pseudonym. It is sealed to your team: nobody else reads it, and Lateral itself cannot.', label: 'Name', save: 'Save my name', needed: 'Enter your name', saved: 'Your name is saved.', pseudonym: 'Your pseudonym', roles: 'Your roles', agency: 'Agency' },
  sessions: { title: 'Where you are signed in', kind: 'Kind', started: 'Started', seen: 'Last used', here: 'This one', end: 'End', endWhich: 'the session started {{time}}', endOthers: 'End all others', ended: 'Ended.' },
  kinds: { 'person': 'Person', 'machine': 'Machine', 'one-time-code': 'One-time code', 'newcomer': 'Newcomer' },
  passkeys: { title: 'Your passkeys', made: 'Made', used: 'Last used', never: 'Never', disable: 'Disable', disableWhich: 'the passkey made {{time}}', off: 'Disabled', disabled: 'The passkey is disabled.' },
  ways: {
    title: 'Ways to unlock your key', passkeyHow: 'With a passkey on this computer one touch unlocks your key. Your device will ask for you twice: first for the passkey, then to lock your key with it.', passkey: 'Make a passkey on this computer',
    sheetHow: 'If your recovery sheet is lost, or somebody may have seen it, print a new one. The old code is good no more once the new one is kept.', sheet: 'Make a new recovery sheet', busy: 'Your device may be asking for you.',
    unlocksNothing: 'The passkey is made. It shows that it is you, but this kind of passkey cannot unlock a key: use your passphrase or your recovery sheet for that.', added: 'Your passkey is made. Next time one touch unlocks your key.',
    atProvider: 'Confirm by your agency’s sign-in instead', hold: 'Unlock your key once more, so that it can be locked in another way as well.', holdPasskey: 'Unlock with a passkey that I have', holdGo: 'Continue with the passphrase', holdCodeGo: 'Continue with the code',
  },
  sheet: { title: 'Use the new sheet', how: 'You have the new sheet on paper. From now on its code unlocks your key, and the code of the old sheet does not. Your device may ask that you confirm it. Then destroy the old sheet.', keep: 'Use the new sheet from now on', leave: 'Leave the old sheet good', kept: 'The new sheet is good. Destroy the old one.' },
  offer: { title: 'An easier way', text: 'Make a passkey on this computer: next time one touch unlocks.', make: 'Make a passkey', notNow: 'Not now', account: 'You can do it on your account page.' },
  signOut: 'Sign out',
};
