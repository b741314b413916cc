import { type Badge, badgeShape, badgeText } from './badge'
import { type Html, html } from './html'
import { type NumberedFinding, rankOf } from './numbered-checks'
import { share } from './share'
import type { View } from './view'

const maxRows = 3
const rowHeight = 30
/** Percent of the timeline that a badge takes on a phone. */
const badgeWidth = 11

type Timed = NumberedFinding & { start: number; end: number }

/** In the order of time. */
export function timedFindings({ checks }: View): Timed[] {
  return checks
    .flatMap(({ findings }) => findings)
    .flatMap((finding) => {
      const start = finding.at?.startSeconds
      return start === undefined
        ? []
        : [{ ...finding, start, end: Math.max(start, finding.at?.endSeconds ?? start) }]
    })
    .sort((a, b) => a.start - b.start || a.number - b.number)
}

/** The numbers of the findings at their times, and under them how long each lasts. */
export function findingRow(view: View, found: Timed[], duration: number): Html | undefined {
  if (found.length === 0) return undefined
  const groups = inRows(found, duration)
  const rows = 1 + Math.max(...groups.map(({ row }) => row))
  const height = rows * rowHeight + 8
  return html`<div><dt>${view.words.findings}</dt><dd><svg class="numbers" height="${height}" role="group"
    aria-label="${view.words.findings}">${found.map(
      ({ start, end, level }) =>
        html`<rect class="span ${level}" x="${share(start, duration)}%" y="${height - 7}"
          width="${Math.max(0.3, share(end - start, duration))}%" height="6"></rect>`,
    )}${groups.map((group) => numberAt(group, rows, view))}</svg></dd></div>`
}

interface Group {
  row: number
  /** Percent of the duration. */
  x: number
  findings: Timed[]
}

/** Numbers that would meet are put above each other, and joined when the rows are full. */
function inRows(found: Timed[], duration: number): Group[] {
  const groups: Group[] = []
  const lastOf = (row: number) => groups.filter((group) => group.row === row).at(-1)
  for (const finding of found) {
    const x = share(finding.start, duration)
    const rows = Array.from({ length: maxRows }, (_, row) => row)
    const free = rows.find((row) => x - (lastOf(row)?.x ?? -Infinity) >= badgeWidth)
    if (free !== undefined) groups.push({ row: free, x, findings: [finding] })
    else lastOf(maxRows - 1)?.findings.push(finding)
  }
  return groups
}

function numberAt({ row, x, findings }: Group, rows: number, { words, plain }: View): Html | undefined {
  const [first, ...others] = findings
  if (first === undefined) return undefined
  const { level, severity } = [...findings].sort((a, b) => rankOf(a) - rankOf(b))[0] ?? first
  const shown: Badge = { label: `${first.number}${others.length > 0 ? '+' : ''}`, level, severity }
  const told =
    others.length === 0 ? plain(first, first.message) : findings.map(({ number }) => number).join(', ')
  return html`<a href="#f${first.number}" aria-label="${badgeText(shown, words)}: ${told}"><svg
    x="${x}%" y="${(rows - 1 - row) * rowHeight + rowHeight / 2}" overflow="visible">${badgeShape(
      shown,
    )}</svg></a>`
}
