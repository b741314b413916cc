import type { Client as Temporal } from '@temporalio/client'

import type { Box } from '../box/box'
import type { Config } from '../config/load-config'
import type { OpenConfig } from '../config/open-config'
import type { Client } from '../config/parse-client'

export type Level = 'PASS' | 'WARN' | 'FAIL'

/** What a line can be about, in the order of an upload's way. A test breaks each of them and sees it turn. */
export const lines = [
  'clients and profiles',
  'default profiles',
  'accepted findings',
  'JWT configuration',
  'signature keys',
  'signature key file',
  'sign-in provider',
  'client secret file',
  'Box',
  'clock',
  'folders',
  'reports',
  'webhooks',
  'webhook address',
  'folders without a client',
  'webhook deliveries',
  'gateway',
  'signatures',
  'Temporal',
  'search attributes',
  'schedules',
  'workers',
  'Box call limit',
  'builds',
  'room for assets',
  'worker of this host',
  'media tools',
  'languages',
  'disk',
  'skipped files',
  'INCOMING',
  'workflow tasks',
  'runs',
  'payload keys',
] as const

type Line = (typeof lines)[number]

export interface Diagnosis {
  level: Level
  what: Line
  /** What was found: a value, a version, a message. */
  evidence: string
  /** The command or action that ends the problem. */
  remedy?: string
}

/** The installation as the asking process sees it. What throws is a FAIL of each topic that needs it. */
export interface Installation {
  config: () => Config
  /** Throws a ConfigError when no client, or no profile, can be used. */
  opened: () => Omit<OpenConfig, 'signatureKeys' | 'jwtConfig'>
  box: () => Promise<Pick<Box, 'me' | 'getFolder' | 'listFolder' | 'describeFile' | 'webhooks'>>
  /** Connected: the server has answered for the namespace. */
  temporal: () => Promise<Temporal>
  /** The clients to examine: all, or the one that was asked for. */
  clients: () => Client[]
}

/** One topic. What it throws becomes a FAIL of that topic. */
export interface Examination {
  what: Line
  /** The topic that has to answer first. Where that one throws, this one is not examined. */
  needs?: 'Box' | 'Temporal'
  /** Of running processes, or of what a client has in Box: a release can be started all the same. */
  isAfterStart?: true
  examine: (installation: Installation) => Promise<Diagnosis[]>
}

export function pass(what: Line, evidence: string): Diagnosis {
  return { level: 'PASS', what, evidence }
}

export function warn(what: Line, evidence: string, remedy: string): Diagnosis {
  return { level: 'WARN', what, evidence, remedy }
}

export function fail(what: Line, evidence: string, remedy: string): Diagnosis {
  return { level: 'FAIL', what, evidence, remedy }
}
