import { plainGrpc } from '../../runs/plain-grpc'

const noAnswer =
  'Deadline exceeded after 9.987s,name resolution: 0.008s,metadata filters: 0.001s,' +
  'time to current attempt start: 0.001s,Waiting for LB pick'

test.each([
  [noAnswer, 'did not answer within 10 s'],
  ['Deadline exceeded after 9.812s', 'did not answer within 10 s'],
  [`4 DEADLINE_EXCEEDED: ${noAnswer}`, '4 DEADLINE_EXCEEDED: did not answer within 10 s'],
  ['Deadline exceeded after 0.214s,remote_addr=127.0.0.1:7233', 'did not answer within 0.2 s'],
  [
    'No connection established. Last error: Error: connect ECONNREFUSED 127.0.0.1:1. Resolution note: ',
    'No connection established. Last error: Error: connect ECONNREFUSED 127.0.0.1:1',
  ],
  ['No addresses resolved. Resolution note: ENOTFOUND', 'No addresses resolved. Resolution note: ENOTFOUND'],
  ['Namespace nowhere is not found.', 'Namespace nowhere is not found.'],
])('%s', (text, expected) => {
  expect(plainGrpc(text)).toBe(expected)
})
