import type { ControlClient, FaultOrderBody } from '../../sandbox/simulated-box/control-client'

/** The share of the product's calls that meet a fault, all kinds together. */
const share = 0.05
const always = 1_000_000_000

/** Box fails in every way on calls of the product, never on those of the clients' people. */
export async function orderFaults(control: ControlClient, userId: string, seed: number): Promise<void> {
  const calls = faultsOfCalls(userId)
  for (const [index, order] of calls.entries())
    await control.fault({
      ...order,
      ...{ times: always, probability: share / calls.length, seed: seed * 101 + index },
    })
  for (const [index, order] of faultsOfBodies(userId).entries())
    await control.fault({ ...order, times: always, probability: share, seed: seed * 103 + index })
}

function faultsOfCalls(userId: string): FaultOrderBody[] {
  return [
    { userId, kind: 'answer', status: 500 },
    { userId, kind: 'answer', status: 502, html: '<html>Bad Gateway</html>' },
    { userId, kind: 'answer', status: 503 },
    { userId, kind: 'answer', status: 429, headers: { 'retry-after': '1' } },
    { userId, kind: 'appliedAnswer', status: 503 },
    { userId, kind: 'appliedAnswer', status: 502, html: '<html>Bad Gateway</html>' },
    { userId, kind: 'reset' },
    { userId, kind: 'appliedReset' },
    { userId, kind: 'hang' },
    { userId, kind: 'appliedHang' },
    { userId, kind: 'error', code: 'access_denied_item_locked' },
    { userId, kind: 'error', code: 'storage_limit_exceeded' },
    { userId, kind: 'error', code: 'forbidden_by_policy' },
    { userId, kind: 'error', code: 'operation_blocked_temporary', status: 409 },
    { path: '/oauth2/token', kind: 'answer', status: 500 },
  ]
}

function faultsOfBodies(userId: string): FaultOrderBody[] {
  return [
    { origin: 'download', kind: 'wrongBytes' },
    { origin: 'download', kind: 'cutBody', afterBytes: 20 },
    { origin: 'download', kind: 'stallBody', afterBytes: 20 },
    { origin: 'upload', userId, kind: 'cutUpload', afterBytes: 500 },
    { origin: 'upload', userId, kind: 'stallUpload', afterBytes: 500 },
  ]
}
