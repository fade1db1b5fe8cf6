export const agency = {
  nav: { label: 'Your agency', people: 'People', keys: 'Keys', contacts: 'Contacts and hours' },
  role: {
    practitioner: 'Practitioner', senior_practitioner: 'Senior practitioner', responder: 'Responder', approver: 'Approver', team_manager: 'Team manager', agency_administrator: 'Agency administrator', custodian: 'Custodian', data_protection_officer: 'Data protection officer',
    signatory: 'Signatory', caldicott_guardian: 'Caldicott guardian', independent_scrutineer: 'Independent scrutineer', service_operator: 'Service operator',
  },
  roles: 'Roles',
  does: {
    practitioner: 'Asks, and works on what comes back', senior_practitioner: 'Asks, rates and decides', responder: 'Searches your systems and answers', approver: 'Releases sensitive answers', team_manager: 'Sees the work of both sides and shares it out', agency_administrator: 'Looks after people and contacts, without any content',
    custodian: 'Keeps the keys and signs the list of people', data_protection_officer: 'Looks at how and why it was shared, never at what', signatory: 'Signs agreements for the agency', caldicott_guardian: 'Looks at how and why it was shared, never at what', independent_scrutineer: 'Reads evidence and receipts, nothing else', service_operator: 'Sees that the service runs',
  },
  day: { d1: 'Monday', d2: 'Tuesday', d3: 'Wednesday', d4: 'Thursday', d5: 'Friday', d6: 'Saturday', d7: 'Sunday' },
  hours: { title: 'Hours of {{agency}}', span: '{{from}} to {{to}}', closed: 'Closed', hint: 'For example 09:00 to 17:00. Several in a day with commas. Write a night as two: until 24:00, and from 00:00 on the next day. Leave a day empty where there is nothing.', wrong: '{{day}}: write hours like 09:00 to 17:00, the earlier first, and none that overlap' },
  you: '{{name}} (you)',
  cancel: 'Cancel',
  people: {
    title: 'People', what: 'your agency’s people', how: 'The list in force, as two custodians signed it. Names are what colleagues told their team.', members: 'Who belongs', name: 'Name', pseudonym: 'Pseudonym', key: 'Key', acts: 'Do', since: 'Signed in, since {{day}}', until: 'Belongs until {{day}}', waits: 'Has a new key that waits for custodians',
    change: 'To end somebody or to change roles, prepare the next list of people.', changeLink: 'Prepare the next list', asCustodian: 'Ending somebody and changing roles takes two custodians.',
    joiners: 'Who is joining', state: 'State', nobody: 'Nobody is joining.', invited: 'Invited. Has not used the code yet', redeemed: 'Has used the code. Is making a key', brought: 'Has brought a key. A custodian compares the words and prepares the next list',
    startAgain: 'Start again', oneTime: 'One-time code', gone: '{{name}} may start again. Every way in that they had has ended.',
  },
  invite: {
    title: 'Invite somebody', how: 'You get a code, shown once.', pseudonym: 'Pseudonym', pseudonymHint: 'Stands for the person everywhere. Never a name. It was drawn by chance; keep it.', other: 'Draw another', invite: 'Invite', needsRole: 'Choose at least one role', needsPseudonym: 'Use small letters, digits and hyphens, and no name', taken: 'This pseudonym was used before. Draw another.',
  },
  code: {
    invitation: 'Invitation code', oneTime: 'One-time code', for: 'For', how: 'Read it to them, or give it by hand. Never send it by e-mail or message.', once: 'It is shown this once.', until: 'Good until {{time}}, for one use', done: 'I have read it to them', oneTimeHow: 'It lets them reach red checks only. Before a question is shown they still unlock their own key.',
  },
  sure: {
    startAgain: 'End every way in of {{name}}?', startAgainHow: 'Their sessions and passkeys end now, also on a device that somebody stole. They sign in with their work account, make a new key, and two custodians compare its words and sign.', startAgainDo: 'End them, start again',
    list: 'Before you sign', ends: '{{name}} ends now. They have no session from the moment the other custodian signs, and no message that is sent from then on opens for them.', trusts: '{{name}} becomes {{role}}.', custodian: 'Two custodians together decide who may read. Whoever has this role gets the agency’s whole key.', administrator: 'An administrator invites people and says how the agency can be spoken to.',
    oneTime: 'Make a one-time code for {{name}}?', oneTimeHow: 'For somebody whose work account does not let them in while a red check waits. It is on record who made it and what was done with it.', oneTimeDo: 'Make the code', listDo: 'Sign and put it forward',
  },
  keys: {
    title: 'Keys', what: 'your agency’s keys', own: 'The words of your key', ownHow: 'Whoever checks that it is you hears these words from you.', list: 'The list of people', version: 'Version', issued: 'Signed on', custodians: 'Custodians', delegates: 'Who reads out of hours', noDelegates: 'Nobody', waiting: 'A list that waits', none: 'No list waits for a signature.', prepare: 'Prepare the next list',
    log: { key: 'Key log', exact: 'It holds your agency’s lists and no others.', waiting: 'The newest list is on its way into it. That may take a day.', overdue: 'The newest list was signed more than a day ago and is not in it. Only red checks can be sent. Telephone the partnership.', away: 'It could not be asked.', silent: 'It could not be asked for more than three days. Only red checks can be sent. Telephone the partnership.' },
    prepareInstead: 'Prepare another in its place', prepareOn: 'Go on with the list that you began', published: 'Version {{version}} of the list is in force.', proposed: 'Version {{version}} waits for another custodian.', english: 'English', welsh: 'Welsh',
  },
  proposal: {
    by: 'Put forward by {{name}}, {{time}}', own: 'You signed this. Another custodian has to look at it and sign.', changes: 'What it changes', nothing: 'It changes nothing of people, roles, keys or delegates.', joins: '{{name}} joins as {{roles}}.', back: '{{name}} comes back with another key, as {{roles}}.', from: 'Not before {{day}}.', until: 'Until {{day}}.', leaves: '{{name}} ends now.', ends: '{{name}} ends on {{day}}.',
    roles: '{{name}} was {{before}} and becomes {{after}}.', noRole: 'without a role', otherwise: 'The entry of {{name}} is changed in another way: in their key, or in what may sign in for them.', epoch: 'The team gets a new key: what is sent from then on opens only for those who get a copy.', copies: 'Copies of the team’s key go to: {{names}}.', deletes: 'An old key of the team is deleted for good. {{months}}.', custody: 'Copies of the agency’s whole key go to: {{names}}.',
    delegatesGone: 'Nobody else reads for your agency any more.', delegate: '{{agency}} reads for your agency: {{hours}}.', delegateUntil: '{{agency}} reads for your agency until {{day}}: {{hours}}.', delegateEnds: '{{agency}} reads for your agency no longer.', compare: 'Compare the words', sign: 'Sign it', leave: 'Leave it unsigned', left: 'You left it unsigned. It waits for a custodian.', refused: 'Do not sign this list. It does not hold: {{code}}. Tell the other custodian and the partnership.', signWhat: 'You confirm with your passkey, or by signing in again if you have none.',
  },
  compare: { title: 'The key of {{name}}', how: 'Phone them on a number that you knew before, or meet them. They read six words from their screen. If one differs, stop.', heard: 'I heard these words from them', needed: 'Compare the words of {{name}} with them first' },
  next: {
    title: 'Prepare the next list', joiners: 'Who joins', noJoiners: 'Nobody has brought a key.', take: 'Take in {{name}} as {{roles}}', notAKey: 'What {{name}} brought is not a key. They have to start again.', members: 'Who belongs', keep: 'No change', ends: 'Ends now', changes: 'Other roles', rolesOf: 'Roles of {{name}}', memberOf: '{{name}}: {{roles}}',
    epoch: 'A new team key', epochTick: 'Make a new team key', epochHint: 'Once a month, and where a device was stolen.', epochComes: 'A new team key comes with this list, because somebody ends or loses a role that reads.', delegates: 'Who reads out of hours', delegatesHint: 'Another agency that reads what is sent to yours in these hours. Both custodians sign it.', delegate: 'Agency {{number}}', agency: 'Agency', choose: 'Choose an agency', add: 'Add an agency', remove: 'Remove',
    go: 'Continue', back: 'Back', anew: 'Throw this away and begin again', outdated: 'You had begun a list. Another is in force since then, so it was not gone on with.',
    fault: { nothing: 'Change something, or go back', roles: 'Choose at least one role for {{name}}', oneself: 'Another custodian has to end you, or to take this role from you', custodians: 'Two custodians have to remain', delegateAgency: 'Choose an agency', delegateHours: 'Say in which hours they read', delegateTwice: 'Name each agency once' },
  },
  epochs: {
    old: 'Old keys of the team', oldHow: 'Every message names the key of the team that opens it. A key that nobody needs any more can be deleted.', open: 'Delete an old key', title: 'Delete old keys of the team', what: 'your team’s keys',
    how: 'Once a key is deleted, what was sealed to your team with it opens for nobody in your agency any more, also from an old backup. There is no way back. Do it with your data protection officer, who knows what is past its time.',
    legend: 'Which keys are deleted?', months: 'In use from {{from}} to {{until}}', since: 'In use since {{from}}', words: 'The words of this key. The other custodian sees the same.', none: 'There is no old key that could be deleted.', others: 'Keys that cannot be deleted', needed: 'Choose at least one key',
    standing: { newest: 'It is the newest.', 'in-use': 'Somebody may still seal to it.', deleted: 'It is deleted already.' },
    sure: 'Before you delete', sureWhat: 'What was sealed to your team with these keys opens for nobody in your agency any more:', sureOfficer: 'You have spoken with your data protection officer. Three new recovery papers come next: have a printer at hand, and the people who are to keep them.', sureDo: 'Go on to the papers',
    refused: {
      'epoch-still-needed': 'One of these keys is still needed. A message that is sealed to it may still have to be opened, its check has not ended, or something unfinished is sealed to it for your team. Nothing was deleted.',
      'epoch-undeletable': 'One of these keys is in use, is the newest, or is none of your team’s. Nothing was deleted.', 'custody-missing': 'A custodian would be left without the agency’s key. Nothing was deleted.', 'recovery-kit-older': 'The new recovery papers have to be made first. Nothing was deleted. Begin again.',
    },
  },
  papers: {
    title: 'Print three recovery papers', how: 'When nobody in your agency can unlock anything, any two of these three papers open its key. They are shown only once. Print them now and give them to three people. They take the place of the papers before, which are burned once the other custodian has signed.',
    name: 'Lateral recovery paper {{number}} of 3', agency: 'Agency', code: 'What to type', made: 'Made on', keep: 'Keep it sealed, and not with another of the three. Alone it opens nothing. Nobody from Lateral will ask for it.', print: 'Print', printed: 'I have printed them',
    proof: 'Show that you have the papers', proofHow: 'Copy one group of letters from each paper. They are no longer on this screen. Groups are counted after the word “set” and what follows it.', group: 'Paper {{number}}, group {{place}}', wrong: 'This is not group {{place}} of paper {{number}}. Look at it again.', back: 'Show the papers again', go: 'Put it forward',
  },
  deletes: {
    warning: 'This deletes old keys of the team for good. What was sealed with them opens for nobody in your agency any more, and there is no way back.', how: 'Look at these words together with {{name}}. Where one differs, do not sign.', looked: 'We looked at these words together, and this key is to be deleted', needed: 'Look at the words of this key together first',
    papers: 'Try two of the new recovery papers', papersHow: 'Older papers open nothing any more once you have signed. Type or read in what stands on two of the new ones.', first: 'First paper', second: 'Second paper', try: 'Try them', papersNeeded: 'Try two of the new recovery papers first',
    opens: 'They open the recovery kit of {{day}}, and none of the deleted keys is in it.', holds: 'They open the recovery kit of {{day}}, in which the deleted keys still are. It is an older one. Do not sign.', noKit: 'No recovery kit is kept here. Ask {{name}} whether the new papers were tried.',
    refused: { mistyped: 'A letter on one of them is wrong. Look at it again.', 'same-share': 'That is the same paper twice.', 'foreign-share': 'One of them belongs to another kit: it is an older paper, or another agency’s.', other: 'They open nothing. Do not sign, and tell the other custodian.' },
    after: 'When you have signed: burn the papers of every older kit, delete every file of one, and ask everybody to lock and unlock once.',
  },
  contact: {
    title: 'Contacts and hours', what: 'your contacts', phone: 'Phone', night: 'Phone out of hours', phoneHint: 'Of the desk, never of a person', hours: 'Office hours', approved: 'Which answers does an approver see before they go?', approvedHint: 'A person who may release answers sends them. Lateral takes them from nobody else.', approvedAnswers: { some: 'Those with intelligence, or with items that few may use', all: 'All that tell what you hold, or refuse to' }, mailbox: 'Mailbox for notices', mailboxHint: 'A shared mailbox. What goes there names no person and no family.', escalation: 'Mailbox for escalations', escalationHint: 'Of the managers. Left empty, they go to the mailbox for notices.', language: 'Language of notices', languages: { en: 'English', cy: 'Welsh', both: 'Both' },
    policy: 'Appropriate policy document', policyHint: 'Your shares name it. Without one the law lets little be shared.', policyId: 'Its number', policyIdHint: 'For example APD-SG-01', policyVersion: 'Version', review: 'Review it by', day: 'Day', month: 'Month', year: 'Year', verified: 'Last verified {{ago}}, on {{day}}', never: 'Never verified', save: 'Save and verify', saved: 'Saved and verified.', changed: 'Somebody else changed this meanwhile. What you typed is still here. Look at what there is now, then save again.', now: 'What there is now',
    reviewOver: 'The review date is over.', wrong: { phone: 'Write a phone number with digits', mailbox: 'Write one e-mail address', policyId: 'Write its number like APD-SG-01', policyVersion: 'Write its version like 1.0', review: 'Write a whole date', policyWhole: 'Write the number, the version and the review date, or none of them' },
  },
  refusal: {
    'no-custody': 'No copy of the agency’s key is kept for you. Ask the other custodian to make a new team key: a copy comes with it.',
    'other-key': 'Somebody brought another key since you compared the words. Nothing was signed. Compare them again.',
    'not-a-roster': 'This list would be refused by everybody who reads it, so it was not made. Look at who would belong.',
    'another-proposal': 'Another list waits now than the one you looked at. Nothing was signed. Look at it again.',
  },
};
