/** Exit codes of `admin-cli`; scripts rely on them. */
export const exitCodes = {
  ok: 0,
  unexpected: 1,
  usage: 2,
  cancelled: 2,
  config: 3,
  permission: 4,
  notFound: 5,
  conflict: 6,
  upstreamDown: 7,
  checksFailed: 8,
  partial: 9,
} as const

/** For `--help` and docs/cli.md. */
export const exitCodeMeanings: readonly string[] = [
  'success',
  'unexpected error',
  'wrong usage, or cancelled',
  'configuration',
  'permission',
  'not found',
  'conflict',
  'Box or Temporal down',
  'a check failed',
  'done in part',
]

export type ExitReason = keyof typeof exitCodes

/** An error with the next step for the person and the exit code for the script. */
export class CliError extends Error {
  constructor(
    readonly reason: ExitReason,
    message: string,
    readonly next?: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
