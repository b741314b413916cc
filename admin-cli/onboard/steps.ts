import type { Output } from '../output'

/** What happened to one thing; with a dry run, what would happen. */
export interface Step {
  what: string
  change: 'none' | 'created' | 'written' | 'updated' | 'removed'
  detail: string
}

export const stepShape = {
  what: 'string',
  change: 'none | created | written | updated | removed',
  detail: 'string',
}

export interface Steps {
  done: Step[]
  add: (what: string, change: Step['change'], detail: string) => void
}

/** Says each step at once, so that a command that breaks off has told how far it came. */
export function createSteps({ message }: Pick<Output, 'message'>, isDryRun: boolean): Steps {
  const done: Step[] = []
  return {
    done,
    add: (what, change, detail) => {
      done.push({ what, change, detail })
      const words = change === 'none' ? 'unchanged' : `${isDryRun ? 'would be ' : ''}${change}`
      message(`${what.padEnd(12)}  ${words.padEnd(isDryRun ? 16 : 9)}  ${detail}`)
    },
  }
}
