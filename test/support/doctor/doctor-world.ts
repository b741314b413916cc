import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, copyFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

import { Client } from '@temporalio/client'
import { stringify } from 'yaml'

import { createPayloadCodec } from '../../../runs/payload-codec'
import { workflowType } from '../../../workflows/contract'
import { startOptionsFor } from '../../../workflows/start-options'
import type { Asset, TestClient } from '../asset'
import type { Installation } from '../installation-under-test'
import { image } from '../small-assets'
import { uploadOf } from '../workflow-world'

export interface Break {
  what: string
  /** Every line that is not PASS, once; the first one is what the break is about. */
  found: string[]
  /** Evidence and remedy of that line. */
  says: RegExp
  make: (world: DoctorWorld) => Broken | Promise<Broken>
}

/** How doctor is asked: about this client, in this environment. */
export interface Broken {
  client?: TestClient
  env?: Record<string, string>
}

type Role = Parameters<Installation['box']['control']['setRole']>[0]['role']

/** A healthy installation, and ways to break what one call of doctor sees. */
export class DoctorWorld {
  private readonly servers: Server[] = []

  constructor(
    readonly qc: Installation,
    readonly folder: string,
    readonly acme: TestClient,
    /** Its webhook delivers nothing. */
    readonly mute: TestClient,
    /** The environment of a host whose disk is full; no other host takes from its queue. */
    readonly fullHost: Record<string, string>,
  ) {}

  written(name: string, text: string): string {
    const file = join(this.folder, name)
    writeFileSync(file, text)
    return file
  }

  /** A copy of a secret that others can read. */
  readable(name: string, from = ''): string {
    const file = join(this.folder, name)
    copyFileSync(from, file)
    chmodSync(file, 0o644)
    return file
  }

  /** A search path on which this tool is a shell script. */
  pathWith(tool: string, script: string): string {
    const folder = join(this.folder, `path-${tool}`)
    mkdirSync(folder)
    writeFileSync(join(folder, tool), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
    return `${folder}:${this.qc.env.PATH}`
  }

  /** Tools that answer as those of this machine do, at once: doctor asks them in each call. */
  pathOfQuickTools(): string {
    const [version, filters] = [['-version'], ['-hide_banner', '-filters']].map((words) =>
      execFileSync('ffmpeg', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    )
    const answer = this.written('quick.txt', `${version}\neng\n${filters}`)
    const folder = join(this.folder, 'path-quick')
    mkdirSync(folder)
    for (const tool of ['ffmpeg', 'pdfinfo', 'qpdf', 'tesseract'])
      writeFileSync(join(folder, tool), `#!/bin/sh\nexec cat ${answer}\n`, { mode: 0o755 })
    return `${folder}:${this.qc.env.PATH}`
  }

  /** The profiles of the installation and one more. */
  profilesWith(id: string, checks: object): string {
    const folder = join(this.folder, `profiles-${id}`)
    cpSync(this.qc.env.QC_PROFILES_DIR ?? '', folder, { recursive: true })
    const profile = { title: id, description: 'Of a test.', extends: 'light', checks }
    writeFileSync(join(folder, `${id}.yaml`), stringify(profile))
    return folder
  }

  clientsWithOnly({ id, incoming, reports }: TestClient): string {
    const entry = { name: id, profiles: ['light'], default_profile: 'light', box_folder_id: incoming }
    return this.written('only.yaml', stringify({ [id]: { ...entry, box_reports_folder_id: reports } }))
  }

  setRole(folderId: string, role: Role): Promise<void> {
    const { serviceAccountId, control } = this.qc.box
    return control.setRole({ folderId, userId: serviceAccountId, role })
  }

  /** The JWT configuration of another app that is an Editor of acme's folders. */
  async otherApp(changes: Parameters<Installation['box']['control']['setApp']>[1]): Promise<string> {
    const { control } = this.qc.box
    const { appId, serviceAccountId, jwtConfigFile } = await control.createApp({ name: 'Another app' })
    const collaborations = [this.acme.incoming, this.acme.reports].map((folder) => ({
      ...{ folder, user: serviceAccountId, role: 'editor' as const },
    }))
    await control.seed({ collaborations })
    await control.setApp(appId, changes)
    return jwtConfigFile
  }

  /** The address of a proxy before Box whose clock is five minutes late. */
  async boxOfFiveMinutesAgo(): Promise<string> {
    const { host } = new URL(this.qc.box.apiUrl)
    const server = createServer((call, response) => {
      const { method, url = '', headers } = call
      const options = { method, headers: { ...headers, host } }
      const onward = request(`${this.qc.box.apiUrl}${url}`, options, (answer) => {
        const date = new Date(Date.now() - 300_000).toUTCString()
        response.writeHead(answer.statusCode ?? 502, { ...answer.headers, date })
        answer.pipe(response)
      })
      call.pipe(onward)
    }).listen(0, '127.0.0.1')
    this.servers.push(server)
    await once(server, 'listening')
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  /** Every page of this folder has a thousand items and a next page. */
  async endlessListing(folderId: string): Promise<void> {
    const entries = Array.from({ length: 1000 }, (_, at) => ({ type: 'web_link', id: `${at}`, name: 'a' }))
    await this.qc.box.control.fault({
      ...{ method: 'GET', path: `/2.0/folders/${folderId}/items`, kind: 'answer', times: 1000, status: 200 },
      body: { entries, limit: 1000, next_marker: 'more' },
    })
  }

  async clientWithParkedRun(): Promise<TestClient> {
    const client = await this.qc.addClient('parked')
    await this.parked(client)
    return client
  }

  /** The run of the former version needs attention. Box sends no event for the new one. */
  async clientWithNewVersion(): Promise<TestClient> {
    const client = await this.qc.addClient('replaced')
    const asset = await this.parked(client)
    await this.setRole(client.reports, 'editor')
    await client.uploadVersion(asset, await image(8))
    return client
  }

  private async parked(client: TestClient): Promise<Asset> {
    await this.setRole(client.reports, 'viewer')
    const asset = await client.upload('stays.png', await image(7))
    await this.qc.untilDelivered(asset)
    await this.qc.untilState(asset.run, 'needs_attention')
    return asset
  }

  async clientWithEncryptedRun(): Promise<TestClient> {
    const client = await this.qc.addClient('sealed')
    const { connection, options } = this.qc.temporal
    const payloadCodecs = [createPayloadCodec([{ id: '2025', key: randomBytes(32) }])]
    const { namespace } = options
    const upload = uploadOf({ clientId: client.id })
    await new Client({ connection, namespace, dataConverter: { payloadCodecs } }).workflow.start(
      workflowType,
      {
        ...startOptionsFor(upload, { hideFileNames: true }),
        ...{ args: [{ upload }], taskQueue: 'nobody' },
      },
    )
    return client
  }

  /** Three files come, Box delivers none of them, and the sweep starts their runs. */
  async loseDeliveries(client: TestClient): Promise<void> {
    await this.qc.box.control.disturbDeliveries({ loseNext: 3 })
    for (const shade of [1, 2, 3]) await client.upload(`lost-${shade}.png`, await image(shade))
  }

  stop(): void {
    for (const server of this.servers) server.close()
  }
}
