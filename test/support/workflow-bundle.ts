import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { bundleWorkflowCode, DefaultLogger, type WorkflowBundleWithSourceMap } from '@temporalio/worker'
import workerPackage from '@temporalio/worker/package.json'

const root = join(__dirname, '../..')

/**
 * The workflows as a worker loads them, made from their source; kept in `.cache` until a source or the SDK
 * changes. `entry` is another module that exports them.
 */
export async function workflowBundle(entry = 'workflows/index.ts'): Promise<{ codePath: string }> {
  const codePath = join(root, '.cache/test', `workflows-${sourceHash(entry)}.js`)
  if (existsSync(codePath)) return { codePath }
  const bundle: WorkflowBundleWithSourceMap = await bundleWorkflowCode({
    workflowsPath: join(root, entry),
    preloadModules: [join(root, 'workflows/stack-depth.ts')],
    logger: new DefaultLogger('WARN'),
  })
  mkdirSync(join(root, '.cache/test'), { recursive: true })
  const partial = `${codePath}.${process.pid}`
  writeFileSync(partial, bundle.code)
  renameSync(partial, codePath)
  return { codePath }
}

function sourceHash(entry: string): string {
  const hash = createHash('sha256').update(workerPackage.version)
  hash.update(entry).update(readFileSync(join(root, entry)))
  for (const file of readdirSync(join(root, 'workflows'), { encoding: 'utf8', recursive: true }).sort())
    if (file.endsWith('.ts')) hash.update(file).update(readFileSync(join(root, 'workflows', file)))
  return hash.digest('hex').slice(0, 16)
}
