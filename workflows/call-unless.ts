import { CancellationScope } from '@temporalio/workflow'

/** The result of the call; undefined when `untilHopeless` ended before it, and the call was cancelled. */
export async function callUnless<T>(
  untilHopeless: (scope: CancellationScope) => Promise<void>,
  call: () => Promise<T>,
): Promise<{ result: T } | undefined> {
  return new CancellationScope().run(async () => {
    const scope = CancellationScope.current()
    const result = call()
    const settled = result.then(
      () => false,
      () => false,
    )
    // A cancel of the run ends the wait at once, and the call when its activity has ended.
    const hopeless = untilHopeless(scope).then(
      () => true,
      () => settled,
    )
    const isHopeless = await Promise.race([settled, hopeless])
    scope.cancel()
    try {
      return { result: await result }
    } catch (error) {
      if (isHopeless) return undefined
      throw error
    }
  })
}
