import { join } from 'node:path'

import sharp from 'sharp'

import type { TreeItem } from '../../sandbox/simulated-box/control/control-types'
import type { Asset, TestClient } from '../support/asset'
import type { Installation } from '../support/installation-under-test'
import { image } from '../support/small-assets'

type Run = Pick<Asset, 'fileId' | 'workflowId' | 'run'>

/** The folders, files and runs that commands of the documentation name, each made when it is needed. */
export class SubjectsOfDocs {
  private parkedRun: Run | undefined
  private judgedRun: Run | undefined
  private images = 0

  private constructor(
    private readonly qc: Installation,
    private readonly stuck: TestClient,
    readonly other: TestClient,
  ) {}

  /** Two clients beside those of the documentation, and the folders that a Box admin makes. */
  static async make(qc: Installation): Promise<SubjectsOfDocs> {
    const [stuck, other] = [await qc.addClient('stuck'), await qc.addClient('globex')]
    const names = ['AI-QC', 'initech-in', 'initech-reports']
    await qc.box.control.seed({
      folders: names.map((name) => ({ key: name, name })),
      collaborations: names.map((folder) => ({ folder, user: 'serviceAccount', role: 'editor' as const })),
    })
    return new SubjectsOfDocs(qc, stuck, other)
  }

  async folderNamed(name: string): Promise<string> {
    const found = inTree(await this.qc.box.control.tree(), name)
    if (found === undefined) throw new Error(`no command before this one has made the folder ${name}`)
    return found.id
  }

  /** A run that needs attention, whose cause is fixed: a retry lets it end. */
  async parked(): Promise<Run> {
    this.parkedRun ??= await this.park()
    return this.parkedRun
  }

  /** A command has retried or abandoned it. */
  answered(): void {
    this.parkedRun = undefined
  }

  private async park(): Promise<Run> {
    const { serviceAccountId: userId, control } = this.qc.box
    await control.setRole({ folderId: this.stuck.reports, userId, role: 'viewer' })
    const asset = await this.upload(this.stuck)
    await this.qc.untilState(asset.run, 'needs_attention')
    await control.setRole({ folderId: this.stuck.reports, userId, role: 'editor' })
    return asset
  }

  /** The file of the runbook, in INCOMING of its client; its report has several findings. */
  async judged(): Promise<Run> {
    this.judgedRun ??= await this.judge()
    return this.judgedRun
  }

  private async judge(): Promise<Run> {
    const folderId = await this.folderNamed('AI QC Acme IN')
    await this.qc.box.control.setRole({ folderId, userId: this.other.userId, role: 'editor' })
    const acme = { ...this.other, id: 'acme' }
    const asset = await this.other.upload('poster.png', await image(), folderId)
    const run = this.qc.runOf(acme, asset)
    await this.qc.untilStarted(run)
    await run.result()
    return { fileId: asset.fileId, workflowId: run.workflowId, run }
  }

  /** A file whose delivery was lost. */
  async lost(): Promise<string> {
    await this.qc.box.control.disturbDeliveries({ loseNext: 1 })
    return (await this.upload(this.other)).fileId
  }

  async photo(): Promise<string> {
    const file = join(this.qc.stateDir, 'photo.jpg')
    const noise = { type: 'gaussian' as const, mean: 128, sigma: 50 }
    const create = { width: 800, height: 600, channels: 3 as const, background: 'grey', noise }
    await sharp({ create }).blur(3).jpeg({ quality: 92 }).withIccProfile('srgb').toFile(file)
    return file
  }

  private async upload(client: TestClient): Promise<Asset> {
    this.images += 1
    return client.upload(`image-${this.images}.png`, await image(this.images))
  }
}

function inTree(items: TreeItem[], name: string): TreeItem | undefined {
  for (const item of items) {
    const found = item.name === name ? item : inTree(item.children ?? [], name)
    if (found !== undefined) return found
  }
  return undefined
}
