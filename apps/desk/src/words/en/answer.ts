export const answer = {
  title: 'Answer a request',
  what: 'the request',
  rules: 'the rules for answering',
  back: 'Back to the inbox',
  skip: 'Skip to the answer',
  answerRegion: 'Your answer',
  choose: 'Choose',
  or: 'or',
  day: 'Day', month: 'Month', year: 'Year',
  limit: 'At most {{number}} characters', left: 'Characters left: {{number}}', tooMany: 'Characters too many: {{number}}',
  replace: 'Replace with “{{text}}”', takeOut: 'Take it out',
  role: { responder: 'Responder', approver: 'Approver', team_manager: 'Team manager' },
  held: '{{name}} has this request. Agree who answers it before you write.',
  hubJudged: 'What the hub found',
  opening: { tells: 'Opening tells {{agency}} that your team has seen it, and when.', open: 'Open', custodian: 'a custodian of your agency', corrected: '{{agency}} has corrected this request. What you wrote is kept: open it and read what changed.', withdrawn: '{{agency}} took this request back. There is nothing to answer.' },
  question: {
    people: 'About whom', asked: 'What is asked', why: 'Why they ask', decision: 'Decision to be made', reason: 'What was reported', history: 'What they know already', period: 'Period', fromTo: '{{from}} to {{to}}', limits: 'Limits on what you do with this',
    asker: 'Who asks', born: 'born {{date}}', expected: 'expected {{date}}', also: 'Also known as {{names}}', nhs: 'NHS number', upn: 'Pupil number', confidential: 'Keep this address to yourself', hidden: 'An address here is hidden from somebody. Do not tell it to anybody in the family.',
    hideNames: 'Hide names', showName: '(show the name)', statement: 'Statement of need', under: 'Asked under {{duties}}.', reasonsIfRefused: 'If you refuse, you must give your reasons in writing.',
    mismatched: 'What was said of these words when they were sent is not true of them. The hub has been told. Telephone whoever asks before you rely on them.', before: 'What it said before it was corrected', override: 'This was sent as an emergency, before its record was complete.',
  },
  way: { legend: 'Do you hold anything relevant?', nothing: 'We hold nothing relevant', share: 'Yes, we can share it', refuse: 'Yes, but we cannot share some or all of it', talk: 'We need to talk first, or more time', elsewhere: 'Wrong person or wrong team' },
  nothing: {
    legend: 'Which is true?', not_known: 'Not known to us', not_knownHint: 'We searched, and none of them is in our records.', no_concern: 'Known to us, no concern', no_concernHint: 'We know somebody, and nothing we hold is a concern.',
    nothing_relevant: 'Known to us, nothing relevant to this question', nothing_relevantHint: 'We hold something, and none of it bears on what is asked.',
    saying: 'You are saying that you searched {{systems}} today for everybody who is asked about ({{number}}).', not_knownSaid: 'They are not known to you.', no_concernSaid: 'You know them, and have no concern.', nothing_relevantSaid: 'You know them, and nothing you hold is relevant to this question.',
  },
  systems: { legend: 'Systems you searched', names: 'Names searched:', also: 'Also searched (optional)', alsoHint: 'Other names or spellings. Put a comma between them.' },
  items: {
    paste: 'Paste or type what you hold', pasteHint: 'A paste is sorted into items by itself. You check each of them.', sort: 'Sort into items', title: 'Items: {{number}}', sorted: 'Sorted into items: {{number}}. Check each of them.', confirmAll: 'I have checked all of them', add: 'Add an item',
  },
  item: {
    title: 'Item {{number}} of {{total}}', text: 'What is held', date: 'When it happened', dateHint: 'As far as it is known: 12/3/2024, March 2024, 2024', nature: 'How it is known', about: 'About', other: 'Somebody else', category: 'Which question it answers', handling: 'How it may be used', more: 'Source, and why it is needed',
    source: 'Source', relevance: 'Why it is needed', confirm: 'I have checked this item', up: 'Move up', down: 'Move down', join: 'Join with the one before', remove: 'Remove', second: 'An item like this goes to an approver before it is sent.',
  },
  outside: {
    found: 'Named here and not in this check: {{names}}.', link: 'It matters: link as somebody outside the check', none: 'This is not a person', remove: 'Or take the name out of the text above.', who: 'Somebody outside the check', whoHint: 'Who they are to the people of the check. A name only where it is needed.',
    relevant: 'It is relevant to the question', unlink: 'Take the link away',
  },
  reasons: {
    why: 'How could this change the decision?', whyHint: 'One sentence. Do not name anybody.', leftOut: 'What have you left out?', harm: 'Could sharing this harm or unfairly affect anybody?', harmWords: 'Why does the risk outweigh it?',
    left: { nothing: 'Nothing relevant', other_people: 'Details about other people', older_history: 'Older or unrelated history', source: 'Something that could identify a source', cannot_share: 'Something we cannot share' },
    harms: { none_known: 'No extra risk that we know of', limits_set: 'Yes, and I have set limits on its use', outweighed: 'Yes, and the risk to the child or adult outweighs it' },
  },
  basis: {
    title: 'Legal basis', none: 'None was found. Choose one.', by: 'From agreement {{reference}}, version {{version}}', change: 'Change', done: 'Close', asOffered: 'Go back to what is offered',
    lists: { gateway: 'Duty or power to share', art6: 'Lawful basis', art9: 'Special category', sch1: 'Condition', art10: 'Offence information', p3: 'Law enforcement processing', confidentiality: 'Confidence' },
    policy: { title: 'Your appropriate policy document', id: 'Its number', version: 'Version', reviewDate: 'Review date (year-month-day)' },
  },
  refusing: {
    duty: '{{duty}}: you may refuse on these grounds only, and must give your reasons in writing.', ground: 'On what ground?', reasons: 'Your reasons, in writing', reasonsOptional: 'Your reasons, in writing (optional)', reasonsHint: 'Without names, and without what you cannot share.',
    instead: 'What can be said in place of it (optional)', insteadHint: 'For example: “Please phone before acting.”', part: 'Add what you can share', partTitle: 'What you can share',
  },
  talking: {
    until: 'When will you answer, or can you talk?', untilHint: 'They see this time at once, and the request stays open.', other: 'Another time', asks: 'We have a question first', day: 'Which day?', time: 'What time?', timeHint: 'For example, 2:30pm or 14:30', why: 'Why is that?', whyHint: 'One sentence.',
    question: 'Your question', invitation: 'Save for your calendar', invitationHint: 'It says “Safeguarding discussion {{reference}}” and names nobody.',
  },
  elsewhere: { legend: 'Which is it?', person: 'We cannot tell which person is meant', team: 'Another team or agency should be asked', to: 'Who should be asked?', personWhy: 'What would tell them apart?', teamWhy: 'Why them?' },
  file: {
    title: 'File', add: 'Attach a file', choose: 'Choose a file', hint: 'PDF, PNG or JPEG, at most 10 MB. One file.', description: 'What it shows', descriptionHint: 'For whoever cannot see it, and as its name: “Body map, left arm”.', attach: 'Attach', sealing: 'Sealing…', remove: 'Remove the file',
    inside: 'A file can tell more than it shows: who wrote it, where a picture was taken, older versions. Look inside before you attach it.', wrong: { file: 'Choose a file', type: 'The file must be a PDF, PNG or JPEG', size: 'The file must be smaller than 10 MB', description: 'Say what the file shows' },
  },
  approval: {
    choose: 'Send it to an approver first', must: 'An item here may be used by few only, so an approver has to see it first.', note: 'Word for the approver (optional)', noteHint: 'It is sealed to your team and is not part of the answer.', said: 'Your colleague says:', waits: 'Waiting for an approver since {{at}}.', back: 'An approver sent this back {{at}}.',
    takeUp: 'Take it up again', takeBack: 'Take it back', asked: '{{name}} asks you to approve an answer to this ({{at}}).', open: 'Open the answer', backNote: 'What should change?', backNoteNeeded: 'Say what should change', sendBack: 'Send it back',
  },
  verdict: { title: 'Check of the rules', why: 'Why go past this?', notes: 'Notes ({{number}})' },
  send: {
    nothing: 'Send: nothing held', share: 'Send the answer', refuse: 'Send the refusal', talk: 'Send', elsewhere: 'Send back', approver: 'Send to an approver', approved: 'Approve and send', correction: 'Send the correction', hint: 'It is sealed on this computer for {{reference}}. Control and Enter sends too.', busy: 'Sealing and sending…',
  },
  sent: {
    title: 'Sent', at: 'Sent at {{time}}', after: 'Sent at {{time}}, {{span}} after you opened it', next: '{{agency}} has been told. What they decide, and whether this was of use, will be shown here.', correct: 'You can correct it below: whoever read it is shown the correction.', inbox: 'Go to the inbox',
  },
  own: {
    title: 'What your team answered', closed: 'It is sealed. Open it to read, print or correct it.', correct: 'Correct it', leave: 'Leave it as it was sent', print: 'Print', copy: 'Copy', copied: 'Copied.', searched: 'Systems searched', names: 'Names', ground: 'Ground', reasons: 'Reasons', said: 'Also said', until: 'Until',
    question: 'Question', elsewhere: 'Wrong person or team', why: 'Why', file: 'Attached', by: 'Answered by', approvedBy: 'Approved by',
  },
  leftOver: { ended: 'This request ended while you were writing. What you wrote is kept.', answered: 'Your team answered this while you were writing. What you wrote is kept: read their answer below first.', correct: 'Put mine in its place, as a correction', discard: 'Delete what I wrote' },
  recuse: { say: 'I know someone in this', title: 'Hand this to a colleague?', what: 'It goes back to your team, and you will not see it any more. That you said so is recorded; whom you know is not.', go: 'Hand it over', stay: 'Stay with it' },
  outcome: { title: 'What came of it', waits: '{{agency}} has told you what came of it.', decided: 'Decided', used: 'Was your answer used?', yes: 'Yes', no: 'No', partly: 'In part', said: 'What they say', asks: 'What they ask of you', contact: 'Contact' },
  error: {
    way: 'Choose whether you hold anything relevant', nothing: 'Choose which is true of those who are asked about', systems: 'Select at least one system that you searched', unsorted: 'Sort what you pasted into items, or take it out', noItems: 'Paste or add what you hold',
    itemText: 'Item {{number}}: write what is held, or remove the item', itemUnconfirmed: 'Item {{number}}: say that you have checked it', itemRelevance: 'Item {{number}}: say why it is needed', itemOutside: 'Item {{number}} names {{name}}, who is not in this check. Link them, take the name out, or say that it is not a person',
    itemThirdParty: 'Item {{number}}: say that somebody outside the check is relevant, or take them out', itemThirdPartyWho: 'Item {{number}}: say who is outside the check', why: 'Say how this could change the decision', whyWords: 'Mend what is marked in your reason', harmWords: 'Say why the risk outweighs the harm',
    ground: 'Choose a ground for refusing', reasons: 'Write your reasons for refusing', reasonsWords: 'Mend what is marked in your reasons', until: 'Choose when you will answer, or write your question', untilTyped: 'Enter a day and a time, like 23 11 2026 and 2:30pm', untilPast: 'Choose a time that is still to come', talkWhy: 'Say why you need the time',
    questionBack: 'Write your question', elsewhere: 'Choose what is wrong', elsewhereWords: 'Say what would help them', redirectTo: 'Choose who should be asked', approval: 'This has to go to an approver first', warning: 'Give your reason for going past this.',
  },
};
