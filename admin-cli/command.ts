import type { Client } from '@temporalio/client'

import type { Box } from '../box/box'
import type { Config } from '../config/load-config'
import type { ClientConfig } from './client-config'
import type { Output } from './output'

/** What a command gets. Everything is opened on first use, so a command costs only what it needs. */
export interface Context {
  output: Output
  config: () => Config
  /** Clients, profiles and overrides as the gateways and workers read them. */
  clientConfig: () => ClientConfig
  box: () => Promise<Box>
  temporal: () => Promise<Client>
  /** The current user, for the log of changes. */
  user: string
  isTerminal: boolean
}

export interface CommandOption {
  /** As commander writes it: `--client <id>`, `--json`. */
  flags: string
  description: string
}

/** Values of the options by their camel-case names; a flag is `true`. */
export type OptionValues = Readonly<Record<string, string | boolean | undefined>>

/** One command, one object, one file. `run` returns the exit code when it is not 0. */
export interface Command {
  /** Group and name, such as `runs retry`. */
  name: string
  /** As commander writes them: `<folderId>`, `[client]`, `<files...>`. */
  arguments: string[]
  summary: string
  /** Printed by `--help` below the summary. */
  details?: string
  options: CommandOption[]
  run: (context: Context, args: string[], options: OptionValues) => Promise<number | undefined>
}
