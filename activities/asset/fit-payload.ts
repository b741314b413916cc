import type { CheckResult, Report } from '../../workflows/contract'

/** Our limit for a payload is 50 KB. Temporal warns at 512 KB and refuses 2 MiB. */
const maxBytes = 48_000

/** Drops the least important parts, in steps, until the report is small enough. Counts omitted findings. */
export function fitPayload(report: Report): Report {
  let fitted = report
  for (const shrink of shrinkers) {
    if (bytesOf(fitted) <= maxBytes) return fitted
    fitted = shrink(fitted)
  }
  return fitted
}

const shrinkers: ((report: Report) => Report)[] = [
  (report) => ({ ...report, visuals: { ...report.visuals, words: undefined } }),
  (report) => ({ ...report, results: report.results.map((result) => capped(result, 5, 300)) }),
  (report) => ({
    ...report,
    visuals: { ...report.visuals, lanes: undefined, pages: report.visuals.pages?.slice(0, 3) },
  }),
  (report) => ({ ...report, technicalFacts: report.technicalFacts.slice(0, 40).map(shortFact) }),
  (report) => ({ ...report, visuals: {}, results: report.results.map((result) => capped(result, 1, 200)) }),
]

function capped(result: CheckResult, kept: number, textLength: number): CheckResult {
  const findings = result.findings
    .slice(0, kept)
    .map(({ level, message, at, measured, expected, accepted }) => ({
      level,
      message: short(message, textLength),
      at,
      measured: measured && short(measured, textLength),
      expected: expected && short(expected, textLength),
      accepted,
    }))
  return {
    ...result,
    findings,
    findingsOmitted: result.findingsOmitted + result.findings.length - findings.length,
  }
}

function shortFact({ label, value }: { label: string; value: string }) {
  return { label: short(label, 80), value: short(value, 200) }
}

function short(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`
}

function bytesOf(report: Report): number {
  return Buffer.byteLength(JSON.stringify(report))
}
