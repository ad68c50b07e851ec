import { createHash } from 'node:crypto';
import { LANGUAGES, type Language, PHONE_PAGE_TEXTS, type PhonePageTexts } from './phone-page-texts.ts';
import type { PhoneMessage } from './phones.ts';

const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; background: var(--page); color: var(--ink);
  --page: #fff; --ink: #1b1b1b; --line: #767676; --quiet: #595959; --warn: #a40000; --link: #0b4f9e; }
@media (prefers-color-scheme: dark) { :root {
  --page: #16181b; --ink: #ececec; --line: #8a8a8a; --quiet: #b5b5b5; --warn: #ff9d9d; --link: #9ecbff; } }
a { color: var(--link); }
body { max-width: 42rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
nav a { display: inline-block; min-height: 1.5rem; padding: .25rem 0; }
ul { list-style: none; padding: 0; }
article { border: 1px solid var(--line); border-radius: .75rem; padding: .75rem 1rem; margin: 0 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1rem; margin: 0; }
time { color: var(--quiet); } .warning { color: var(--warn); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.text { white-space: pre-wrap; margin: .5rem 0 0; }
`;

/** The server renders the list; the script only puts a fresh one in place when something arrives. */
const SCRIPT = `
const [lost, news, messages] = ['lost', 'news', 'messages'].map((id) => document.getElementById(id));
const events = new EventSource('/events');
events.onerror = () => { lost.hidden = false; };
async function load() {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
  messages.replaceChildren(...page.getElementById('messages').childNodes);
}
let last = Promise.resolve();
const refresh = () => (last = last.then(load, load));
events.addEventListener('submit', async () => {
  await refresh();
  news.textContent = messages.querySelector('h2, p').textContent;
});
events.onopen = () => { lost.hidden = true; refresh(); };
`;

export const PHONE_PAGE_POLICY = [
  "default-src 'none'",
  "connect-src 'self'",
  `style-src '${hash(STYLE)}'`,
  `script-src '${hash(SCRIPT)}'`,
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The page of the simulated phones, whole, in one language. */
export function phonePage(messages: readonly PhoneMessage[], language: Language): string {
  const texts = PHONE_PAGE_TEXTS[language];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${texts.title} · Heraut</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${texts.title}</h1>
<p>${texts.intro}</p>
<nav aria-label="${texts.languages}"><ul>${LANGUAGES.map((other) => languageLink(other, language)).join('')}</ul></nav>
</header>
<main>
<div role="status"><p id="lost" class="warning" hidden>${texts.connectionLost}</p><p id="news" class="unseen"></p></div>
<div id="messages">
${messages.length === 0 ? `<p>${texts.empty}</p>` : messages.map((message) => article(message, texts, language)).join('\n')}
</div>
</main>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

function languageLink(other: Language, current: Language): string {
  const name = PHONE_PAGE_TEXTS[other].language;
  return `<li><a href="?lang=${other}" lang="${other}"${other === current ? ' aria-current="true"' : ''}>${name}</a></li>`;
}

function article(
  { number, at, parts, partsArrived, text }: PhoneMessage,
  texts: PhonePageTexts,
  language: Language,
): string {
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(at));
  const warning = partsArrived < parts ? `<p class="warning">${texts.incomplete(partsArrived, parts)}</p>` : '';
  return `<article>
<h2>${escaped(texts.to(number))}</h2>
<time datetime="${at}">${time}</time>
${warning}<p class="text" dir="auto">${escaped(text)}</p>
</article>`;
}

function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] as string);
}

function hash(content: string): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}
