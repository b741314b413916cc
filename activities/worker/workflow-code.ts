import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WorkerOptions } from '@temporalio/worker'
import workerPackage from '@temporalio/worker/package.json'

const compiledRoot = join(__dirname, '..', '..')

/** The build writes the bundle, and beside it a stamp of what it was made from. */
const bundleFile = 'workflow-bundle.js'
const stampFile = 'workflow-bundle.stamp'

/**
 * The workflow bundle of the build when its stamp matches the compiled workflows; otherwise the workflows
 * themselves, which the SDK bundles at the start.
 */
export function workflowCode(
  rootDir = compiledRoot,
): Pick<WorkerOptions, 'workflowBundle' | 'workflowsPath' | 'bundlerOptions'> {
  return isBundleCurrent(rootDir)
    ? { workflowBundle: { codePath: join(rootDir, bundleFile) } }
    : bundleSource(rootDir)
}

/**
 * What the bundle is made from: by the SDK at the start, or by the build, which loads this by its path.
 *
 * @public
 */
export function bundleSource(rootDir: string) {
  const workflow = (name: string) => join(rootDir, 'workflows', name)
  return {
    workflowsPath: workflow('index.js'),
    bundlerOptions: { preloadModules: [workflow('stack-depth.js')] },
  }
}

/** The stamp of a bundle: it changes with the SDK, with any compiled workflow and with the bundle itself. */
export function bundleStamp(rootDir: string, bundle: string | Buffer): string {
  const workflowsDir = join(rootDir, 'workflows')
  const hash = createHash('sha256').update(workerPackage.version)
  for (const file of readdirSync(workflowsDir, { encoding: 'utf8', recursive: true }).sort()) {
    if (file.endsWith('.js')) hash.update(`\0${file}\0`).update(readFileSync(join(workflowsDir, file)))
  }
  return hash.update('\0bundle\0').update(bundle).digest('hex')
}

/** Not by file times: a copy, an archive or a checkout changes them. */
function isBundleCurrent(rootDir: string): boolean {
  const [bundle, stamp] = [bundleFile, stampFile].map((file) => join(rootDir, file))
  if (bundle === undefined || stamp === undefined || !existsSync(bundle) || !existsSync(stamp)) return false
  return readFileSync(stamp, 'utf8') === bundleStamp(rootDir, readFileSync(bundle))
}
