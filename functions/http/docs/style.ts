/** Both colour schemes reach a contrast of 4.5 to 1 and more; nothing but a command is wider than a screen of 320 px. */
export const STYLE = `
:root { color-scheme: light dark;
  --paper: light-dark(#ffffff, #13161a); --soft: light-dark(#f4f6f9, #1c2026); --line: light-dark(#d9dee5, #343b45);
  --ink: light-dark(#1a1d21, #e8ebef); --mute: light-dark(#505a66, #aab3bf); --link: light-dark(#0b57a4, #8fc3ff);
  --read: light-dark(#0b57a4, #8fc3ff); --make: light-dark(#176536, #86d9a5); --change: light-dark(#7a4a00, #f0c274);
  --remove: light-dark(#a12626, #ffa8a8); }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0 auto; max-width: 78rem; padding: 0 1.25rem 4rem; font: 1rem/1.6 system-ui, sans-serif; color: var(--ink);
  background: var(--paper); overflow-wrap: anywhere; }
a { color: var(--link); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 0.2rem; }
.skip { position: fixed; top: -9rem; left: 1rem; padding: 0.5rem 1rem; background: var(--paper); }
.skip:focus { top: 1rem; }
header { padding-block: 2.5rem 1.5rem; border-bottom: 1px solid var(--line); }
header p { margin: 0.4rem 0 0; }
h1, h2, h3 { line-height: 1.25; margin: 0; }
h1 { font-size: 2.1rem; letter-spacing: -0.02em; }
h2 { font-size: 1.5rem; letter-spacing: -0.01em; }
h3 { font-size: 1rem; margin-top: 2rem; }
p { margin: 0.75rem 0; }
section { padding-block: 2.5rem; border-bottom: 1px solid var(--line); }
section:last-child { border: 0; }
code, pre { font: 0.9em/1.55 ui-monospace, "SF Mono", "Cascadia Code", Consolas, "DejaVu Sans Mono", monospace; }
p code, dd code { padding: 0.1em 0.3em; border-radius: 0.25rem; background: var(--soft); box-decoration-break: clone; }
pre { margin: 0.75rem 0; padding: 1rem; overflow-x: auto; border: 1px solid var(--line); border-radius: 0.5rem;
  background: var(--soft); overflow-wrap: normal; }
.lead { max-width: 48rem; font-size: 1.1rem; }
.mute { color: var(--mute); }
.method { font: 700 0.75rem/1.5 ui-monospace, "SF Mono", "Cascadia Code", Consolas, "DejaVu Sans Mono", monospace; }
.get { color: var(--read); } .post { color: var(--make); } .put, .patch { color: var(--change); } .delete { color: var(--remove); }
.address { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 0.6rem; font-size: 1.05rem; }
.address code { padding: 0; background: none; }
.address .method { padding: 0.1rem 0.5rem; border: 1px solid currentcolor; border-radius: 1rem; }
nav { margin-inline: -0.5rem; padding-block: 1.5rem; border-bottom: 1px solid var(--line); font-size: 0.95rem; }
nav ul { margin: 0; padding: 0; list-style: none; }
nav a { display: grid; grid-template-columns: 3.6rem minmax(0, 1fr); align-items: baseline; padding: 0.3rem 0.5rem;
  border-radius: 0.35rem; color: inherit; text-decoration: none; }
nav a > :only-child { grid-column: 1 / -1; }
nav a:hover { background: var(--soft); text-decoration: underline; }
dl { margin: 0.5rem 0 0; border-top: 1px solid var(--line); }
dl div { padding-block: 0.6rem; border-bottom: 1px solid var(--line); }
dt { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.6rem; font-weight: 600; }
dt code { font-weight: 600; }
dt .mute { font-size: 0.85rem; font-weight: 400; }
dd { margin: 0; }
dd.mute { font-size: 0.9rem; }
div:target { background: var(--soft); box-shadow: -0.6rem 0 var(--soft), 0.6rem 0 var(--soft); }
.codes { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 0.75rem 0 0; padding: 0; list-style: none; }
.codes a { display: block; padding: 0.2rem 0.7rem; border: 1px solid var(--line); border-radius: 1rem; text-decoration: none; }
.codes a:hover { text-decoration: underline; }
@media (min-width: 48rem) {
  dl div { display: grid; grid-template-columns: minmax(0, 15rem) minmax(0, 1fr); column-gap: 1.5rem; }
  dt { grid-row: 1 / span 2; align-content: start; }
  dd { grid-column: 2; }
}
@media (min-width: 64rem) {
  body { display: grid; grid-template-columns: 18rem minmax(0, 1fr); column-gap: 3.5rem; }
  header { grid-column: 1 / -1; }
  nav { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; border: 0; }
}
@media print { nav, .skip { display: none; } }
`;
