import type { CheckResult, Report } from '../workflows/contract'
import { plural } from '../workflows/text'
import type { Checked } from './check-all'
import { table, type Table } from './table'

export function checkedJson(checked: Checked): object {
  if ('failure' in checked) return { file: checked.file, error: checked.failure.message }
  const { profile, verdict, score, rejection, results } = checked.report
  return {
    file: checked.file,
    profile: profile.id,
    verdict,
    score: score ?? null,
    ...(rejection === undefined ? {} : { rejection }),
    results: results.map(({ check, title, status, severity, findings, findingsOmitted, reason, remedy }) => ({
      check,
      title,
      status,
      severity,
      findings,
      ...(findingsOmitted > 0 ? { findingsOmitted } : {}),
      ...(reason === undefined ? {} : { reason }),
      ...(remedy === undefined ? {} : { remedy }),
    })),
  }
}

const order = { fail: 0, errored: 1, warn: 2, accepted: 3, pass: 4, not_applicable: 5 }

/** The verdict, then one line for each check that applies, those that failed first, with what to do. */
export function checkedText(checked: Checked): (string | Table)[] {
  if ('failure' in checked) return [`error: ${checked.failure.message}`, '']
  const { verdict, score, results, rejection } = checked.report
  const heading = `${checked.file}: ${verdict.toUpperCase()}, score ${score ?? 'n/a'}`
  const applied = results.filter(({ status }) => status !== 'not_applicable')
  if (rejection !== undefined && applied.length === 0) return [heading, rejection.message, '']
  const rows = applied.sort((a, b) => order[a.status] - order[b.status]).flatMap(rowsOf)
  const skipped = results.length - applied.length
  return [
    heading,
    table(
      [{ title: 'STATUS', isState: true }, 'SEVERITY', 'CHECK', { title: 'WHAT', isWrapped: true }],
      rows,
    ),
    ...(skipped === 0 ? [] : [`Checks that do not apply to this file: ${skipped}.`]),
    '',
  ]
}

function rowsOf({ status, severity, check, title, findings, reason, remedy, findingsOmitted }: CheckResult) {
  const more = findings.length - 1 + findingsOmitted
  const what = `${findings[0]?.message ?? reason ?? title}${more > 0 ? ` (and ${more} more)` : ''}`
  const toDo = status === 'fail' || status === 'warn' ? remedy : undefined
  return [[status, severity, check, what], ...(toDo === undefined ? [] : [['', '', '', `→ ${toDo}`]])]
}

/** The last line: `3 files: 1 pass, 2 fail`. */
export function summaryOf(checked: Checked[]): string {
  const counts = new Map<Report['verdict'] | 'not read', number>()
  for (const one of checked) {
    const key = 'report' in one ? one.report.verdict : 'not read'
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const parts = Array.from(counts, ([verdict, count]) => `${count} ${verdict}`)
  return `${plural(checked.length, 'file')}: ${parts.join(', ')}`
}
