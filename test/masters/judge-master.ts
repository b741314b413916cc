import type { Profile } from '../../quality-control/profile'
import type { Report } from '../../workflows/contract'
import { type LocalCheck } from '../support/local-check'
import { makeMaster } from './make-master'
import type { Master } from './master'
import { height, width } from './master-frames'

export interface Judged {
  report: Report
  /** Checks that failed, and checks that warned. */
  failed: string[]
  warned: string[]
  isRight: boolean
}

/** Makes a master in a folder and judges it by its profile, which gets the small size of these files. */
export async function judgeMaster(
  master: Master,
  { check, profiles }: LocalCheck,
  folder: string,
): Promise<Judged> {
  const profile = profiles.get(master.profile)
  if (profile === undefined) throw new Error(`the profile ${master.profile} is no longer shipped`)
  const report = await check(await makeMaster(master, folder), small(profile))
  const having = (wanted: string) =>
    report.results.filter(({ status }) => status === wanted).map(({ check: id }) => id)
  const [failed, warned, errored] = [having('fail'), having('warn'), having('errored')]
  const { expects } = master
  const isFound = expects !== undefined && [...failed, ...warned].includes(expects)
  const isSound = expects === undefined && failed.length === 0
  return { report, failed, warned, isRight: (isFound || isSound) && errored.length === 0 }
}

function small(profile: Profile): Profile {
  const own: Record<string, Profile['checks'][number]['settings']> = {
    'video/display-size': { sizes: [`${width}x${height}`] },
    'video/bit-rate': { minMegabitsPerSecond: 0 },
  }
  // Captions are another subject, and text takes most of the time.
  const isLeftOut = (id: string) => id === 'video/captions' || id.startsWith('copy/')
  return {
    ...profile,
    checks: profile.checks
      .filter(({ id }) => !isLeftOut(id))
      .map((one) => ({ ...one, settings: { ...one.settings, ...own[one.id] } })),
  }
}
