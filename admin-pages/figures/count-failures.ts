import type { Report } from '../../workflows/contract'

/** How many of the failed files failed one check. */
export interface FailureCount {
  /** The id of the check. */
  check: string
  /** As the report says it. */
  title: string
  files: number
}

/** The checks that fail most often, the most frequent first. A rejected file counts by its rejection. */
export function countFailures(reports: readonly Partial<Report>[]): FailureCount[] {
  const counts = new Map<string, FailureCount>()
  const count = (check: string, title: string) => {
    const known = counts.get(check) ?? { check, title, files: 0 }
    counts.set(check, { ...known, files: known.files + 1 })
  }
  for (const { rejection, results = [] } of reports) {
    if (rejection !== undefined) count(rejection.type, rejectionWords[rejection.type])
    for (const { check, title, status } of results) if (status === 'fail') count(check, title)
  }
  return [...counts.values()].sort((a, b) => b.files - a.files || a.check.localeCompare(b.check))
}

const rejectionWords: Record<NonNullable<Report['rejection']>['type'], string> = {
  corrupt: 'The file cannot be opened',
  empty: 'The file is empty',
  unexpected_type: 'The file is of another type than expected',
  too_large: 'The file is larger than the profile allows',
  unsupported: 'The format is not supported',
  version_gone: 'The version was no longer in Box',
}
