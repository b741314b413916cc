// `npm run build`: compiles to dist/ and bundles the workflows, without installing anything.
// `--check` only ends with 1 when dist/ is older than the sources.
import { build, isBuilt } from './build-plan.mjs'
import { Stop } from './stop.mjs'

try {
  if (!process.argv.includes('--check')) build()
  else if (!isBuilt()) process.exitCode = 1
} catch (error) {
  if (!(error instanceof Stop)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
