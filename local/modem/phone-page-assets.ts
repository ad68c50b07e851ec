import { createHash } from 'node:crypto';

export const STYLE = `
:root { color-scheme: light dark;
  --page: light-dark(#f2f4f7, #121519); --card: light-dark(#ffffff, #1b1f25); --bubble: light-dark(#e4eefa, #23354b);
  --ink: light-dark(#1a1d21, #e9ecf0); --line: light-dark(#d5dae2, #363d47); --quiet: light-dark(#505a66, #aab3bf);
  --link: light-dark(#0b57a4, #8fc3ff); --warn: light-dark(#9b1c1c, #ffaba3); }
* { box-sizing: border-box; }
body { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; overflow-wrap: anywhere;
  font: 1rem/1.5 system-ui, sans-serif; background: var(--page); color: var(--ink); }
h1 { margin: 0; font-size: 1.75rem; line-height: 1.25; letter-spacing: -.01em; }
header { margin-bottom: 1.5rem; }
header p { margin: .25rem 0 .75rem; color: var(--quiet); }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem; margin: 0; padding: 0; list-style: none; }
nav a { display: block; padding: .3rem .6rem; border-radius: 1rem; color: var(--link); }
nav a[aria-current] { background: var(--card); color: var(--ink); font-weight: 600; text-decoration: none;
  box-shadow: inset 0 0 0 1px var(--line); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
article, .empty, form { margin: 0 0 1rem; padding: 1rem; border: 1px solid var(--line); border-radius: 1rem; background: var(--card); }
article header { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 1rem; margin: 0; }
h2 { margin: 0; font-size: 1rem; font-variant-numeric: tabular-nums; }
time { color: var(--quiet); font-size: .875rem; }
.text { margin: .75rem 0 0; padding: .75rem 1rem; border-radius: .25rem 1rem 1rem; background: var(--bubble);
  width: fit-content; white-space: pre-wrap; }
.empty { padding: 3rem 1.5rem; border-style: dashed; text-align: center; }
.empty p { margin: 0 0 1rem; }
code { font: .875rem/1.5 ui-monospace, "SF Mono", "Cascadia Code", Consolas, "DejaVu Sans Mono", monospace; }
.warning { margin: .75rem 0 0; color: var(--warn); font-weight: 600; }
label { display: block; margin: .75rem 0 .25rem; font-weight: 600; }
input, textarea { display: block; width: 100%; padding: .5rem .75rem; border: 1px solid var(--quiet); border-radius: .5rem;
  font: inherit; color: inherit; background: var(--page); }
.hint { margin: .25rem 0 0; color: var(--quiet); font-size: .875rem; }
button { margin: .75rem 0 0; padding: .5rem 1rem; border: 0; border-radius: 1rem; font: inherit; font-weight: 600;
  color: var(--card); background: var(--link); cursor: pointer; }
#result:not(:empty) { margin: .75rem 0 0; }
#lost { margin: 0 0 1rem; padding: .75rem 1rem; border: 1px solid; border-radius: 1rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
`;

/**
 * The server renders the list; the script only puts a fresh one in place when something arrives. The answer goes to the
 * route for messages to the SIM. Its number follows the newest message until somebody chooses another.
 */
export const SCRIPT = `
const [lost, news, messages, answer, from, text, result] =
  ['lost', 'news', 'messages', 'answer', 'from', 'text', 'result'].map((id) => document.getElementById(id));
answer.onsubmit = async (event) => {
  event.preventDefault();
  result.textContent = '';
  const body = JSON.stringify({ from: from.value.trim(), text: text.value });
  const headers = { 'content-type': 'application/json' };
  const response = await fetch('/inbound', { method: 'POST', headers, body }).catch(() => null);
  if (!response?.ok) {
    result.textContent = response ? answer.dataset.refused : answer.dataset.failed;
    return;
  }
  const parts = await response.json();
  result.textContent = parts.some(({ state }) => state === 'held') ? answer.dataset.held : answer.dataset.arrived;
  text.value = '';
};
const events = new EventSource('/events');
events.onerror = () => { lost.hidden = false; };
async function load() {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
  messages.replaceChildren(...page.getElementById('messages').childNodes);
  const fresh = page.getElementById('from').value;
  if (from.value === from.defaultValue) from.value = fresh;
  from.defaultValue = fresh;
}
let last = Promise.resolve();
const refresh = () => (last = last.then(load, load));
events.addEventListener('submit', async () => {
  await refresh();
  news.textContent = messages.querySelector('h2, p').textContent;
});
events.onopen = () => { lost.hidden = true; refresh(); };
`;

/** Nothing but the style and the script in the page itself, and its own server. */
export const PHONE_PAGE_POLICY = [
  "default-src 'none'",
  "connect-src 'self'",
  `style-src '${hash(STYLE)}'`,
  `script-src '${hash(SCRIPT)}'`,
  "base-uri 'none'",
  // The form is the script's; without it nothing is sent.
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

function hash(content: string): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}
