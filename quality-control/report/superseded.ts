import { type Html, html } from './html'
import { link } from './link'
import type { View } from './view'

/** What replaced this report, and its own result in small: nobody may take it for the current one. */
export function supersededNote({ report, words, presentation: { links = {} } }: View): Html {
  const versionEnd = report.supersededBy?.versionId.slice(-6) ?? ''
  const score = report.score === undefined ? words.noScore : `${report.score} ${words.of100}`
  return html`<section class="notice" role="note">
    <p><strong>${words.superseded}.</strong> ${words.newerReportName(`-${versionEnd}_`)}</p>
    ${links.reports !== undefined && html`<p>${link(links.reports, words.reportsFolder)}</p>`}
    ${links.source !== undefined && html`<p>${link(links.source, words.currentFile)}</p>`}
    <p class="meta">${words.supersededResult(words.verdicts[report.verdict], score)}</p>
  </section>`
}
