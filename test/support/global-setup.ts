import { startTemporalServer, type TemporalServer } from './temporal-server'

declare global {
  var temporalServerOfTheRun: TemporalServer | undefined
}

/** One Temporal dev server for the whole Jest run; an address given from outside is used as it is. */
export default async function globalSetup(): Promise<void> {
  if (process.env.TEST_TEMPORAL_ADDRESS !== undefined) return
  const server = await startTemporalServer()
  globalThis.temporalServerOfTheRun = server
  process.env.TEST_TEMPORAL_ADDRESS = server.address
  process.env.TEST_TEMPORAL_UI = server.webUiUrl
}
