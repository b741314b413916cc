import { spawn } from 'node:child_process'

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
  known ??= new Promise((resolve) => {
    const [command = '', ...args] = withoutNetwork
    const child = spawn(command, [...args, 'true'], { stdio: 'ignore', env: { PATH: searchPath } })
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
  })
  return known
}
