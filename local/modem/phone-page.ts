import { SCRIPT, STYLE } from './phone-page-assets.ts';
import {
  type AnswerTexts,
  LANGUAGES,
  type Language,
  PHONE_PAGE_TEXTS,
  type PhonePageTexts,
} from './phone-page-texts.ts';
import type { PhoneMessage } from './phones.ts';

/** The first thing to try; the same line is printed at the start of the stack. */
const COMMAND = "npm run send -- --to +31612345678 --text 'Goedemorgen'";

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
${answerForm(messages[0]?.number ?? '', texts.answer)}
<div id="messages">
${numbers(messages)}
${messages.length === 0 ? empty(texts) : messages.map((message) => article(message, texts, language)).join('\n')}
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

/** It is outside the list, which is put in place anew with each message: what is being typed stays. */
function answerForm(from: string, texts: AnswerTexts): string {
  const { arrived, held, refused, failed } = texts;
  const results = Object.entries({ arrived, held, refused, failed });
  return `<form id="answer"${results.map(([name, text]) => ` data-${name}="${escaped(text)}"`).join('')}>
<h2>${escaped(texts.title)}</h2>
<label for="from">${escaped(texts.from)}</label>
<input id="from" list="numbers" required maxlength="21" autocomplete="off" aria-describedby="from-hint" value="${escaped(from)}">
<p id="from-hint" class="hint">${escaped(texts.fromHint)}</p>
<label for="text">${escaped(texts.text)}</label>
<textarea id="text" rows="2" required></textarea>
<button>${escaped(texts.send)}</button>
<p id="result" aria-live="polite"></p>
</form>`;
}

/** The phones that have a message, to choose from; the newest first. */
function numbers(messages: readonly PhoneMessage[]): string {
  const known = [...new Set(messages.map(({ number }) => number))];
  return `<datalist id="numbers">${known.map((number) => `<option value="${escaped(number)}">`).join('')}</datalist>`;
}

function empty(texts: PhonePageTexts): string {
  return `<div class="empty"><p>${texts.empty}</p><code>${escaped(COMMAND)}</code></div>`;
}

function article(
  { number, at, parts, partsArrived, text }: PhoneMessage,
  texts: PhonePageTexts,
  language: Language,
): string {
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(at));
  const warning = partsArrived < parts ? `<p class="warning">${texts.incomplete(partsArrived, parts)}</p>` : '';
  return `<article>
<header><h2>${escaped(texts.to(number))}</h2> <time datetime="${at}">${time}</time></header>
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
