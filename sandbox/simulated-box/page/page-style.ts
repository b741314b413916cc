/** The page's only style sheet; inline, so that the page is one answer. */
export const pageStyle = `
:root {
  color-scheme: light dark; --ink: #1c2733; --soft: #5b6b7b; --line: #dde4ea; --back: #f5f7f9; --card: #fff;
  --accent: #0061d5; --warn: #b3261e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e6edf3; --soft: #9aa9b8; --line: #2c3a47; --back: #10171e; --card: #18222c; --accent: #6cb0ff;
    --warn: #ff8a80;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
header { background: var(--card); border-bottom: 1px solid var(--line); }
header div {
  max-width: 60rem; margin: 0 auto; padding: .75rem 1rem; display: flex; gap: .75rem; align-items: baseline;
  flex-wrap: wrap;
}
header strong { font-size: 1.05rem; }
header span, .soft { color: var(--soft); font-size: .9rem; }
nav { margin: .25rem 0 1rem; overflow-wrap: anywhere; }
nav a + a::before, nav a + b::before { content: "›"; margin: 0 .5rem; color: var(--soft); font-weight: 400; }
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.drop {
  border: 2px dashed var(--line); border-radius: 12px; background: var(--card); padding: 1.25rem;
  text-align: center; margin-bottom: 1rem;
}
.drop.over { border-color: var(--accent); }
li.over { outline: 2px dashed var(--accent); outline-offset: -2px; }
.wrong {
  border-left: 4px solid var(--warn); padding: .5rem .75rem; text-align: left; background: var(--back);
}
.hint { margin: 0 0 .5rem; }
.drop p { margin: .25rem 0; }
ul.items {
  list-style: none; margin: 0; padding: 0; background: var(--card); border: 1px solid var(--line);
  border-radius: 12px;
}
ul.items li {
  padding: .7rem 1rem; display: grid; grid-template-columns: 1.75rem 1fr auto; gap: .25rem .5rem;
  align-items: start;
}
ul.items li + li { border-top: 1px solid var(--line); }
.icon {
  width: 1.25rem; height: 1.25rem; margin-top: .15rem; fill: none; stroke: var(--soft); stroke-width: 1.5;
  stroke-linejoin: round;
}
.icon.folder { fill: var(--accent); stroke: var(--accent); }
.name { overflow-wrap: anywhere; font-weight: 500; }
.meta { grid-column: 2; color: var(--soft); font-size: .85rem; overflow-wrap: anywhere; }
.tag {
  grid-column: 2; justify-self: start; border: 1px solid var(--line); border-radius: 1rem; padding: 0 .6rem;
  font-size: .85rem;
}
.note { white-space: pre-line; }
.empty {
  color: var(--soft); padding: 1.5rem; text-align: center; background: var(--card);
  border: 1px solid var(--line); border-radius: 12px;
}
button, select, label.button {
  font: inherit; font-size: .9rem; padding: .3rem .7rem; border: 1px solid var(--line); border-radius: 8px;
  background: var(--back); color: inherit; cursor: pointer;
}
label.button { display: inline-block; }
button.main, label.button.main {
  background: var(--accent); border-color: var(--accent); color: var(--card); font-weight: 600;
}
label.button:focus-within { outline: 3px solid var(--accent); outline-offset: 2px; }
input[type=file] { position: absolute; width: 1px; height: 1px; opacity: 0; }
details { position: relative; }
summary { cursor: pointer; color: var(--soft); padding: 0 .5rem; list-style: none; }
details[open] > div {
  position: absolute; right: 0; z-index: 1; width: 15rem; background: var(--card);
  border: 1px solid var(--line); border-radius: 10px; padding: .75rem; display: grid; gap: .5rem;
  box-shadow: 0 8px 24px #0003;
}
details select { width: 100%; }
button.danger { color: var(--warn); }
#status { min-height: 1.5rem; margin: .25rem 0; color: var(--soft); }
#status.error { color: var(--warn); }
`
