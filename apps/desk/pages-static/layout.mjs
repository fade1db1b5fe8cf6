// @ts-check

/** @typedef {'en' | 'cy'} Language */
/** What stands around the words of every static page, in each language. */
const AROUND = {
  en: {
    skip: 'Skip to main content', languages: 'Language', own: 'English', other: 'Cymraeg', otherCode: 'cy', change: 'Change the language to Welsh', footer: 'Help and information about Lateral',
    links: [['/sign-in', 'Sign in'], ['/help', 'Help'], ['/accessibility', 'Accessibility'], ['/privacy', 'Privacy'], ['/status', 'Status']],
  },
  cy: {
    skip: 'Neidio i’r prif gynnwys', languages: 'Iaith', own: 'Cymraeg', other: 'English', otherCode: 'en', change: 'Newid yr iaith i Saesneg', footer: 'Cymorth a gwybodaeth am Lateral',
    links: [['/sign-in', 'Mewngofnodi'], ['/help', 'Cymorth'], ['/accessibility', 'Hygyrchedd'], ['/privacy', 'Preifatrwydd'], ['/status', 'Statws']],
  },
};

/**
 * A whole page around `main`, which begins with its one h1: that is its title too. `links` are the desk's own style and icon. No script
 * stands in it, and no form: it works where neither does.
 * @param {{ language: Language, main: string, links: string }} given
 */
export function layout({ language, main, links }) {
  const around = AROUND[language];
  const title = /<h1[^>]*>([^<]+)<\/h1>/u.exec(main)?.[1];
  if (title === undefined) throw new Error('a static page has no heading');
  return `<!doctype html>
<html lang="${language}" class="govuk-template">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Lateral</title>
${links}
</head>
<body class="govuk-template__body">
<a href="#main" class="govuk-skip-link">${around.skip}</a>
<header class="govuk-generic-header">
<div class="govuk-generic-header__container govuk-width-container"><div class="govuk-generic-header__logo"><a href="/" class="govuk-generic-header__homepage-link">Lateral</a></div></div>
</header>
<div class="govuk-width-container">
<nav class="govuk-language-navigation" aria-label="${around.languages}">
<ul class="govuk-language-navigation__list">
${languagesFrom(language)}
</ul>
</nav>
<main class="govuk-main-wrapper" id="main">
${main.trim()}
</main>
</div>
<footer class="govuk-footer">
<div class="govuk-width-container">
<h2 class="govuk-visually-hidden">${around.footer}</h2>
<ul class="govuk-footer__inline-list">
${around.links.map(([to, words]) => `<li class="govuk-footer__inline-list-item"><a class="govuk-footer__link" href="${to}">${words}</a></li>`).join('\n')}
</ul>
</div>
</footer>
</body>
</html>
`;
}

/** @param {Language} language that is being read */
function languagesFrom(language) {
  const { own, other, otherCode, change } = AROUND[language];
  const here = `<span class="govuk-language-navigation__text" aria-current="true" lang="${language}">${own}</span>`;
  const there = `<a class="govuk-language-navigation__link" href="?lng=${otherCode}" rel="alternate" lang="${otherCode}" hreflang="${otherCode}">${other}<span class="govuk-visually-hidden" lang="${language}"> ${change}</span></a>`;
  return (language === 'en' ? [here, there] : [there, here]).map((item) => `<li class="govuk-language-navigation__list-item">${item}</li>`).join('\n');
}
