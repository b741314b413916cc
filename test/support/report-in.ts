import type { Report } from '../../workflows/contract'

/** The report as JSON, as embedded in the page. */
export function reportIn(html: string): Report {
  const json = /<script type="application\/json" id="qc-report">(.*?)<\/script>/s.exec(html)?.[1]
  if (json === undefined) throw new Error(`expected a report with its JSON inside, got ${html.slice(0, 200)}`)
  return JSON.parse(json) as Report
}
