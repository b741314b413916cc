import { ConfigError } from './config-error'

/** For composition roots: calls `stop` at the first SIGTERM or SIGINT, and then ends the process. */
export function onStopSignal(stop: (signal: string) => Promise<void>): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      stop(signal).then(() => process.exit(0), fail)
    })
  }
}

/**
 * For composition roots: prints the error and ends the process; 3 is the exit code of a wrong configuration.
 */
export function fail(error: unknown): never {
  console.error(error instanceof ConfigError ? error.message : error)
  process.exit(error instanceof ConfigError ? 3 : 1)
}
