import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { localCheck } from '../support/local-check'
import { judgeMaster } from './judge-master'
import { faultyMasters, soundMasters } from './masters'

const folder = mkdtempSync(join(tmpdir(), 'qc-masters-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A few of `npm run masters`. */
const chosen = [
  ...soundMasters.filter(({ name }) => name === 'ABC_SOND001_005'),
  ...faultyMasters.filter(({ name }) => name === 'FALT1220000H'),
]

test.each(chosen)('$name: expects $expects', async (master) => {
  const { failed, warned, isRight } = await judgeMaster(master, localCheck(), folder)
  expect({ failed, warned, isRight }).toMatchObject({ isRight: true })
})
