import type { Client } from '@temporalio/client'

import type { Box } from '../box/box'
import type { Config } from '../config/load-config'
import type { ClientConfig } from './client-config'
import type { JsonShape } from './json-shape'
import type { Output } from './output'

/** What a command gets. Everything is opened on first use, so a command costs only what it needs. */
export interface Context {
  output: Output
  config: () => Config
  /** Clients, profiles and overrides as the gateways and workers read them. */
  clientConfig: () => ClientConfig
  /** Each call gives up after 12 s, and says what it waits for after 1 s. */
  box: () => Promise<Box>
  /** Connected: the server has answered for the namespace. Calls have a deadline of 12 s. */
  temporal: () => Promise<Client>
  /** From now on the command waits for this, such as `a worker`: after 1 s of silence a person reads it. */
  waitFor: (what: string) => void
  /** The current user, for the log of changes. */
  user: string
  isTerminal: boolean
  /** The table of commands, for what is made from it. */
  commands: readonly Command[]
}

export interface CommandOption {
  /** As commander writes it: `--client <id>`, `--json`. */
  flags: string
  description: string
}

/** Values of the options by their camel-case names; a flag is `true`. */
export type OptionValues = Readonly<Record<string, string | boolean | undefined>>

/**
 * One command, one object, one file. Large modules are imported inside `run`: `--help` reads all commands and
 * has to be quick.
 */
export interface Command {
  /** Group and name, such as `runs retry`. */
  name: string
  /** As commander writes them: `<folderId>`, `[client]`, `<files...>`. */
  arguments: string[]
  summary: string
  /** Two or three complete calls without `admin-cli`, the most usual first. */
  examples: [string, ...string[]]
  /** Printed by `--help` below the usage. */
  details?: string
  /** What `--json` prints: part of docs/cli.md. */
  json: JsonShape
  options: CommandOption[]
  /** For a command that waits for long: what goes on after Ctrl-C, and how to come back to it. */
  afterInterrupt?: string
  /** Returns the exit code when it is not 0. */
  run: (context: Context, args: string[], options: OptionValues) => Promise<number | undefined>
}
