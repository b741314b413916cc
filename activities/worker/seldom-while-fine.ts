/** Asks at every call while there is a problem, and at most once in `pauseMs` while there is none. */
export function seldomWhileFine(
  ask: () => Promise<string | undefined>,
  pauseMs: number,
  now: () => number = () => performance.now(),
): () => Promise<string | undefined> {
  let fineUntilMs = -Infinity
  return async () => {
    if (now() < fineUntilMs) return undefined
    const problem = await ask()
    if (problem === undefined) fineUntilMs = now() + pauseMs
    return problem
  }
}
