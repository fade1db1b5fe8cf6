import type { DemoAgency } from './demo.js';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title></head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

/** Whom to sign in as. It says in both languages, before anything else, that nobody is asked who they are. */
export function choicePage({ name, people }: DemoAgency, action: string): string {
  const buttons = people.map(({ subject }) => `<li><button type="submit" name="subject" value="${escaped(subject)}">${escaped(subject)}</button></li>`).join('\n');
  return page('Demonstration sign-in / Mewngofnodi arddangos', `<h1>${escaped(name.en)}<br><span lang="cy">${escaped(name.cy)}</span></h1>
<p><strong>This is a demonstration. Nobody is asked for a password: anybody at this computer can sign in as anyone listed. None of them is a real person.</strong></p>
<p lang="cy"><strong>Arddangosiad yw hwn. Ni ofynnir am gyfrinair: gall unrhyw un sydd wrth y cyfrifiadur hwn fewngofnodi fel unrhyw un ar y rhestr. Nid oes yr un ohonynt yn berson go iawn.</strong></p>
<form method="post" action="${escaped(action)}">
<p>Sign in as: / <span lang="cy">Mewngofnodi fel:</span></p>
<ul>
${buttons}
</ul>
</form>`);
}

/** `form` is the provider's own and holds its proof that the request came from this page. */
export function signOutPage(form: string): string {
  return page('Sign out / Allgofnodi', `<h1>Sign out of the demonstration?<br><span lang="cy">Allgofnodi o'r arddangosiad?</span></h1>
${form}
<p><button type="submit" form="op.logoutForm" name="logout" value="yes">Sign out / Allgofnodi</button></p>`);
}

export function signedOutPage(): string {
  return page('Signed out / Wedi allgofnodi', '<h1>You have signed out.<br><span lang="cy">Rydych wedi allgofnodi.</span></h1>');
}

/** `code` is one of the protocol's own; what was sent is not said back. */
export function faultPage(code: string): string {
  return page('It did not work / Ni weithiodd', `<h1>It did not work. Go back and start again.<br><span lang="cy">Ni weithiodd. Ewch yn ôl a dechrau eto.</span></h1>
<p><code>${escaped(/^[a-z_]{1,60}$/.test(code) ? code : 'error')}</code></p>`);
}
