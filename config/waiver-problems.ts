import type { Waiver } from '../workflows/contract'

const maxReason = 300
const maxContaining = 100

/** What is wrong with what a person typed, one sentence each. */
export function waiverProblems(
  { reason, containing, until }: Pick<Waiver, 'reason' | 'containing' | 'until'>,
  now: Date,
): string[] {
  const problems: string[] = []
  const { length } = reason.trim()
  if (length === 0) problems.push('the reason is empty, expected why the finding is accepted')
  if (length > maxReason) problems.push(`the reason has ${length} characters, expected ${maxReason} at most`)
  if (containing !== undefined && (containing.trim() === '' || containing.length > maxContaining))
    problems.push(`the text of the finding is empty or longer than ${maxContaining} characters`)
  const problem = until === undefined ? undefined : dateProblem(until, now)
  return problem === undefined ? problems : [...problems, problem]
}

function dateProblem(until: string, now: Date): string | undefined {
  const date = new Date(`${until}T00:00:00Z`)
  const isDate = /^\d{4}-\d\d-\d\d$/.test(until) && !Number.isNaN(date.getTime())
  if (!isDate || date.toISOString().slice(0, 10) !== until)
    return `the last day is ${JSON.stringify(until)}, expected a date such as 2027-01-31`
  return until < now.toISOString().slice(0, 10) ? `the last day, ${until}, has passed` : undefined
}
