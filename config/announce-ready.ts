import { execFile } from 'node:child_process'

/**
 * Tells systemd that this process takes work (`Type=notify`, `NotifyAccess=all`); does nothing elsewhere.
 * `systemd-notify` sends it: Node has no datagram sockets for local addresses.
 */
export function announceReady(onProblem: (error: Error) => void, env: NodeJS.ProcessEnv = process.env): void {
  if (env.NOTIFY_SOCKET === undefined || env.NOTIFY_SOCKET === '') return
  execFile('systemd-notify', ['--ready', `--pid=${process.pid}`], { env, timeout: 10_000 }, (error) => {
    if (error !== null) onProblem(error)
  })
}
