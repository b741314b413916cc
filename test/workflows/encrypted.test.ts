import { randomBytes } from 'node:crypto'

import { ApplicationFailure } from '@temporalio/common'
import { historyToJSON } from '@temporalio/common/lib/proto-utils'

import { dataConverterFor } from '../../runs/data-converter'
import { errorTypes } from '../../workflows/contract'
import { startTemporalServer, type TemporalServer } from '../support/temporal-server'
import { openWorld, type WorkflowWorld, untilState } from '../support/workflow-world'

const name = 'confidential-campaign.png'

describe('a run with a payload key', () => {
  // Its own: other tests list the runs of the shared server, and have no key.
  let server: TemporalServer
  let world: WorkflowWorld
  beforeAll(async () => {
    server = await startTemporalServer()
    world = await openWorld(server.address, dataConverterFor([{ id: 'test', key: randomBytes(32) }]))
  })
  afterAll(async () => {
    await world.stop()
    await server.stop()
  })

  it(
    'leaves no readable file name in its history: ' + 'not in payloads, not in the messages of failures',
    async () => {
      const { uploadReport } = world.fakes
      const refusal = ApplicationFailure.create({
        message: `Box refused QC_Report_${name}`,
        type: errorTypes.reportNameTaken,
        nonRetryable: true,
        cause: new Error(`409: ${name} is taken`),
      })
      world.fakes.uploadReport = () => Promise.reject(refusal)
      const run = await world.start({ name }, {}, { hideFileNames: true })
      const { attention } = await untilState(run, 'needs_attention')
      expect(attention).toMatchObject({ errorType: 'report_name_taken', message: refusal.message })
      world.fakes.uploadReport = uploadReport
      await run.signal('retry')
      expect(await run.result()).toMatchObject({ outcome: 'done' })

      const stored = historyToJSON(await run.fetchHistory())
      const payloads = [...stored.matchAll(/"data": *"([^"]*)"/g)].map(([, data = '']) => data)
      const readable = payloads.map((data) => Buffer.from(data, 'base64').toString('latin1')).join()
      expect(payloads.length).toBeGreaterThan(5)
      expect(stored + readable).not.toContain('confidential')
    },
  )
})
