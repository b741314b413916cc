import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { webhookOrigin } from '../../sandbox/installation/box-server'
import { webhookPath } from '../../sandbox/installation/product'
import { projectDir } from '../../sandbox/installation/project-dir'
import type { Ran } from '../support/admin-cli'
import { type CommandServer, startCommandServer } from '../support/command-server'
import { wordsOf } from '../support/doc-commands'
import { type Installation, openInstallation } from '../support/installation-under-test'
import { type ProductProcess, startProductProcess } from '../support/product-process'
import { freePort, registerNamespace, temporalCli } from '../support/temporal-server'
import { makeHost, onHost } from './host-of-docs'
import { SubjectsOfDocs } from './subjects-of-docs'

/**
 * What the commands of the documentation act on: an installation with all processes, a namespace of its own,
 * and a folder that looks like a server.
 */
export async function openWorldOfDocs(): Promise<WorldOfDocs> {
  const namespace = `docs-${randomUUID().slice(0, 8)}`
  await registerNamespace(namespace)
  const [health, metrics, pagesPort] = await Promise.all([freePort(), freePort(), freePort()])
  const qc = await openInstallation({
    namespace,
    env: {
      ...{ WORKER_HEALTH_PORT: `${health}`, WORKER_METRICS_ADDRESS: `127.0.0.1:${metrics}` },
      ...{ PAGES_PORT: `${pagesPort}`, QC_ACCESS_PATIENCE_MS: '0' },
      QC_WEBHOOK_ADDRESS: `${webhookOrigin}${webhookPath}`,
    },
  })
  const pages = await startProductProcess('admin-pages/server.js', qc.env, 'listening')
  const { code, stderr } = await qc.admin('setup')
  if (code !== 0) throw new Error(stderr)
  return new WorldOfDocs(qc, pages, await SubjectsOfDocs.make(qc))
}

export class WorldOfDocs {
  private readonly folder: string
  private readonly shellEnv: Record<string, string>
  private readonly commands: CommandServer

  constructor(
    private readonly qc: Installation,
    private readonly pages: ProductProcess,
    private readonly subjects: SubjectsOfDocs,
  ) {
    this.folder = join(qc.stateDir, 'host')
    const env = {
      ...qc.env,
      GATEWAY_PORT: new URL(qc.gateway.origin).port,
      QC_DATA_DIR: qc.workers[0]?.dataDir ?? '',
    }
    const path = makeHost(this.folder, temporalCli(), env)
    this.shellEnv = { ...env, HOST: this.folder, PATH: path }
    this.commands = startCommandServer(this.folder, env)
  }

  async stop(): Promise<void> {
    this.commands.stop()
    await this.pages.kill('SIGKILL')
    await this.qc.stop()
  }

  /** Runs a command as a person would type it here: with ids, addresses and folders of this installation. */
  async run(written: string, page: string): Promise<Ran & { command: string }> {
    const command = await this.filled(written, page)
    if (/ runs (retry|abandon) /.test(command)) this.subjects.answered()
    const plain = /^admin-cli ([^|<>;]+)$/.exec(command)
    if (plain && !command.endsWith('--help'))
      return { command, ...(await this.commands.run(wordsOf(plain[1] ?? ''))) }
    this.writeJournal()
    return new Promise((resolve) => {
      const options = { cwd: projectDir, env: this.shellEnv, timeout: 60_000 }
      execFile('bash', ['-o', 'pipefail', '-c', command], options, (error, stdout, stderr) => {
        resolve({ command, code: error === null ? 0 : Number(error.code), stdout, stderr })
      })
    })
  }

  private async filled(written: string, page: string): Promise<string> {
    let text = written.replace(/^(npx|npm run) admin-cli (-- )?/, 'admin-cli ')
    if (page === 'README.md') text = text.replace(' acme ', ' initech ')
    // A person is asked, and says yes.
    if (/^admin-cli (offboard|delete-webhook)/.test(text) && !text.includes('--dry-run')) text += ' --yes'
    if (text.includes('--stuck')) await this.subjects.parked()
    if (text.startsWith('journalctl') && page === 'docs/runbook.md') await this.subjects.judged()
    else if (text.startsWith('journalctl')) await this.subjects.parked()
    for (const [pattern, make] of this.placeholders(page))
      if (pattern.test(text)) text = text.replace(pattern, await make())
    return onHost(this.folder, text)
  }

  private placeholders(page: string): [RegExp, () => string | Promise<string>][] {
    const { qc, subjects, shellEnv: env } = this
    const isReadme = page === 'README.md'
    const folder = (name: string) => () => subjects.folderNamed(name)
    return [
      [/https:\/\/qc(-dev)?\.example\.com\/box\/webhook/, () => qc.webhookAddress],
      [/http:\/\/127\.0\.0\.1:8080/, () => qc.gateway.origin],
      [/(?<=127\.0\.0\.1:)9091/, () => env.WORKER_HEALTH_PORT ?? ''],
      [/127\.0\.0\.1:9092/, () => env.WORKER_METRICS_ADDRESS ?? ''],
      [/(?<=127\.0\.0\.1:)8090/, () => env.PAGES_PORT ?? ''],
      [/<id of AI-QC>/, folder('AI-QC')],
      [/(?<=--incoming )<id>|163482195021/, folder(isReadme ? 'initech-in' : 'AI QC Acme IN')],
      [/(?<=--reports )<id>|163482195022/, folder(isReadme ? 'initech-reports' : 'AI QC Acme REPORTS')],
      [/(?<=--profiles )…/, () => 'static_general,video_general'],
      [/<profile>/, () => 'static_general'],
      [/(?<=--client )ID/, () => subjects.other.id],
      [/(?<=delete-webhook )<id>/, () => subjects.other.webhookId],
      [/photo\.jpg/, () => subjects.photo()],
      [/1234567890|(?<=rerun )<file id>/, async () => (await subjects.judged()).fileId],
      [/(?<=runs start )<file id>/, () => subjects.lost()],
      [/<file id>/, async () => (await subjects.parked()).fileId],
      [/(?<=--workflow-id )<id>/, async () => (await subjects.parked()).workflowId],
    ]
  }

  private writeJournal(): void {
    const logs = {
      'box-qc-gateway': this.qc.gateway.log(),
      'box-qc-worker': this.qc.workers[0]?.log() ?? '',
      'box-qc-pages': this.pages.log(),
    }
    for (const [unit, log] of Object.entries(logs)) writeFileSync(join(this.folder, 'log', unit), `${log}\n`)
  }
}
