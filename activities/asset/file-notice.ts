import type { BoxFile, FileText } from '../../box/box'
import type { CheckResult, FileNotice, Report, Verdict } from '../../workflows/contract'
import { acceptedFindings } from '../../quality-control/waived'
import { plural, printable } from '../../workflows/text'

/** Box keeps 255 characters; the words that were there before need room too. */
const maxLine = 200
const maxDescription = 255
const maxTags = 100
const titlesShown = 3
/** Our line at the beginning of a description, of this run or of an earlier one. */
const ourLine =
  /^QC (?:pass|review|fail|error)(?:, score \d+)?(?:, \d+ accepted findings?)?\. [^\n]*(?:\n+|$)/
const tags: Record<Verdict, string> = {
  pass: 'qc-pass',
  review: 'qc-review',
  fail: 'qc-fail',
  error: 'qc-error',
}

/** The verdict in one line: `QC fail, score 60. Image is too small to print.` */
export function noticeOf(report: Report): FileNotice {
  const { verdict, score, supersededBy } = report
  const accepted = acceptedFindings(report.results)
  const acceptedText = accepted === 0 ? '' : `, ${plural(accepted, 'accepted finding')}`
  const head = `QC ${verdict}${score === undefined ? '' : `, score ${score}`}${acceptedText}. `
  const superseded = supersededBy === undefined ? '' : 'A newer version replaced this one. '
  return { verdict, line: shortened(printable(`${head}${superseded}${reasonOf(report)}`)) }
}

/**
 * What a file says with this notice: tags and description of the client stay. A description that leaves no
 * room for our line is not changed, and with 100 tags there is none of ours. Undefined when nothing changes.
 */
export function textWith(
  { verdict, line }: FileNotice,
  file: Pick<BoxFile, 'description' | 'tags'>,
): FileText | undefined {
  const kept = file.description.replace(ourLine, '')
  const description = kept === '' ? line : `${line}\n${kept}`
  const text: FileText = {}
  if (Array.from(description).length <= maxDescription && description !== file.description)
    text.description = description
  const ours = tags[verdict]
  const others = file.tags.filter((tag) => !Object.values(tags).includes(tag))
  const isTagged = file.tags.includes(ours) && file.tags.length === others.length + 1
  if (!isTagged && others.length < maxTags) text.tags = [...others, ours]
  return text.description === undefined && text.tags === undefined ? undefined : text
}

function shortened(line: string): string {
  const characters = Array.from(line)
  return characters.length > maxLine ? `${characters.slice(0, maxLine - 1).join('')}…` : line
}

function reasonOf({ rejection, results, verdict }: Report): string {
  if (rejection !== undefined) return rejection.message
  const titlesOf = (status: CheckResult['status']) =>
    results.flatMap((one) => (one.status === status ? [one.title] : []))
  const titles =
    verdict === 'error'
      ? titlesOf('errored').map((title) => `Could not be checked: ${title}`)
      : [...titlesOf('fail'), ...titlesOf('warn')]
  if (titles.length === 0)
    return acceptedFindings(results) > 0 ? 'All other checks passed.' : 'All checks passed.'
  const more = titles.length - titlesShown
  return `${titles.slice(0, titlesShown).join('; ')}${more > 0 ? `; and ${more} more` : ''}.`
}
