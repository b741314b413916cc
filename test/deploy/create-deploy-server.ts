import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

export const script = join(__dirname, '../../deploy/deploy.sh')

export interface Result {
  code: number
  stdout: string
  stderr: string
}

/**
 * A server as deploy.sh sees it: a folder with a repository of releases that behave, or do not, and commands
 * that note what they are asked. The worker and the gateway are enabled, the pages are not.
 */
export async function createDeployServer() {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'qc-deploy-'))
  const root = join(folder, 'opt')
  const readiness = createServer((_, response) => {
    response.writeHead(existsSync(join(root, 'current', 'broken')) ? 503 : 200).end()
  })
  await once(readiness.listen(0, '127.0.0.1'), 'listening')
  const { port } = readiness.address() as AddressInfo
  writeFileSync(join(folder, 'env'), `GATEWAY_PORT="${port}"\nWORKER_HEALTH_PORT='${port}'\n`)
  createReleases(folder)
  createCommands(folder)
  const linesOf = (name: string) => {
    const file = join(folder, name)
    return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
  }
  return {
    root,
    origin: join(folder, 'origin'),
    envFile: join(folder, 'env'),
    deploy: (...args: string[]) => deployed(folder, {}, args),
    deployWith: (env: Record<string, string>, ...args: string[]) => deployed(folder, env, args),
    /** With a process group of its own. */
    start: (...args: string[]): ChildProcess =>
      spawn('/bin/sh', commandOf(args), { env: environment(folder), stdio: 'ignore', detached: true }),
    current: () => basename(readlinkSync(join(root, 'current'))),
    /** Units in the order of their restarts. */
    restarts: () => linesOf('restarts'),
    /** What admin-cli is asked beside setup and doctor. */
    asked: () => linesOf('asked'),
    /** Commands after which the link `current` was missing. */
    withoutLink: () => linesOf('without-link'),
    forget: (name: 'asked' | 'without-link') => rmSync(join(folder, name), { force: true }),
    close() {
      readiness.close()
      rmSync(folder, { recursive: true })
    },
  }
}

function deployed(folder: string, extra: Record<string, string>, args: string[]): Promise<Result> {
  return new Promise((resolve) => {
    const env = { ...environment(folder), ...extra }
    execFile('/bin/sh', commandOf(args), { env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr })
    })
  })
}

/** With the umask of a careful root. */
function commandOf(args: string[]): string[] {
  return ['-c', 'umask 077; exec /bin/bash "$0" "$@"', script, ...args]
}

function environment(folder: string): Record<string, string> {
  return {
    PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
    DEPLOY_ROOT: join(folder, 'opt'),
    DEPLOY_ENV_FILE: join(folder, 'env'),
    DEPLOY_READY_SECONDS: '0',
  }
}

function createReleases(folder: string): void {
  const origin = join(folder, 'origin')
  mkdirSync(origin)
  mkdirSync(join(folder, 'opt'))
  const admin = adminCli(folder, { isBuildRefused: false })
  git(origin, 'init', '--quiet', '--initial-branch=main')
  commit(origin, { doctor: admin }, 'v1.0.0')
  commit(origin, { 'fail-build': '' }, 'v1.1.0')
  commit(origin, { 'fail-build': undefined, doctor: 'exit 8' }, 'v1.2.0')
  commit(origin, { doctor: admin, broken: '' }, 'v1.3.0')
  commit(origin, { broken: undefined }, 'v1.4.0')
  commit(origin, { doctor: adminCli(folder, { isBuildRefused: true }) }, 'v1.5.0')
  commit(origin, { doctor: admin, hangs: '' }, 'v1.6.0')
  git(origin, 'checkout', '--quiet', '-b', 'good', 'v1.0.0')
  commit(origin, { more: '' }, 'v1.0.1')
  git(folder, 'clone', '--quiet', origin, join(folder, 'opt', 'repository'))
}

function adminCli(folder: string, { isBuildRefused }: { isBuildRefused: boolean }): string {
  return `case "$*" in
  setup | 'doctor --before-start') ;;
  *) echo "$*" >> ${folder}/asked; exit ${isBuildRefused ? 5 : 0} ;;
esac`
}

function createCommands(folder: string): void {
  const current = join(folder, 'opt', 'current')
  const command = (name: string, text: string) => {
    mkdirSync(join(folder, 'bin'), { recursive: true })
    writeFileSync(join(folder, 'bin', name), `#!/bin/sh\n${text}\n`, { mode: 0o755 })
  }
  command(
    'systemctl',
    `case $1 in
      is-enabled) [ "$3" != box-qc-pages ] ;;
      restart) echo $2 >> ${folder}/restarts; [ ! -e ${current}/hangs ] || exec sleep 60 ;;
    esac`,
  )
  command(
    'npm',
    `[ "$1 $2" != 'run build' ] ||
      { [ ! -e fail-build ] && mkdir -p dist/admin-cli && cp doctor dist/admin-cli/main.js; }`,
  )
  // The releases have shell scripts in place of JavaScript, which start ten times as fast.
  command('node', '[ -r "${1#--env-file=}" ] || exit 9\nshift\nexec /bin/sh "$@"')
  for (const name of ['ln', 'mv', 'rm'])
    command(
      name,
      `/bin/${name} "$@" || exit\n[ -L ${current} ] || echo "${name} $*" >> ${folder}/without-link`,
    )
}

function commit(repository: string, files: Record<string, string | undefined>, tag: string): void {
  for (const [name, text] of Object.entries(files)) {
    if (text === undefined) rmSync(join(repository, name))
    else writeFileSync(join(repository, name), text)
  }
  git(repository, 'add', '--all')
  git(repository, '-c', 'user.name=qc', '-c', 'user.email=qc@example.com', 'commit', '--quiet', '-m', tag)
  git(repository, 'tag', tag)
}

export function git(directory: string, ...args: string[]): void {
  execFileSync('git', args, { cwd: directory, stdio: 'pipe' })
}
