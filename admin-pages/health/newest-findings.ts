import type { Diagnosis } from '../../diagnosis/diagnosis'

export interface Findings {
  /** What is known so far. */
  diagnoses: readonly Diagnosis[]
  isDone: boolean
  /** ISO 8601, UTC. */
  startedAt: string
}

/** A person waits for the page at most this long, and then sees what is known so far. */
const patienceMs = 8_000
/** An examination asks Box and Temporal many questions: visitors share its result for this long. */
const freshMs = 30_000

/** The examination that runs or has ended a moment ago, or a new one. */
export function createNewestFindings(examine: () => AsyncIterable<Diagnosis>, now: () => Date) {
  let newest: { findings: Findings; end: Promise<void> } | undefined
  return async (): Promise<Findings> => {
    if (newest === undefined || isOld(newest.findings, now())) newest = begin(examine, now())
    await settledWithin(patienceMs, newest.end)
    return newest.findings
  }
}

function isOld({ isDone, startedAt }: Findings, now: Date): boolean {
  return isDone && now.getTime() - Date.parse(startedAt) > freshMs
}

function begin(examine: () => AsyncIterable<Diagnosis>, now: Date) {
  const diagnoses: Diagnosis[] = []
  const findings = { diagnoses, isDone: false, startedAt: now.toISOString() }
  const work = async () => {
    for await (const diagnosis of examine()) diagnoses.push(diagnosis)
  }
  const end = work().finally(() => {
    findings.isDone = true
  })
  return { findings, end }
}

async function settledWithin(limitMs: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, limitMs)
  })
  await Promise.race([work, late]).finally(() => clearTimeout(timer))
}
