// Bundles the compiled workflows once, so that no worker needs webpack at its start.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { bundleWorkflowCode } from '@temporalio/worker'

import { projectDir } from './project-dir.mjs'

const logger = { log() {}, trace() {}, debug() {}, info() {}, warn: complain, error: complain }
const { code } = await bundleWorkflowCode({
  workflowsPath: join(projectDir, 'dist', 'workflows', 'index.js'),
  logger,
})
await writeFile(join(projectDir, 'dist', 'workflow-bundle.js'), code)

function complain(message) {
  process.stderr.write(`${message}\n`)
}
