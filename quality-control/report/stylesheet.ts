/** The report's only style: system fonts; phone, desktop, dark mode and print; readable without colour. */
export const stylesheet = `
:root{
  color-scheme:light;--ink:#1b1f24;--soft:#57606a;--line:#d0d7de;--paper:#fff;--ground:#f3f5f7;
  --pass:#116329;--review:#7d4e00;--fail:#a40e26;--error:#4c2889;--old:#57606a;
  --link:#0550ae;--lane:#e4e8ec;--found:#6e7781;--band:#9bd6ab
}
@media screen and (prefers-color-scheme:dark){:root{
  color-scheme:dark;--ink:#e6edf3;--soft:#9aa5b1;--line:#3d444d;--paper:#161b22;--ground:#0d1117;
  --pass:#56d364;--review:#e3b341;--fail:#ff8a84;--error:#d2a8ff;--old:#9aa5b1;
  --link:#79b8ff;--lane:#2a313a;--found:#9aa5b1;--band:#1f6f3a
}}
*{box-sizing:border-box}
body{
  margin:0;background:var(--ground);color:var(--ink);
  font:16px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif
}
main{max-width:66rem;margin:0 auto;padding:1rem}
h1{font-size:1.35rem;line-height:1.25;margin:0;overflow-wrap:anywhere}
h2{font-size:1.1rem;margin:0 0 .6rem}
h3{font-size:1rem;margin:0}
p{margin:.2rem 0}
a{color:var(--link)}
section,footer,.summary,.all-clear{
  background:var(--paper);border:1px solid var(--line);border-radius:.5rem;padding:.9rem 1.1rem;
  margin:0 0 .75rem
}
.summary{
  display:grid;grid-template-columns:auto 1fr auto;gap:1.25rem;align-items:center;
  border-left:.6rem solid var(--soft)
}
.summary.pass{border-left-color:var(--pass)}
.summary.review{border-left-color:var(--review)}
.summary.fail{border-left-color:var(--fail)}
.summary.error{border-left-color:var(--error)}
.summary.superseded{border:2px dashed var(--old);border-left:.6rem double var(--old);background:var(--ground)}
.verdict{text-align:center;min-width:8rem}
.stamp{font-size:1.5rem;margin:0}
.pass .stamp{color:var(--pass)}
.review .stamp{color:var(--review)}
.summary.fail .stamp{color:var(--fail)}
.error .stamp{color:var(--error)}
.superseded .stamp{color:var(--old)}
.score{margin:0}
.score b{font-size:2.5rem;line-height:1.1;font-variant-numeric:tabular-nums}
.score span{color:var(--soft)}
.sentence{font-size:1.05rem}
.meta,.more,.id,.tag,.location{color:var(--soft);font-size:.875rem}
.location{white-space:nowrap;font-variant-numeric:tabular-nums}
.tag{font-weight:400}
.id{font:400 .8rem ui-monospace,Menlo,Consolas,monospace;overflow-wrap:anywhere}
.cover{
  max-width:14rem;max-height:9rem;width:auto;height:auto;border:1px solid var(--line);border-radius:.25rem
}
.notice{border-left:.6rem double var(--old)}
.inline{vertical-align:middle;flex:none}
.reasons,.found{margin:0;padding:0;list-style:none}
.reasons li,.found li{display:flex;gap:.6rem;margin:0 0 .7rem;overflow-wrap:anywhere}
.reasons li>div,.found li>div{flex:1 1 14rem;min-width:0}
.found li{flex-wrap:wrap}.found li>svg+div{max-width:calc(100% - 40px)}
.reasons li:last-child{margin-bottom:0}
.reasons .fail:not(:has(svg)){display:block}
.icon{font-weight:700}
.badge path{fill:var(--paper);stroke:var(--review);stroke-width:2.5}
.badge text{fill:var(--review);text-anchor:middle;font-weight:700;font-family:inherit}
.badge.fail path{fill:var(--fail);stroke:var(--paper);stroke-width:1.5}
.badge.fail text{fill:var(--paper)}
.badge.accepted path{stroke:var(--old);stroke-dasharray:3 2}.badge.accepted text{fill:var(--old)}
.accepted-note{max-width:11rem;font-weight:600}
.acceptance{border-left:3px double var(--old);padding-left:.6rem;margin:.3rem 0}
.acceptance strong,.acceptance span{display:block}
.remedy{border-left:3px solid var(--line);padding-left:.6rem}
.check{border-top:1px solid var(--line);padding:.75rem 0}
.check:first-of-type{border-top:0;padding-top:0}
.check:last-child{padding-bottom:0}
.why{color:var(--soft);font-size:.95rem}
.found{margin:.4rem 0}.found li{margin:.35rem 0;scroll-margin-top:1rem}
.found li:target{outline:3px solid var(--link);outline-offset:3px}
.found dl{display:flex;flex-wrap:wrap;gap:.1rem 1.25rem;margin:.1rem 0}
.found dl div{display:flex;gap:.4rem}
.found dt{color:var(--soft);flex:none}
.found dd{margin:0;font-variant-numeric:tabular-nums}
details summary{cursor:pointer;font-weight:600}
.plain{padding-left:0;list-style:none;margin:.6rem 0 0}
.plain li{padding:.15rem 0;overflow-wrap:anywhere}
.plain .icon{color:var(--pass)}
.columns{columns:24rem;column-gap:1.5rem}
.columns li{break-inside:avoid}
.links{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;list-style:none;padding:0;margin:0 0 .6rem}
.facts{
  display:grid;grid-template-columns:repeat(auto-fit,minmax(17rem,1fr));gap:.25rem 1.5rem;margin:.6rem 0 0
}
.facts div{border-bottom:1px solid var(--ground);padding:.15rem 0;overflow-wrap:anywhere}
.facts dt{color:var(--soft);font-size:.85rem}
.facts dd{margin:0}
.sum{border-collapse:collapse;width:100%;max-width:40rem;margin-top:.6rem}
.sum th{font-weight:400;text-align:left;padding:.2rem .5rem .2rem 0}
.sum td{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.sum tr{border-bottom:1px solid var(--line)}
.sum .total th,.sum .total td{font-weight:700}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.lanes{margin:0 0 .75rem}
.lanes div{display:grid;grid-template-columns:4.75rem 1fr;gap:.5rem;align-items:center;margin:.2rem 0}
.lanes dt{color:var(--soft);font-size:.875rem;text-align:right;overflow-wrap:break-word}
.lanes dd{margin:0;min-width:0;grid-column:2}
.lane,.loudness{display:block;width:100%;height:.8rem;background:var(--lane);border-radius:.15rem}
.lane rect{fill:var(--found)}
.numbers,.strip{display:block;width:100%;overflow:visible}
.span{fill:var(--fail)}.span.warn{fill:none;stroke:var(--review);stroke-width:2;stroke-dasharray:5 2}
.span.accepted{fill:var(--found)}
.strip line{stroke:var(--soft)}
.strip text{fill:var(--soft);text-anchor:middle;font-size:.7rem;font-variant-numeric:tabular-nums}
.loudness{height:7rem}
.scale{display:flex;flex-direction:column;justify-content:space-between;height:7rem}
.axis dd{
  display:flex;justify-content:space-between;gap:.25rem;color:var(--soft);font-size:.75rem;
  font-variant-numeric:tabular-nums
}
.band{fill:var(--band)}.curve{fill:none;stroke:var(--link);stroke-width:2;vector-effect:non-scaling-stroke}
.images{display:flex;flex-wrap:wrap;gap:.5rem}
figure{margin:0;max-width:100%}
figcaption{color:var(--soft);font-size:.875rem;font-variant-numeric:tabular-nums}
.close-up{flex:none;max-width:100%}.close-up figcaption{line-height:1.2}
.overlay{position:relative;display:inline-block;max-width:100%}
.overlay.marked{padding:34px}
.shown,.close-up svg{
  display:block;max-width:100%;height:auto;outline:1px solid var(--line);background:#fff;vertical-align:top
}
.marks{position:absolute;left:34px;top:34px;width:calc(100% - 68px);height:calc(100% - 68px);overflow:visible}
.safe,.word,.box,.mark{fill:none;vector-effect:non-scaling-stroke}
.safe,.word,.mark{filter:drop-shadow(0 0 1px #fff) drop-shadow(0 0 1px #fff)}
.safe{stroke:#0a7d33;stroke-width:2;stroke-dasharray:8 5}
.word{stroke:#0550ae;stroke-width:1;stroke-opacity:.7}
.box{stroke:#57606a;stroke-width:1.5}
.box.trim{stroke:#0a7d33}
.box.bleed{stroke:#a40e26;stroke-dasharray:8 4}
.box.crop{stroke:#0550ae;stroke-dasharray:2 4}
.box.art{stroke:#7d4e00;stroke-dasharray:8 3 2 3}
.mark{stroke-width:2.5}.mark.fail{stroke:#cf222e}.mark.warn{stroke:#9a6700;stroke-dasharray:6 3}
.mark.accepted{stroke:#57606a;stroke-dasharray:2 3}
.leader{stroke:#cf222e;stroke-width:1.5}
.legend{
  display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:0;margin:.5rem 0 0;
  color:var(--soft);font-size:.875rem
}
@media (max-width:40rem){
  body{font-size:15px}
  main{padding:.4rem}
  .summary{grid-template-columns:1fr;gap:.5rem}
  .verdict{display:flex;justify-content:space-between;align-items:center;text-align:left}
  .score b{font-size:2rem}
  .cover{max-height:7rem}
  section,footer,.summary{padding:.7rem .75rem}
  .lanes div{grid-template-columns:4.25rem 1fr}
  .lanes dt{font-size:.75rem}
    .found li>div{flex-basis:8rem}
  .close-up{max-width:34%}
  .close-up.crop{max-width:100%}
  .location{white-space:normal}
  .check h3 .id{display:none}
  .strip text,.axis span:nth-child(even){display:none}
}
@page{margin:16mm 12mm 14mm}
@media print{
  html{font-size:12px}
  body{background:#fff;font-size:1rem;line-height:1.35}
  main{max-width:none;padding:0}
  section,footer,.summary{
    border-color:#999;padding:.5rem .75rem;margin-bottom:.5rem;
    box-decoration-break:clone;-webkit-box-decoration-break:clone
  }
  .first-page{break-after:page}
  .first-page.alone{break-after:auto}
  details .found{columns:2}
  .close-up.frame svg{height:4.5rem;width:auto}
  .close-up figcaption{text-align:right}
  .summary,.reasons li,.found li,.lanes,figure,footer,section:has(>details){break-inside:avoid}
  h2,h3,.why{break-after:avoid}
  .check>.remedy{break-before:avoid}
  .columns{columns:2}
  .plain .id{display:none}
  .sum th,.sum td,.facts div,.plain li{padding-top:0;padding-bottom:0}
  .check{padding:.5rem 0}
  .facts{grid-template-columns:repeat(3,1fr)}
  .cover{max-width:9rem}
  .verdict{min-width:6rem}
  .lane{print-color-adjust:exact;-webkit-print-color-adjust:exact}
  .badge path,.lane rect,.span,.band{print-color-adjust:exact;-webkit-print-color-adjust:exact}
  details::details-content{content-visibility:visible;height:auto}
  details>summary{list-style:none}
}
`

/** The header of each printed page, and the page number at its bottom. */
export function pageHeader(text: string): string {
  const font = 'font:8pt system-ui,sans-serif;color:#57606a'
  return `@page{@top-left{content:${cssText(text)};${font}}
@bottom-right{content:counter(page) " / " counter(pages);${font}}}
`
}

/** Every character that could mean anything in CSS or HTML is written as its code. */
function cssText(text: string): string {
  const characters = Array.from(text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\uFFFD'))
  const short = characters.length > 90 ? [...characters.slice(0, 89), '…'] : characters
  const escaped = short.map((one) =>
    /[A-Za-z0-9 ,:._-]/.test(one) ? one : `\\${(one.codePointAt(0) ?? 0xfffd).toString(16)} `,
  )
  return `"${escaped.join('')}"`
}
