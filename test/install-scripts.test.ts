import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const json = (name: string) => JSON.parse(readFileSync(join(__dirname, '..', name), 'utf8')) as unknown

/** Packages with an install script, and why the product works without it. `allowScripts` lets none run. */
const reasons: Record<string, string> = {
  protobufjs: 'Its script only warns about version numbers.',
  '@parcel/watcher':
    'Builds from source where no prebuilt package fits; only a tool that we never watch with.',
  '@swc/core': 'Repairs an installation without its optional prebuilt package; Jest alone uses it.',
  'unrs-resolver': 'Repairs an installation without its optional prebuilt package; Jest alone uses it.',
}

it('every package with an install script is known, and none of the scripts may run', () => {
  const { packages } = json('package-lock.json') as { packages: Record<string, { hasInstallScript?: true }> }
  const scripted = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript === true)
  const names = scripted.map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 13))
  const { allowScripts } = json('package.json') as { allowScripts: Record<string, boolean> }

  expect([...new Set(names)].sort()).toEqual(Object.keys(reasons).sort())
  expect(allowScripts).toEqual(Object.fromEntries(Object.keys(reasons).map((name) => [name, false])))
})
