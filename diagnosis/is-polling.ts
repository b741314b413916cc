/** A worker polls at least once a minute. Temporal still shows one that stopped a few minutes ago. */
const pollingMs = 75_000

/** Whether a worker that Temporal saw at this time (ISO 8601) still runs, as far as one can tell. */
export function isPolling({ lastSeenAt }: { lastSeenAt: string | undefined }): boolean {
  return lastSeenAt !== undefined && Date.now() - Date.parse(lastSeenAt) < pollingMs
}
