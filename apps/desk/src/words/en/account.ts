export const account = {
  title: 'Your account',
  name: { title: 'Your name', how: 'What your team sees in place of your pseudonym. It is sealed to your team: nobody else reads it, and Lateral itself cannot.', label: 'Name', save: 'Save my name', needed: 'Enter your name', saved: 'Your name is saved.', pseudonym: 'Your pseudonym', roles: 'Your roles', agency: 'Agency' },
  sessions: { title: 'Where you are signed in', kind: 'Kind', started: 'Started', seen: 'Last used', here: 'This one', end: 'End', endWhich: 'the session started {{time}}', endOthers: 'End all others', ended: 'Ended.' },
  kinds: { 'person': 'Person', 'machine': 'Machine', 'one-time-code': 'One-time code', 'newcomer': 'Newcomer' },
  passkeys: { title: 'Your passkeys', made: 'Made', used: 'Last used', never: 'Never', disable: 'Disable', disableWhich: 'the passkey made {{time}}', off: 'Disabled', disabled: 'The passkey is disabled.' },
  signOut: 'Sign out',
};
