import type { RunSummary } from './find-run'

/** One sentence for each reason: how many of the runs it hides in part, why, and what to do. */
export function unreadableRuns(runs: readonly Pick<RunSummary, 'unreadable'>[]): string[] {
  const counts = new Map<string, number>()
  for (const { unreadable } of runs) {
    if (unreadable === undefined) continue
    const text = `${unreadable.reason}. ${unreadable.whatToDo}`
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return [...counts].map(
    ([text, count]) => `${count} ${count === 1 ? 'run is' : 'runs are'} unreadable: ${text}`,
  )
}
