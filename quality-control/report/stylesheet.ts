/** The report's only style: system fonts, for phone, desktop and print, readable without colour. */
export const stylesheet = `
:root{
  color-scheme:light;--ink:#1b1f24;--soft:#57606a;--line:#d0d7de;--paper:#fff;--ground:#f3f5f7;
  --pass:#116329;--review:#7d4e00;--fail:#a40e26;--error:#4c2889
}
*{box-sizing:border-box}
body{
  margin:0;background:var(--ground);color:var(--ink);
  font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif
}
main{max-width:66rem;margin:0 auto;padding:1rem}
h1{font-size:1.35rem;line-height:1.25;margin:0;overflow-wrap:anywhere}
h2{font-size:1.1rem;margin:0 0 .75rem}
h3{font-size:1rem;margin:0}
p{margin:.25rem 0}
a{color:#0550ae}
section,footer,.summary,.notice,.all-clear{
  background:var(--paper);border:1px solid var(--line);border-radius:.5rem;padding:1rem 1.25rem;
  margin:0 0 1rem
}
.summary{
  display:grid;grid-template-columns:auto 1fr auto;gap:1.25rem;align-items:center;
  border-left:.6rem solid var(--soft)
}
.summary.pass{border-left-color:var(--pass)}
.summary.review{border-left-color:var(--review)}
.summary.fail{border-left-color:var(--fail)}
.summary.error{border-left-color:var(--error)}
.verdict{text-align:center;min-width:8rem}
.stamp{font-size:1.5rem;margin:0}
.pass .stamp{color:var(--pass)}
.review .stamp{color:var(--review)}
.summary.fail .stamp{color:var(--fail)}
.error .stamp{color:var(--error)}
.score{margin:0}
.score b{font-size:2.75rem;line-height:1.1;font-variant-numeric:tabular-nums}
.score span{color:var(--soft)}
.sentence{font-size:1.05rem}
.meta,.more,.id,.tag,.location{color:var(--soft);font-size:.875rem}
.id{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.8rem}
.cover{
  max-width:14rem;max-height:11rem;width:auto;height:auto;border:1px solid var(--line);border-radius:.25rem
}
.notice{border-left:.6rem solid var(--review)}
.reasons{margin:0;padding-left:1.4rem}
.reasons li{margin:0 0 .9rem;padding-left:.25rem}
.reasons li:last-child{margin-bottom:0}
.reasons:has(>li:only-child){padding-left:0;list-style:none}
.fail h3 .icon{color:var(--fail)}.warn h3 .icon{color:var(--review)}.errored h3 .icon{color:var(--error)}
.icon{font-weight:700}
.remedy{background:var(--ground);border-radius:.25rem;padding:.4rem .6rem;margin-top:.4rem}
.check{border-top:1px solid var(--line);padding:.9rem 0}
.check:first-of-type{border-top:0;padding-top:0}
.check:last-child{padding-bottom:0}
.check .tag{font-weight:400}
.why{color:var(--soft)}
.found{padding-left:1.2rem;margin:.4rem 0}.found li{margin:.25rem 0;overflow-wrap:anywhere}
.found dl{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin:.1rem 0}
.found dl div{display:flex;gap:.4rem}
.found dt{color:var(--soft)}
.found dd{margin:0;font-variant-numeric:tabular-nums}
details summary{cursor:pointer;font-weight:600}
.plain{padding-left:0;list-style:none;margin:.75rem 0 0}
.plain li{padding:.2rem 0;overflow-wrap:anywhere}
.plain .icon{color:var(--pass)}
.columns{columns:24rem;column-gap:1.5rem}
.columns li{break-inside:avoid}
.facts{
  display:grid;grid-template-columns:repeat(auto-fit,minmax(17rem,1fr));gap:.25rem 1.5rem;margin:.75rem 0 0
}
.facts div{border-bottom:1px solid var(--ground);padding:.2rem 0;overflow-wrap:anywhere}
.facts dt{color:var(--soft);font-size:.85rem}
.facts dd{margin:0}
.sum{border-collapse:collapse;width:100%;max-width:40rem}
.sum th{font-weight:400;text-align:left;padding:.25rem .5rem .25rem 0}
.sum td{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.sum tr{border-bottom:1px solid var(--line)}
.sum .total th,.sum .total td{font-weight:700}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.frames{display:flex;flex-wrap:wrap;gap:.5rem;list-style:none;margin:0 0 .75rem;padding:0}
.frames li{display:flex;flex-direction:column;align-items:center}
.frames img{max-height:6rem;width:auto;max-width:10rem;border:1px solid var(--line)}
.lanes{margin:0 0 1rem}
.lanes div{display:grid;grid-template-columns:4.5rem 1fr;gap:.5rem;align-items:center;margin:.2rem 0}
.lanes dt{color:var(--soft);font-size:.875rem;text-align:right}
.lanes dd{margin:0;min-width:0}
.lane,.loudness{display:block;width:100%;height:1.1rem;background:#eaeef2;border-radius:.15rem}
.lane rect{fill:var(--fail)}
.lane.neutral rect{fill:var(--soft)}
.loudness{height:8rem}
.scale{display:flex;flex-direction:column;justify-content:space-between;height:8rem}
.axis dd{display:flex;justify-content:space-between;color:var(--soft);font-size:.8rem;grid-column:2}
.band{fill:#9bd6ab}.curve{fill:none;stroke:#0550ae;stroke-width:2;vector-effect:non-scaling-stroke}
.images{display:flex;flex-wrap:wrap;gap:1rem}
figure{margin:0;max-width:100%}
figcaption{color:var(--soft);font-size:.875rem}
.overlay{max-width:100%;height:auto;border:1px solid var(--line);background:#fff}
.safe,.word,.box,.mark{fill:none;vector-effect:non-scaling-stroke}
.overlay .safe,.overlay .word,.overlay .mark{filter:drop-shadow(0 0 1px #fff) drop-shadow(0 0 1px #fff)}
.safe{stroke:#0a7d33;stroke-width:2;stroke-dasharray:8 5}
.word{stroke:#0550ae;stroke-width:1;stroke-opacity:.7}
.box{stroke:#57606a;stroke-width:1.5}
.box.trim{stroke:#0a7d33}
.box.bleed{stroke:#a40e26;stroke-dasharray:8 4}
.box.crop{stroke:#0550ae;stroke-dasharray:2 4}
.box.art{stroke:#7d4e00;stroke-dasharray:8 3 2 3}
.mark{stroke-width:3}.mark.fail{stroke:#cf222e}.mark.warn{stroke:#bf8700;stroke-dasharray:6 3}
.legend{
  display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:0;margin:.75rem 0 0;
  color:var(--soft);font-size:.875rem
}
@media (max-width:40rem){
  main{padding:.5rem}
  .summary{grid-template-columns:1fr;gap:.75rem}
  .verdict{display:flex;justify-content:space-between;align-items:center;text-align:left}
  .score b{font-size:2rem}
  .cover{max-width:100%}
  section,footer{padding:.9rem}
}
@media print{
  body{background:#fff;font-size:11pt}
  main{max-width:none;padding:0}
  section,footer,.summary{border-color:#999;box-decoration-break:clone;-webkit-box-decoration-break:clone}
  .summary,.check,.reasons li,.lanes,figure,.sum,footer{break-inside:avoid}
  h2,h3{break-after:avoid}
  .columns{columns:2}
  details::details-content{content-visibility:visible;height:auto}
  details>summary{list-style:none}
}
`
