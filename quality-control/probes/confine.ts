import { spawn } from 'node:child_process'

import { accidentOf } from './host-accident'

export interface Confinement {
  command: string
  args: string[]
}

/**
 * Wraps a command in util-linux's small launchers, which replace each other by exec and so keep one process
 * id: no network (`unshare`, where the system allows it), death with the parent even after its SIGKILL, no
 * new privileges (`setpriv`), and limits for memory and core dumps (`prlimit`). `command` is an absolute
 * path. Only Linux has these launchers; elsewhere the command is unchanged.
 */
export async function confine(
  command: string,
  args: string[],
  searchPath: string,
  memoryBytes: number | undefined,
): Promise<Confinement> {
  if (process.platform !== 'linux') return { command, args }
  const limits = memoryBytes === undefined ? [] : [`--as=${memoryBytes}`]
  const [first, ...rest] = [
    ...((await canLeaveNetwork(searchPath)) ? withoutNetwork : []),
    ...launcher,
    'prlimit',
    '--core=0',
    ...limits,
    '--',
  ]
  return { command: first, args: [...rest, command, ...args] }
}

const withoutNetwork = ['unshare', '--map-current-user', '--net', '--']
const launcher = ['setpriv', '--pdeathsig', 'KILL', '--no-new-privs', '--']

let known: Promise<boolean> | undefined

/**
 * Tested once per process: containers and hardened units may forbid namespaces. The protocol whitelists
 * still apply.
 */
function canLeaveNetwork(searchPath: string): Promise<boolean> {
  const answer = known ?? ask(searchPath)
  known = answer
  // An accident must not stay in memory: the next call asks again.
  answer.catch(() => (known = undefined))
  return answer
}

/** Throws a `HostAccident` when no process can be started. A system without `unshare` answers no. */
function ask(searchPath: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const [command = '', ...args] = withoutNetwork
    const child = spawn(command, [...args, 'true'], { stdio: 'ignore', env: { PATH: searchPath } })
    child.once('error', (error) => {
      const accident = accidentOf(error)
      if (accident === undefined) resolve(false)
      else reject(accident)
    })
    child.once('exit', (code) => resolve(code === 0))
  })
}
