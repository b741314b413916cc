import { createHash } from 'node:crypto'

import type { Report } from '../report'
import type { EmbeddedPreview } from './embedded-preview'
import { checkLists } from './check-lists'
import { Html, html } from './html'
import { facts, provenance, scoreSum } from './provenance'
import { stylesheet } from './stylesheet'
import { summary } from './summary'
import { timeline } from './timeline'
import { images } from './previews'
import { verdictWords } from './words'

/** `uploadReport` recognises reports of this product in REPORTS by this tag. */
export const reportMarker = '<meta name="generator" content="box-qc-pipeline">'

/** Previews over this total are left out: a report stays under 2 MB. */
const previewBudgetBytes = 1_200_000

/**
 * One self-contained HTML page: it makes no request, needs no script, and every external string is escaped.
 * Pure: the same report and previews give the same bytes. `#qc-report` contains the report as JSON.
 */
export function renderReport(report: Report, previews: EmbeddedPreview[]): string {
  const kept = withinBudget(previews)
  const title = `${verdictWords[report.verdict].word}: ${report.fileName}`
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="${contentPolicy()}"
        />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        ${new Html(reportMarker)}
        <title>${title} – QC report</title>
        ${new Html(`<style>${stylesheet}</style>`)}
      </head>
      <body>
        <main>
          ${summary(report, kept)} ${timeline(report, kept)} ${images(report, kept)}
          ${report.rejection === undefined && checkLists(report)} ${scoreSum(report)}
          ${facts(report)} ${provenance(report)}
        </main>
        ${new Html(`<script type="application/json" id="qc-report">${jsonInside(report)}</script>`)}
      </body>
    </html> `.markup
}

function withinBudget(previews: EmbeddedPreview[]): EmbeddedPreview[] {
  let left = previewBudgetBytes
  return previews.filter(({ bytes }) => {
    if (bytes.length > left) return false
    left -= bytes.length
    return true
  })
}

function contentPolicy(): Html {
  const styleHash = createHash('sha256').update(stylesheet).digest('base64')
  const styles = `style-src 'sha256-${styleHash}'`
  return new Html(`default-src 'none'; img-src data:; ${styles}; base-uri 'none'; form-action 'none'`)
}

/** Without `<`, the data cannot close the element or open a comment. */
function jsonInside(report: Report): string {
  return JSON.stringify(report)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')
}
