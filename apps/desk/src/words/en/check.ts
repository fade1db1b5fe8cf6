export const check = {
  title: 'Check', what: 'the check', back: 'All checks', toCheck: 'Back to the check', save: 'Save', cancel: 'Cancel', choose: 'Choose',
  readFirst: 'Open what was asked and answered', readAll_one: 'Read everything ({{count}} sealed message)', readAll_other: 'Read everything ({{count}} sealed messages)', readAllHow: 'One gesture opens all of it. Opening an answer is recorded.',
  erased: 'What was sealed here has been erased for good, by law. Its records remain.', erasedOn: 'What was sealed here was erased for good on {{date}}, as the agreement’s retention says. Its records remain.',
  opening: 'the answers', notOpened: 'It could not be opened.',
  nav: { label: 'This check', answers: 'All answers', chronology: 'Chronology', decide: 'Decide', decideAgain: 'Decide again' },
  state: { title: 'This check', urgency: 'Urgency', state: 'State', opened: 'Started', heldBy: 'Who has it', nobody: 'Nobody', decided: 'Decided', outcome: 'Outcome' },
  people: { title: 'People', sealed: 'Names and question are sealed until you open them.', erased: 'Names and question have been erased for good, by law.', erasedOn: 'Names and question were erased for good on {{date}}, as the agreement’s retention says.', hideNames: 'Hide names', showName: 'Show this name', born: 'born {{date}}', expected: 'expected {{date}}', also: 'Also known as {{names}}', addressHidden: 'This address must stay hidden.' },
  question: { title: 'Why it was asked', reason: 'What happened', history: 'What we knew', why: 'Why these answers are needed', asked: 'What {{agency}} was asked' },
  cards: { title: 'Agencies', show_one: 'Show {{count}} new answer', show_other: 'Show {{count}} new answers', changed: 'Show what changed' },
  card: {
    sent: 'Sent {{at}}', opened: 'Opened {{at}}', undelivered: 'The notice could not be delivered. Use the telephone.', reminded: 'Reminded {{at}}', nothing: 'Nothing held', items_one: '{{count}} item', items_other: '{{count}} items',
    record: 'Record', refused: 'Do not rely on the answer', sealed: 'Sealed until you open it', erased: 'Erased since, by law; its records remain', erasedOn: 'Erased on {{date}}, as the agreement’s retention says; its records remain', handling: 'Handling',
  },
  flag: {
    may_tell_family: 'The family may be told', may_not_tell_family: 'Do not tell the family this came from us', le_only: 'For law enforcement only', do_not_record_in_file: 'Do not record this in the file', consult_before_onward_use: 'Ask us before you use this further',
  },
  act: {
    read: 'Read answers', ask: 'Ask a follow-up question', remind: 'Remind', phone: 'Phone', due: 'Move the due time', withdraw: 'Take this request back', which: 'of {{agency}}', more: 'More actions', urgency: 'Change urgency', add: 'Ask another agency', withdrawCheck: 'Take the whole check back', close: 'Close this check',
    evidence: 'Download the evidence', recuse: 'I know someone in this',
  },
  reminded: '{{agency}} has been reminded.', remindedLately: '{{agency}} was reminded less than an hour ago. Use the telephone.',
  phone: { none: 'No number is known for {{agency}}.', number: 'Telephone {{phone}}', outOfHours: 'Out of hours {{phone}}', open: 'Open {{hours}}', day: '{{day}} {{from}} to {{to}}', verified: 'Checked on {{date}}' },
  weekday: { mon: 'Monday', tue: 'Tuesday', wed: 'Wednesday', thu: 'Thursday', fri: 'Friday', sat: 'Saturday', sun: 'Sunday' },
  urgency: {
    title: 'Change urgency', now: 'This check is {{urgency}} now.', to: 'How urgent is it?', why: 'Why does it change?', keeps: 'Due times that do not move', keepsHow: 'Agencies that were asked already keep their times. It counts for whoever is asked from now on. To ask for an answer sooner, move that agency’s due time.',
    keepsOne: '{{agency}}: {{at}}', wrong: { urgency: 'Choose another urgency', reason: 'Choose why it changes' },
  },
  due: {
    title: 'Move a due time', now: 'Due {{at}}', day: 'On which day?', time: 'At what time?', timeHint: 'For example 14:30', why: 'Why does it move?', parts: { day: 'Day', month: 'Month', year: 'Year' },
    wrong: { day: 'Enter a day', time: 'Enter a time, such as 14:30', past: 'The time must be in the future', late: 'The time must be within 60 days', reason: 'Choose why it moves' },
  },
  withdraw: {
    titleRequest: 'Take a request back', title: 'Take the whole check back', what: 'What this does', request: '{{agency}} is told that its answer is no longer needed, and can no longer open the question. What it has opened stays opened.',
    check: 'Every agency that was asked is told that its answer is no longer needed. Questions and answers that nobody has opened stay sealed for good. You still owe each agency a word about what came of it.', why: 'Why?', go: 'Take it back', noReason: 'Choose why',
    doneRequest: 'The request was taken back.', done: 'The check was taken back.', record: 'What follows from it can still be recorded under Decide.',
  },
  ask: {
    title: 'Ask a follow-up question', corrects: '{{agency}} has not answered yet. Your question is put beside what you asked, as one corrected question; it will have to open it again.', alone: '{{agency}} has answered. Your question goes as a new request of this check, with its own due time.',
    closed: 'This check is decided. An agency that has answered cannot be asked more in it: start a new check.', before: 'What was asked', more: 'What more do you need to know?', hint: 'Use “the child” or “the mother” rather than names.', send: 'Encrypt and send', needed: 'Enter your question', names: 'Take the names out of your question',
    sent: 'Your question was sent to {{agency}}.', sealed: 'Open the check first: the question is made of the one that was asked.',
  },
  add: { title: 'Ask another agency', which: 'Which agency?', questions: 'What do you need to know from it?', more: 'Anything else they should look for?', none: 'Every agency of the partnership was asked.', needed: 'Choose an agency', questionNeeded: 'Choose at least one question', notOpen: 'Only an open check can be put to another agency.' },
  rules: { why: 'Why may it go all the same?', reason: 'Say why it may go all the same: {{finding}}' },
  recuse: { title: 'You know someone in this', what: 'You will not see this check again, and it will be nobody’s until a colleague takes it. What is recorded is that you said so: not whom you know, nor how. It cannot be undone.', go: 'Leave this check', stay: 'Stay' },
  close: { title: 'Close this check', what: 'Requests that nobody answered end with it. A late answer opens it again.', go: 'Close it', closed: 'The check is closed.' },
  evidence: { how: 'Who did what and when, with signatures and proofs, and nothing of what was said. You will be asked for a gesture.', done: 'The evidence was downloaded.' },
  added: 'The question was sent.', rated: 'The urgency was changed.', moved: 'The due time was moved.',
};
