import { createHash } from 'node:crypto'

import type { Report } from '../report'
import { acceptedFindings } from '../waived'
import { checkLists } from './check-lists'
import { dataUri, type EmbeddedPreview } from './embedded-preview'
import { Html, html } from './html'
import { plainPresentation, type Presentation } from './presentation'
import { images } from './previews'
import { facts, provenance } from './provenance'
import { scoreSum } from './score-sum'
import { pageHeader, stylesheet } from './stylesheet'
import { summary } from './summary'
import { timeline } from './timeline'
import { type View, viewOf } from './view'

/** `uploadReport` recognises reports of this product in REPORTS by this tag. */
export const reportMarker = '<meta name="generator" content="box-qc-pipeline">'

/**
 * One self-contained HTML page: it makes no request, needs no script, and every external string is escaped.
 * Pure: the same input gives the same bytes. `#qc-report` contains the report as JSON.
 */
export function renderReport(
  report: Report,
  previews: EmbeddedPreview[],
  presentation: Presentation = plainPresentation,
): string {
  const view = viewOf(report, previews, presentation)
  const { words } = view
  const verdict = report.supersededBy === undefined ? verdictOf(view) : words.superseded
  const style = `${stylesheet}${pageHeader(`${words.report}${words.colon}${verdict}, ${report.fileName}`)}`
  return html`<!doctype html>
    <html lang="${words.language}">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="${contentPolicy(style)}"
        />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        ${new Html(reportMarker)}
        <title>${verdict}${words.colon}${report.fileName} – ${words.report}</title>
        ${new Html(`<style>${style}</style>`)}
      </head>
      <body>
        ${symbols(view)}
        <main>
          <div class="first-page${isShort(view) && ' alone'}">${summary(view)}</div>
          ${timeline(view)} ${images(view)}
          ${report.rejection === undefined && checkLists(view)} ${scoreSum(view)}
          ${facts(view)} ${provenance(view)}
        </main>
        ${new Html(`<script type="application/json" id="qc-report">${jsonInside(report)}</script>`)}
      </body>
    </html> `.markup
}

function verdictOf({ report, words }: View): string {
  const [verdict, count] = [words.verdicts[report.verdict], acceptedFindings(report.results)]
  return count === 0 ? verdict : words.withAccepted(verdict, count)
}

/** The details follow on the same printed page. */
function isShort({ checks, report }: View): boolean {
  return checks.length === 0 || report.rejection !== undefined
}

/** Each preview once: all graphics use these. */
function symbols({ previews }: View): Html | undefined {
  if (previews.length === 0) return undefined
  return html`<svg class="hidden" aria-hidden="true">
    ${previews.map((preview) => {
      const { id, widthPixels, heightPixels } = preview
      return html`<symbol id="${id}" viewBox="0 0 ${widthPixels} ${heightPixels}"
        preserveAspectRatio="xMidYMax meet"><image href="${dataUri(preview)}" width="${widthPixels}"
        height="${heightPixels}"></image
      ></symbol>`
    })}
  </svg>`
}

function contentPolicy(style: string): Html {
  const styleHash = createHash('sha256').update(style).digest('base64')
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
