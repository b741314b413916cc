import { setTimeout as wait } from 'node:timers/promises'

import { messageOf } from '../../workflows/text'
import { UnusableConfiguration } from './unusable-configuration'

export interface WaitOptions {
  /** For the messages: `connect to Temporal at 127.0.0.1:7233 …`. */
  what: string
  /** Aborted when the process has to end. */
  signal: AbortSignal
  /** Called before each wait with the reason in one line. */
  onWait: (reason: string, waitMs: number) => void
}

const firstWaitMs = 500
const longestWaitMs = 5_000

/** gRPC status codes and TLS errors that another attempt does not change. */
const finalReasons =
  /code: (NotFound|PermissionDenied|Unauthenticated|InvalidArgument|Unimplemented)|\w+ParseError/

/**
 * Repeats an attempt until Temporal answers: it may start after this process. Throws `UnusableConfiguration`
 * when the answer is that this configuration will never work, such as an unknown namespace.
 */
export async function waitForTemporal<T>(
  { what, signal, onWait }: WaitOptions,
  attempt: () => Promise<T>,
): Promise<T> {
  for (let waitMs = firstWaitMs; ; waitMs = Math.min(waitMs * 2, longestWaitMs)) {
    signal.throwIfAborted()
    try {
      return await attempt()
    } catch (error) {
      const reason = reasonOf(error)
      if (!mayPass(error)) throw new UnusableConfiguration(`cannot ${what}: ${reason}`, { cause: error })
      onWait(reason, waitMs)
      await wait(waitMs, undefined, { signal })
    }
  }
}

function mayPass(error: unknown): boolean {
  return error instanceof Error && error.name === 'TransportError' && !finalReasons.test(error.message)
}

/** The SDK's core prints nested Rust values; the innermost text is what a person can use. */
function reasonOf(error: unknown): string {
  const text = messageOf(error)
  const inner = /(?:message|error): "((?:[^"\\]|\\.)*)"/.exec(text)?.[1]
  return inner ?? text
}
