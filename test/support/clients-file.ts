import { renameSync, writeFileSync } from 'node:fs'

import { stringify } from 'yaml'

export interface ClientEntry {
  profiles: string[]
  default_profile: string
  box_folder_id: string
  box_reports_folder_id: string
  [field: string]: unknown
}

/**
 * `clients.yaml`, edited as by a person while everything runs: readers see the old file or the new one.
 */
export class ClientsFile {
  private readonly entries: Record<string, ClientEntry> = {}

  constructor(private readonly path: string) {
    this.write('# No clients yet.\n')
  }

  change(id: string, changes: Partial<ClientEntry>): void {
    this.entries[id] = { ...this.entries[id], ...changes } as ClientEntry
    this.write(stringify(this.entries))
  }

  private write(text: string): void {
    writeFileSync(`${this.path}.new`, text)
    renameSync(`${this.path}.new`, this.path)
  }
}
