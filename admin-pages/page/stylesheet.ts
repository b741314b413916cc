/** The only style of the pages: system fonts, desk and phone, light and dark, readable without colour. */
export const stylesheet = `
:root{color-scheme:light dark;--ink:#1b1f24;--soft:#57606a;--line:#d0d7de;--paper:#fff;--ground:#f3f5f7;
--accent:#0550ae;--on-accent:#fff;--pass:#116329;--pass-bg:#dafbe1;--review:#7d4e00;--review-bg:#fff3c4;
--fail:#a40e26;--fail-bg:#ffe3e6;--error:#4c2889;--error-bg:#eee5ff;--calm-bg:#eaeef2}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9da7b3;--line:#3d444d;--paper:#161b22;
--ground:#0d1117;--accent:#79b8ff;--on-accent:#0d1117;--pass:#6fdd8b;--pass-bg:#12331c;--review:#f2cc60;
--review-bg:#3a2c07;--fail:#ff9aa4;--fail-bg:#46141b;--error:#d2b8ff;--error-bg:#2c1d4d;--calm-bg:#262c36}
}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",
Roboto,"Helvetica Neue",Arial,sans-serif}
a{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:.2rem}
main:focus{outline:none}
.skip{position:absolute;left:-99rem}.skip:focus{left:.5rem;top:.5rem;background:var(--paper);
padding:.5rem;z-index:2}
header.top{background:var(--paper);border-bottom:1px solid var(--line)}
.bar{max-width:78rem;margin:0 auto;padding:.25rem 1rem;display:flex;flex-wrap:wrap;align-items:center;
gap:.25rem 1.25rem}
.bar .name{font-weight:700;color:var(--ink);text-decoration:none;padding:.5rem 0}
.bar nav{display:flex;flex-wrap:wrap;gap:.25rem;flex:1}
.bar nav a,.tabs a{padding:.5rem .75rem;text-decoration:none;color:var(--ink);
border-bottom:3px solid transparent}
.bar nav a:hover,.tabs a:hover{border-bottom-color:var(--line)}
.bar nav a[aria-current],.tabs a[aria-current]{border-bottom-color:var(--accent);font-weight:600}
.bar form{display:flex;align-items:center;gap:.75rem;color:var(--soft);font-size:.875rem;
overflow-wrap:anywhere}
main{max-width:78rem;margin:0 auto;padding:1rem}
h1{font-size:1.4rem;line-height:1.25;margin:.25rem 0 1rem;overflow-wrap:anywhere}
h2{font-size:1.1rem;margin:0 0 .75rem}h3{font-size:1rem;margin:0 0 .25rem;overflow-wrap:anywhere}
p{margin:.25rem 0}p.actions{margin:.5rem 0 1rem}.cause{border-top:1px solid var(--line);padding:.75rem 0}
.cause:last-child{padding-bottom:0}
section,.card,.notice{background:var(--paper);border:1px solid var(--line);border-radius:.5rem;
padding:1rem 1.25rem;margin:0 0 1rem}
.notice{border-left:.5rem solid var(--soft)}.notice.done{border-left-color:var(--pass)}
.notice.problem{border-left-color:var(--fail)}.notice.attention{border-left-color:var(--review)}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr));gap:1rem;padding:0;
margin:0 0 1rem;list-style:none}.cards .card{margin:0;display:flex;flex-direction:column;gap:.25rem}
.cards .card .actions{margin:auto 0 0;padding-top:.5rem}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
time{white-space:nowrap}.meta,.hint{color:var(--soft);font-size:.875rem;font-weight:400}
.id{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.8rem;color:var(--soft);
overflow-wrap:anywhere}
.head{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:center;justify-content:space-between;
margin:0 0 1rem}.head h1,.head .actions{margin-bottom:.25rem}
.actions{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center}.actions form{display:contents}
.tabs{display:flex;flex-wrap:wrap;gap:.25rem;border-bottom:1px solid var(--line);margin:0 0 1rem}
button,.button{font:inherit;display:inline-block;padding:.45rem 1rem;border-radius:.4rem;
border:1px solid var(--line);background:var(--paper);color:var(--ink);cursor:pointer;text-decoration:none;
min-height:2.5rem}
button.main,.button.main{background:var(--accent);border-color:var(--accent);color:var(--on-accent);
font-weight:600}
td button{white-space:nowrap}button.danger{border-color:var(--fail);color:var(--fail)}
button.plain{border:0;background:none;text-decoration:underline;color:var(--accent);padding:.45rem .25rem}
input,select,textarea{font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--soft);
border-radius:.3rem;padding:.45rem .6rem;max-width:100%;min-height:2.5rem}
input[type=radio],input[type=checkbox]{min-height:0;width:1.15rem;height:1.15rem;
accent-color:var(--accent);flex:none;margin:.2rem 0 0}
label{display:block;font-weight:600}.field{margin:0 0 1rem}.field input,.field select,
.field textarea{width:100%;max-width:28rem}
.filters{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.75rem;align-items:end;
margin:0 0 1rem}.filters label{font-size:.875rem;font-weight:400;color:var(--soft)}.filters input,
.filters select{width:100%;color:var(--ink)}
fieldset{border:0;padding:0;margin:0 0 1rem;min-width:0}legend{font-weight:600;padding:0;margin:0 0 .5rem}
.choice{display:flex;gap:.75rem;border:1px solid var(--line);border-radius:.4rem;padding:.75rem;
margin:0 0 .5rem;font-weight:400}.choice:has(input:checked){border-color:var(--accent);
box-shadow:inset 0 0 0 1px var(--accent)}.choice>span{min-width:0;flex:1}.choice b{overflow-wrap:anywhere}
.pill{display:inline-block;border-radius:1rem;padding:0 .6rem;font-size:.85rem;font-weight:600;
white-space:nowrap;background:var(--calm-bg);color:var(--ink)}
.pill.pass,.pill.done,.pill.ok{background:var(--pass-bg);color:var(--pass)}.pill.review,
.pill.needs_attention,.pill.warn{background:var(--review-bg);color:var(--review)}.pill.fail,.pill.bad,
.pill.terminated,.pill.failed{background:var(--fail-bg);color:var(--fail)}
.pill.error{background:var(--error-bg);color:var(--error)}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%}caption{text-align:left;font-weight:600;padding:0 0 .5rem}
th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--line)}
th{font-size:.875rem;color:var(--soft);font-weight:600}tbody th{color:var(--ink);font-size:1rem;
overflow-wrap:anywhere;min-width:10rem}
td.long{overflow-wrap:anywhere}
tr:last-child>td,tr:last-child>th{border-bottom:0}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
dl.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:.5rem 1.5rem;margin:0}
dl.facts dt{color:var(--soft);font-size:.875rem}dl.facts dd{margin:0;overflow-wrap:anywhere}
ul.list,ol.list{margin:.25rem 0;padding-left:1.25rem}ul.list li,ol.list li{overflow-wrap:anywhere;
margin:.25rem 0}ul.numbered{list-style:none;padding-left:0}h3.check{margin-top:1rem}
#live{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:center;padding:.5rem 1.25rem}
#live .actions{margin:0}[hidden]{display:none!important}
.message{background:var(--ground);border-radius:.25rem;padding:.5rem .75rem;overflow-wrap:anywhere;
white-space:pre-wrap;font-weight:400}
.sign-in{max-width:26rem;margin:8vh auto 0}.sign-in code{white-space:nowrap}
details>summary{cursor:pointer;padding:.35rem 0;font-weight:600}
svg.chart{display:block;width:100%;max-width:40rem;height:auto}svg.chart .bar-pass{fill:var(--pass)}
svg.chart .bar-fail{fill:var(--fail)}
svg.chart .bar-rest{fill:var(--soft);fill-opacity:.55}svg.chart text{fill:var(--soft);font-size:11px}
svg.chart line{stroke:var(--line)}
.named{display:flex;gap:.75rem;align-items:flex-start;min-width:0}.named>div{min-width:0}
.named .name{display:-webkit-box;-webkit-line-clamp:3;-webkit-box-orient:vertical;overflow:hidden}
.thumbnail{width:4rem;height:3rem;object-fit:contain;background:var(--ground);flex:none;
border:1px solid var(--line);border-radius:.2rem;display:block}
@media (max-width:40rem){main{padding:.5rem}section,.card{padding:.85rem}.bar{padding:.25rem .75rem}
.bar nav{order:3;flex-basis:100%;gap:0}.bar nav a{padding:.5rem .45rem}
table.stacked thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table.stacked tr{display:block;border-bottom:1px solid var(--line);padding:.5rem 0}
table.stacked tr:last-child{border-bottom:0}table.stacked td,table.stacked th{display:block;border:0;
padding:.1rem 0;text-align:left;min-width:0}
table.stacked td{display:inline-block;margin-right:.9rem;max-width:100%;overflow-wrap:anywhere}
table.stacked td:empty{display:none}
table.stacked td[data-label]::before{content:attr(data-label) ": ";color:var(--soft);font-size:.875rem}}
@media (prefers-reduced-motion:no-preference){button,.choice{transition:border-color .1s}}
`
