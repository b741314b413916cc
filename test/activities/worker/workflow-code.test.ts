import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { bundleStamp, workflowCode } from '../../../activities/worker/workflow-code'

let dist: string
beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'qc-dist-'))
  mkdirSync(join(dist, 'workflows'))
  write('workflows/index.js', 'exports.qcUpload = 1')
  write('workflow-bundle.js', 'the bundle')
  write('workflow-bundle.stamp', bundleStamp(dist, 'the bundle'))
})
afterEach(() => rmSync(dist, { recursive: true }))

const write = (file: string, content: string) => writeFileSync(join(dist, file), content)
const prebuilt = () => ({ workflowBundle: { codePath: join(dist, 'workflow-bundle.js') } })
const fromSource = () => ({
  workflowsPath: join(dist, 'workflows', 'index.js'),
  bundlerOptions: { preloadModules: [join(dist, 'workflows', 'stack-depth.js')] },
})

test('takes the bundle of the build whatever the file times are', () => {
  utimesSync(join(dist, 'workflow-bundle.js'), 0, 0)
  expect(workflowCode(dist)).toEqual(prebuilt())
})

test.each([
  ['a workflow has changed', () => write('workflows/index.js', 'exports.qcUpload = 2')],
  ['a workflow was added', () => write('workflows/sweep.js', '')],
  ['the bundle is another one', () => write('workflow-bundle.js', 'another bundle')],
  ['the stamp is missing', () => rmSync(join(dist, 'workflow-bundle.stamp'))],
  ['the bundle is missing', () => rmSync(join(dist, 'workflow-bundle.js'))],
])('bundles the workflows at the start when %s', (_what, change) => {
  change()
  expect(workflowCode(dist)).toEqual(fromSource())
})
