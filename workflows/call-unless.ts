import { CancellationScope } from '@temporalio/workflow'

/**
 * The result of the call; undefined when `untilHopeless` ended before it, and the call was cancelled. Few
 * promises: the SDK collects a stack for each one, which takes about 40 % of the workflow thread's busy time.
 */
export async function callUnless<T>(
  untilHopeless: (scope: CancellationScope) => Promise<void>,
  call: () => Promise<T>,
): Promise<{ result: T } | undefined> {
  const scope = new CancellationScope()
  const given = { up: false }
  const giveUp = () => {
    given.up = true
    scope.cancel()
  }
  try {
    const result = await scope.run(() => {
      const called = call()
      // A cancel of the run ends the wait at once, and the call when its activity has ended.
      untilHopeless(scope).then(giveUp, () => undefined)
      return called
    })
    return { result }
  } catch (error) {
    if (given.up) return undefined
    throw error
  } finally {
    scope.cancel()
  }
}
