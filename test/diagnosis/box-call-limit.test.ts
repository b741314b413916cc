import { boxCallLimit } from '../../diagnosis/box-call-limit'
import type { Installation } from '../../diagnosis/diagnosis'

const now = () => ({ seconds: Math.floor(Date.now() / 1000), nanos: 0 })
const longAgo = () => ({ seconds: Math.floor(Date.now() / 1000) - 200, nanos: 0 })
const one = { identity: 'qc-host-1/4711', lastAccessTime: now() }
const two = { identity: 'qc-host-2/4711', lastAccessTime: now() }
const restarted = { ...one, identity: 'qc-host-1/4712' }
const stopped = { ...two, lastAccessTime: longAgo() }

test.each([
  ['one worker on the defaults', [one], {}, ['PASS: at most 1000 calls and 240 uploads a minute from 1 ']],
  ['one that was restarted', [one, restarted], {}, ['PASS: at most 1000 calls']],
  ['one, beside one that stopped', [one, stopped], {}, ['PASS: at most 1000 calls']],
  ['none yet, before the start', [], {}, ['PASS: at most 1000 calls']],
  [
    'two on the defaults',
    [one, two],
    {},
    [
      'WARN: BOX_MAX_CALLS_PER_MINUTE is 1000, for 2 worker processes 2000 calls a minute; Box allows 1000',
      'WARN: BOX_MAX_UPLOADS_PER_MINUTE is 240, for 2 worker processes 480 uploads a minute; Box allows 240',
    ],
  ],
  [
    'two that share the limits',
    [one, two],
    { maxCallsPerMinute: 500, maxUploadsPerMinute: 120 },
    ['PASS: at most 1000 calls and 240 uploads a minute from 2 worker processes'],
  ],
])('doctor on the calls that all workers may send to Box: %s', async (_, pollers, settings, expected) => {
  const box = { maxCallsPerMinute: 1000, maxUploadsPerMinute: 240, ...settings }
  const workflowService = { describeTaskQueue: async () => ({ pollers }) }
  const found = await boxCallLimit.examine({
    temporal: async () => ({ workflowService, options: { namespace: 'default' } }),
    config: () => ({ box, temporal: { taskQueue: 'qc' } }),
  } as unknown as Installation)
  const texts = found.map(({ level, evidence }) => `${level}: ${evidence}`)
  expect(texts).toEqual(expected.map((text): unknown => expect.stringContaining(text)))
  for (const { level, remedy } of found)
    if (level === 'WARN') expect(remedy).toMatch(/_PER_MINUTE to (500|120) for each worker/)
})
