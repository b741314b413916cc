// Bundles the compiled workflows once, so that no worker needs webpack at its start.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { bundleWorkflowCode } from '@temporalio/worker'

import { projectDir } from './project-dir.mjs'

const distDir = join(projectDir, 'dist')
const { bundleSource, bundleStamp } = await import(join(distDir, 'activities', 'worker', 'workflow-code.js'))

const logger = { log() {}, trace() {}, debug() {}, info() {}, warn: complain, error: complain }
const { workflowsPath, bundlerOptions } = bundleSource(distDir)
const { code } = await bundleWorkflowCode({ workflowsPath, ...bundlerOptions, logger })
await writeFile(join(distDir, 'workflow-bundle.js'), code)
await writeFile(join(distDir, 'workflow-bundle.stamp'), bundleStamp(distDir, code))

function complain(message) {
  process.stderr.write(`${message}\n`)
}
