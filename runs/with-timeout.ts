/**
 * The result of `work`, or a rejection after `timeoutMs`. The work itself goes on: cancel it by other means.
 */
export async function withTimeout<T>(timeoutMs: number, work: Promise<T>, late: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  // When the time is up first, the work may still fail with nobody waiting for it.
  work.catch(() => undefined)
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), timeoutMs)
  })
  try {
    return await Promise.race([work, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
