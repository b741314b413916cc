// Makes good what is missing before `npm run demo`, `npm run sandbox` or `npm test`: `node
// sandbox/bootstrap/prepare.mjs [--tests]`.
// A plain script without dependencies: it runs before there is a node_modules. It says each step in one line
// on stderr (stdout
// belongs to what comes after it), touches nothing outside the project and the system's packages, and ends
// with 1 and the
// one command to type where it may not install.
import { prepareBuild } from './prepare-build.mjs'
import { checkNodeVersion } from './node-version.mjs'
import { prepareNodePackages } from './node-packages.mjs'
import { prepareSystemPackages } from './system-packages.mjs'
import { prepareTemporalCli } from './temporal-cli.mjs'
import { Stop } from './stop.mjs'

try {
  checkNodeVersion(process.versions.node)
  prepareSystemPackages({ withTests: process.argv.includes('--tests') })
  prepareNodePackages()
  await prepareTemporalCli()
  prepareBuild()
} catch (error) {
  if (!(error instanceof Stop)) throw error
  process.stderr.write(`prepare: ${error.message}\n`)
  process.exitCode = 1
}
