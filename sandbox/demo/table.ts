import type { UploadOutcome } from './outcome-of'
import { shortened } from './shortened'

const widest = 44

/** The outcomes as a table of plain text; long names keep their beginning and their end. */
export function table(outcomes: UploadOutcome[]): string {
  const head = ['FILE', 'CLIENT', 'OUTCOME', 'VERDICT', 'SCORE', 'REPORT', 'SOURCE NOW']
  const rows = outcomes.map(({ file, client, outcome, verdict, score, report, movedTo }) => [
    file,
    client,
    outcome,
    verdict ?? '-',
    score === undefined ? '-' : String(score),
    report ?? '-',
    movedTo ?? 'INCOMING',
  ])
  const cells = [head, ...rows].map((row) => row.map((cell) => shortened(cell, widest)))
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
