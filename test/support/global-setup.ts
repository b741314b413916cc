import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { startTemporalServer, type TemporalServer } from './temporal-server'

declare global {
  var temporalServerOfTheRun: TemporalServer | undefined
}

/** One Temporal dev server for the whole Jest run; an address in the environment is used instead. */
export default async function globalSetup(): Promise<void> {
  warnOfOldBuild()
  collectBoxAnswers()
  if (process.env.TEST_TEMPORAL_ADDRESS !== undefined) return
  const server = await startTemporalServer()
  globalThis.temporalServerOfTheRun = server
  process.env.TEST_TEMPORAL_ADDRESS = server.address
}

/** Tests start the product's processes from dist/; `npm test` builds it, `npx jest` alone does not. */
function warnOfOldBuild() {
  const { status } = spawnSync(process.execPath, [
    join(__dirname, '../../sandbox/bootstrap/build.mjs'),
    '--check',
  ])
  if (status !== 0)
    process.stderr.write(
      'dist/ is older than the sources: tests that start processes see the old ones (npm run build)\n',
    )
}

/** Collects the answers of the simulated Box in this run, for `npm run check:box-openapi`. */
function collectBoxAnswers() {
  if (process.env.BOX_ANSWERS_FILE !== undefined) return
  process.env.BOX_ANSWERS_FILE = join(__dirname, '../../.cache/box-answers.jsonl')
  mkdirSync(dirname(process.env.BOX_ANSWERS_FILE), { recursive: true })
  rmSync(process.env.BOX_ANSWERS_FILE, { force: true })
}
