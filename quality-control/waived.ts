import type { CheckResult, Finding, Waiver } from './report'
import { findingKey } from './finding-key'

/** Each finding with the waiver that accepts it, if one does. */
export function withWaivers(check: string, findings: Finding[], waivers: readonly Waiver[]): Finding[] {
  const own = waivers.filter((waiver) => waiver.check === check)
  return own.length === 0
    ? findings
    : findings.map((finding) => {
        const waiver = own.find((one) => accepts(one, check, finding))
        return waiver === undefined ? finding : { ...finding, accepted: waiver.id }
      })
}

function accepts({ finding: key, containing }: Waiver, check: string, finding: Finding): boolean {
  if (key !== undefined && key !== findingKey(check, finding)) return false
  return containing === undefined || finding.message.toLowerCase().includes(containing.toLowerCase())
}

/** How many findings people have accepted. */
export function acceptedFindings(results: readonly Pick<CheckResult, 'findingsAccepted'>[]): number {
  let count = 0
  for (const { findingsAccepted = 0 } of results) count += findingsAccepted
  return count
}
