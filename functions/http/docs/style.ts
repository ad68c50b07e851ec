/** Both colour schemes reach a contrast of 4.5 to 1 and more; nothing is wider than a screen of 320 px. */
export const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#c9ced6, #454c57); --soft: light-dark(#f3f5f8, #1d2127);
  --ink: light-dark(#1a1d21, #e9ecf0); --paper: light-dark(#ffffff, #14171b); --mute: light-dark(#4f5863, #aab3bf);
  --link: light-dark(#0b57a4, #8fc3ff); }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 60rem; font: 1rem/1.55 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { position: static; }
h1, h2, h3 { line-height: 1.25; overflow-wrap: anywhere; }
section { margin-block: 2.5rem; border-top: 1px solid var(--line); }
nav ul { padding-left: 1.1rem; }
code, pre { font: 0.9em/1.5 ui-monospace, monospace; }
code { overflow-wrap: anywhere; }
pre { padding: 0.8rem; overflow-x: auto; background: var(--soft); border: 1px solid var(--line); border-radius: 0.4rem; }
.method { display: inline-block; padding: 0 0.45rem; border: 1px solid currentcolor; border-radius: 0.3rem; font-size: 0.85em; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; }
caption { text-align: left; font-weight: 600; padding-block: 0.6rem; }
th, td { padding: 0.35rem 0.6rem 0.35rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
.mute { color: var(--mute); }
`;
