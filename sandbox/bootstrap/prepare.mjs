// Installs and builds what is missing before `npm run demo`, `npm run sandbox` or `npm test`; `npm run setup`
// does it for all of them: `node sandbox/bootstrap/prepare.mjs [--tests] [--languages de,fr]`.
// It has no dependencies, since it runs before there is a node_modules. It prints on stderr, because stdout
// belongs to the command that follows. It changes only the project's folder and the system's packages, and
// ends with 1 and the command to type when it may not install something.
import { planBuild } from './build-plan.mjs'
import { checkNodeVersion } from './node-version.mjs'
import { planLanguages } from './language-packages.mjs'
import { planNodePackages } from './node-packages.mjs'
import { say } from './say.mjs'
import { Stop } from './stop.mjs'
import { planSystemPackages } from './system-packages.mjs'
import { planTemporalCli } from './temporal-cli.mjs'

try {
  checkNodeVersion(process.versions.node)
  const withTests = process.argv.includes('--tests')
  const plans = [
    planSystemPackages({ withTests }),
    planLanguages(listAfter('--languages')),
    planNodePackages(),
    planTemporalCli(),
    planBuild(),
  ]
  const steps = plans.filter((plan) => plan !== undefined)
  for (const { what, where } of steps) say(`to do: ${what} -> ${where}`)
  for (const { what, run } of steps) {
    say(what)
    await run()
  }
} catch (error) {
  if (!(error instanceof Stop)) throw error
  process.stderr.write(`prepare: ${error.message}\n`)
  process.exitCode = 1
}

function listAfter(option) {
  const at = process.argv.indexOf(option)
  return at === -1 ? [] : (process.argv[at + 1] ?? '').split(',')
}
