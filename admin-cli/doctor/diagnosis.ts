import type { Client } from '../../config/parse-client'
import type { Context } from '../command'

export type Level = 'PASS' | 'WARN' | 'FAIL'

export interface Diagnosis {
  level: Level
  /** What was examined, in a few words. */
  what: string
  /** What was found: a value, a version, a message. */
  evidence: string
  /** The command or action that ends the problem. */
  remedy?: string
}

export interface DoctorContext extends Pick<Context, 'box' | 'clientConfig' | 'config' | 'temporal'> {
  /** The clients to examine: all, or the one that was asked for. */
  clients: () => Client[]
}

/** One topic. What it throws becomes a FAIL of that topic. */
export interface Examination {
  what: string
  examine: (context: DoctorContext) => Promise<Diagnosis[]>
}

export function pass(what: string, evidence: string): Diagnosis {
  return { level: 'PASS', what, evidence }
}

export function warn(what: string, evidence: string, remedy: string): Diagnosis {
  return { level: 'WARN', what, evidence, remedy }
}

export function fail(what: string, evidence: string, remedy: string): Diagnosis {
  return { level: 'FAIL', what, evidence, remedy }
}
