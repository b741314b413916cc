import { catalogue } from '../../quality-control/checks/catalogue'
import type { Profile } from '../../quality-control/profile'
import { detectType } from '../../quality-control/probes/probe'
import type { ProbeLimits } from '../../quality-control/probes/probe'
import { checkFile } from '../../quality-control/check-file'
import { readClientConfig } from '../../admin-cli/read-client-config'
import { loadConfig } from '../../config/load-config'
import type { Medium, Report } from '../../workflows/contract'

export interface LocalCheck {
  profiles: ReadonlyMap<string, Profile>
  limits: ProbeLimits
  /** The shipped general profile for the medium of the file's content. */
  generalProfile: (path: string) => Promise<Profile>
  check: (path: string, profile: Profile, signal?: AbortSignal) => Promise<Report>
}

const general: Record<Medium, string> = {
  image: 'static_general',
  pdf: 'static_general',
  video: 'video_general',
  audio: 'video_general',
  banner: 'html5_display',
}

/**
 * Local files through the product's probes and checks, as `admin-cli check` does it, with the shipped
 * profiles.
 */
export function localCheck(changes: Partial<ProbeLimits> = {}): LocalCheck {
  const config = loadConfig()
  const { profiles } = readClientConfig(config)
  const limits = { ...config.media, ...changes }
  return {
    profiles,
    limits,
    generalProfile: async (path) => {
      const { medium } = await detectType(path)
      const profile = profiles.get(general[medium ?? 'image'])
      if (profile === undefined)
        throw new Error(`the profile ${general[medium ?? 'image']} is no longer shipped`)
      return profile
    },
    check: async (path, profile, signal = new AbortController().signal) => {
      const { report } = await checkFile(path, { profile, catalogue: catalogue(), limits, signal })
      return report
    },
  }
}
