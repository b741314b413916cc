import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { projectDir } from '../../sandbox/installation/project-dir'

/**
 * A server in a folder: its directories, and stand-ins for the programs that change a real one. Each stand-in
 * fails on options that the real one does not have. Returns the PATH of a shell there.
 */
export function makeHost(folder: string, temporalCli: string, env: Record<string, string>): string {
  for (const name of ['bin', 'log', 'etc/systemd/system', 'opt', 'var/lib'])
    mkdirSync(join(folder, name), { recursive: true })
  const lines = Object.entries(env).map(([name, value]) => `${name}=${JSON.stringify(value)}\n`)
  writeFileSync(join(folder, 'command.env'), lines.join(''), { mode: 0o600 })
  for (const [name, text] of Object.entries(standIns))
    writeFileSync(join(folder, 'bin', name), `#!/bin/bash\nset -eu\n${text}`, { mode: 0o755 })
  symlinkSync(temporalCli, join(folder, 'bin/temporal'))
  symlinkSync(join(projectDir, 'dist/admin-cli/main.js'), join(folder, 'bin/admin-cli'))
  makeRepository(join(folder, 'repository'))
  return `${join(folder, 'bin')}:${process.env.PATH ?? ''}`
}

/** Where a path of a server is in this folder. */
export function onHost(folder: string, command: string): string {
  return command
    .replaceAll(/(^|[\s=])\/(opt|etc|var\/lib)\//g, `$1${folder}/$2/`)
    .replace(`${folder}/opt/box-qc/current`, projectDir)
    .replace(/--env-file=\S+/, `--env-file=${folder}/command.env`)
    .replace('<repository>', join(folder, 'repository'))
}

/** What the documentation takes from a clone; all of ours would take seconds. */
function makeRepository(folder: string): void {
  cpSync(join(projectDir, 'deploy'), join(folder, 'deploy'), { recursive: true })
  const identity = ['-c', 'user.name=qc', '-c', 'user.email=qc@example.com']
  for (const words of [
    ['init', '-q'],
    ['add', '.'],
    [...identity, 'commit', '-qm', 'deploy'],
  ])
    execFileSync('git', words, { cwd: folder })
}

const isUnit =
  'is_unit() { [ -e "$HOST/etc/systemd/system/$1.service" ] || { echo "no unit $1" >&2; exit 5; }; }'

const standIns = {
  sudo: '[ "$1" = -u ]; [ "$2" = box-qc ]; shift 2; exec "$@"\n',
  'apt-get': '[ "$1" = install ]; shift; for name; do [[ $name =~ ^[a-z][a-z0-9+.-]+$ ]]; done\n',
  useradd: 'eval set -- "$(getopt -o "" -l system,home-dir:,shell: -- "$@")"; [ "${@: -1}" = box-qc ]\n',
  chown: '[ "$1" = -R ]; [ "$2" = box-qc: ]; [ -d "$3" ]\n',
  systemctl: `${isUnit}
case $1 in
  daemon-reload) [ $# = 1 ];;
  edit|enable|start|stop|restart|status) shift; for unit; do is_unit "$unit"; done;;
  *) echo "unknown verb $1" >&2; exit 1;;
esac
`,
  // The product's own lines. The real one goes on with -f.
  journalctl: `${isUnit}
units=()
eval set -- "$(getopt -o fu:n:o:S:g: -l unit:,follow,lines:,output:,since:,until:,grep:,no-pager -- "$@")"
while [ "$1" != -- ]; do
  case $1 in
    -u|--unit) is_unit "$2"; units+=("$HOST/log/$2"); shift 2;;
    -f|--follow|--no-pager) shift;;
    *) shift 2;;
  esac
done
cat "\${units[@]}"
`,
}
