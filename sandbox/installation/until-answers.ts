import { setTimeout as sleep } from 'node:timers/promises'

const pauseMs = 100

/**
 * Repeats `attempt` until it resolves to something other than undefined. Throws the signal's reason when it
 * is aborted first.
 */
export async function untilAnswers<T>(
  signal: AbortSignal,
  attempt: () => Promise<T | undefined>,
): Promise<T> {
  for (;;) {
    signal.throwIfAborted()
    try {
      const answer = await attempt()
      if (answer !== undefined) return answer
    } catch {
      // Not yet.
    }
    await sleep(pauseMs)
  }
}

/** Until a GET is answered with 200. */
export function untilHealthy(url: string): (signal: AbortSignal) => Promise<void> {
  return async (signal) => {
    await untilAnswers(signal, async () =>
      (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok ? true : undefined,
    )
  }
}
