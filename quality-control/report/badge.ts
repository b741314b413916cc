import type { Finding, Severity } from '../report'
import { type Html, html } from './html'
import type { ReportWords } from './words/report-words'

export interface Badge {
  /** A number, or `7+` for several. */
  label: string
  level: Finding['level'] | 'accepted'
  severity: Severity
}

/** The severity by shape: octagon, diamond, circle, square. A warning is hollow, what is accepted is grey. */
const shapes: Record<Severity, string> = {
  blocker: 'M-5-12H5L12-5V5L5 12H-5L-12 5V-5Z',
  major: 'M0-14L14 0L0 14L-14 0Z',
  minor: 'M-11 0A11 11 0 1 1 11 0A11 11 0 1 1-11 0Z',
  info: 'M-10-10H10V10H-10Z',
}

/** Around the origin; it fits into 28 × 28. */
export function badgeShape({ label, level, severity }: Badge): Html {
  const size = label.length < 3 ? 12 : 9
  return html`<g class="badge ${level}"><path d="${shapes[severity]}"></path>${
    label !== '' && html`<text y="${size / 3}" font-size="${size}">${label}</text>`
  }</g>`
}

export function badge(one: Badge, words: ReportWords): Html {
  return html`<svg class="inline" viewBox="-14 -14 28 28" width="26" height="26" role="img"
    aria-label="${badgeText(one, words)}">${badgeShape(one)}</svg>`
}

export function badgeText({ label, level, severity }: Badge, words: ReportWords): string {
  return `${label} ${words.legendOf(words.severities[severity], words.statuses[level])}`.trim()
}

/** Shapes with their words, for the kinds that are drawn. */
export function badgeLegend(drawn: readonly Badge[], words: ReportWords): Html[] {
  const kinds = new Map(drawn.map((one) => [`${one.severity} ${one.level}`, { ...one, label: '' }]))
  return [...kinds.values()].map(
    (kind) => html`<li>
      <svg class="inline" viewBox="-14 -14 28 28" width="18" height="18" aria-hidden="true">${badgeShape(
        kind,
      )}</svg>
      ${badgeText(kind, words)}
    </li>`,
  )
}
